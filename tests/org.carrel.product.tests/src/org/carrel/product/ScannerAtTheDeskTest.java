/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A scanner at the desk")
class ScannerAtTheDeskTest {

    private static final int SCANS = 100;
    private static final int AFTER_RESTART = 10;
    private static final String PATRON = Barcodes.numbered("21000", 1);

    @TempDir
    private Path folder;

    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    @DisplayName("loses none of a hundred scans at its own speed, nor any when the workbench is opened again")
    void loses_no_scan() throws IOException, InterruptedException {
        assumeTrue(Screen.missing().isEmpty(), () -> "a private screen needs " + Screen.missing());
        Path home = Path.of(System.getProperty("carrel.product", ""));
        assertTrue(Files.isExecutable(home.resolve("carrel")), "the product is built: " + home);
        Product product = new Product(home, folder.resolve("data"), Product.Mode.PRACTICE);

        List<String> first = items(1, SCANS);
        List<String> second = items(SCANS + 1, AFTER_RESTART);
        try (Screen screen = new Screen(folder)) {
            atTheDesk(screen, product, first);
            assertEquals(first, product.itemsInQueue());
            atTheDesk(screen, product, second);
        }
        assertEquals(Stream.concat(first.stream(), second.stream()).toList(), product.itemsInQueue());
        assertEquals("",
                product.log().lines().filter(line -> line.contains(" ERROR ")).collect(Collectors.joining("\n")),
                "nothing unexpected happened");
    }

    /** Opens the workbench, scans a patron's card and then the items, and closes it at once. */
    private void atTheDesk(Screen screen, Product product, List<String> items)
            throws IOException, InterruptedException {
        Process workbench = product.start(screen, "workbench.log");
        try {
            product.awaitDesk(screen, workbench);
            screen.press("F2");
            screen.scan(Stream.concat(Stream.of(PATRON), items.stream()).toList());
            screen.picture(Path.of("target", "scanned.png"));
            assertEquals(0, product.quit(screen, workbench));
        } catch (AssertionError e) {
            screen.picture(Path.of("target", "failed.png"));
            throw e;
        } finally {
            Screen.end(workbench);
        }
    }

    private static List<String> items(int from, int count) {
        return IntStream.range(from, from + count).mapToObj(n -> Barcodes.numbered("31000", n)).toList();
    }
}
