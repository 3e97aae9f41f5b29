/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** On the product as it is shipped, to which the driver is added as the page about drivers says. */
@DisplayName("A workstation with a driver that its library made")
class LibraryDriverTest {

    private static final Duration PATIENCE = Duration.ofSeconds(300);
    private static final String PATRON = Barcodes.numbered("21000", 3);

    @TempDir
    private Path folder;

    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    @DisplayName("records what comes through it, and is as it was when the bundle is taken out again")
    void records_what_comes_through_it() throws IOException, InterruptedException {
        assumeTrue(Screen.missing().isEmpty(), () -> "a private screen needs " + Screen.missing());
        Path work = Files.createDirectory(folder.resolve("work"));
        Path data = folder.resolve("data");
        Product product = new Product(Path.of(System.getProperty("carrel.product", "")), data,
                Product.Mode.PRACTICE);
        install(new ExampleBuild("org.carrel.example.scanner.tcp").build(work), product, data);
        List<String> items = IntStream.range(1, 51).mapToObj(n -> Barcodes.numbered("31000", n)).toList();

        try (Screen screen = new Screen(folder); NetworkScanner scanner = new NetworkScanner(0)) {
            setUp(data, scanner);
            Process workbench = product.start(screen, "workbench.log");
            try {
                product.awaitDesk(screen, workbench);
                scanner.awaitComputer();
                scanner.send(PATRON + "\r\n" + String.join("\r\n", items) + "\r\n");
                Waiting.until("what was scanned is on the disk", PATIENCE, () -> isOnDisk(data, items.getLast()),
                        product::log);
                screen.picture(Path.of("target", "network-scanner.png"));
                assertEquals(0, product.quit(screen, workbench));
            } catch (AssertionError e) {
                screen.picture(Path.of("target", "failed.png"));
                throw e;
            } finally {
                Screen.end(workbench);
            }
            assertEquals(items, product.itemsInQueue());

            product.cli(List.of("extension", "remove", "org.carrel.example.scanner.tcp", "--data", data.toString()),
                    "");
            Process without = product.start(screen, "without.log");
            try {
                product.awaitDesk(screen, without);
                assertEquals(0, product.quit(screen, without));
            } finally {
                Screen.end(without);
            }
        }
        assertEquals(items, product.itemsInQueue());
    }

    /** What the page says. */
    private static void install(Path jar, Product product, Path data) throws IOException, InterruptedException {
        String page = Files.readString(
                ExampleBuild.folder("carrel.checkout").resolve("docs/extending/scanner-driver.md"));
        assertTrue(page.contains("carrel cli extension add target/" + jar.getFileName()), "the page says so");
        product.cli(List.of("extension", "add", jar.toString(), "--data", data.toString()), "");
    }

    private static void setUp(Path data, NetworkScanner scanner) throws IOException {
        Path branch = Files.createDirectories(data.resolve(Product.Mode.PRACTICE.branch()));
        Files.writeString(branch.resolve("scanners.ini"), "[net]\nname = Scanner in the network\n"
                + "driver = org.carrel.example.tcp\naddress = " + scanner.address() + "\n");
    }

    /** In what the database has forced to its log: in practice mode nothing is encrypted. */
    private static boolean isOnDisk(Path data, String barcode) {
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(one -> one.getFileName().toString().matches("log[0-9]+\\.dat")).toList()) {
                if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(barcode)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new AssertionError("cannot read " + data, e);
        }
    }
}
