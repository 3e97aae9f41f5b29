/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Against the product as it is shipped, which is not changed: everything is in the data folder of these tests. */
@DisplayName("Bundles that a library made, built against Carrel's repository alone,")
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class ExampleExtensionsTest {

    private static final String KOHA = "org.carrel.example.koha";
    private static final String RULE = "org.carrel.example.barcoderule";
    private static final String VIEW = "org.carrel.example.syncview";
    private static final String PATRON = Barcodes.numbered("21000", 5);
    private static final String ITEM = Barcodes.numbered("31000", 6);
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TempDir
    private static Path built;
    private static Path koha;
    private static Path rule;
    private static Path view;

    @TempDir
    private Path folder;

    @BeforeAll
    static void build() throws IOException, InterruptedException {
        koha = build(KOHA);
        rule = build(RULE);
        view = build(VIEW);
    }

    private static Path build(String name) throws IOException, InterruptedException {
        return new ExampleBuild(name).build(Files.createDirectory(built.resolve(name)));
    }

    @Test
    @DisplayName("are what the guide shows")
    void are_what_the_guide_shows() throws IOException {
        String page = Files.readString(ExampleBuild.folder("carrel.checkout").resolve("docs/extending/README.md"));
        ExampleBuild example = new ExampleBuild(KOHA);
        for (String name : List.of("pom.xml", "META-INF/MANIFEST.MF")) {
            assertTrue(page.contains(Files.readString(example.file(name)).strip()), name);
        }
        for (String name : List.of(KOHA, RULE, VIEW)) {
            assertTrue(page.contains("examples/" + name + ")"), name);
        }
    }

    private Product product(Path data) {
        return new Product(Path.of(System.getProperty("carrel.product", "")), data, Product.Mode.PRACTICE);
    }

    private static String extension(Product product, Path data, String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("extension"));
        command.addAll(List.of(words));
        command.addAll(List.of("--data", data.toString()));
        return product.cli(command, "");
    }

    @Test
    @DisplayName("write a file for Koha and judge barcodes, until they are switched off or removed")
    void koha_and_the_rule_work_on_the_command_line() throws Exception {
        Path data = folder.resolve("data");
        Product product = product(data);
        extension(product, data, "add", koha.toString());
        extension(product, data, "add", rule.toString());
        String listed = extension(product, data, "list", "--start");
        assertEquals(2, listed.lines().filter(line -> line.contains("Running.")).count(), listed);

        Path scans = Files.writeString(folder.resolve("scans.csv"), "checkout," + PATRON + "," + ITEM + "\ncheckin,"
                + Barcodes.numbered("39998", 1) + "\n");
        assertTrue(failing(product, data, "queue", "add", scans.toString()).contains("withdrawn"));
        assertEquals(List.of(ITEM), product.itemsInQueue());
        Path file = folder.resolve("offline.koc");
        product.queue("export", "--format", "koc", "--yes", file.toString());
        List<String> lines = Files.readAllLines(file);
        assertEquals("Version=1.0\tGenerator=Carrel\tGeneratorVersion=1.0", lines.getFirst());
        assertTrue(lines.getLast().matches(
                "\\d{4}-\\d\\d-\\d\\d \\d\\d-\\d\\d-\\d\\d \\d{3}\tissue\t" + PATRON + "\t" + ITEM), lines::toString);

        extension(product, data, "disable", RULE);
        extension(product, data, "remove", KOHA);
        assertFalse(extension(product, data, "list").contains(KOHA));
        assertTrue(failing(product, data, "queue", "export", "--format", "koc", "--yes", "--force", file.toString())
                .contains("csv"), "the format went with its bundle");
        product.queue("add", Files.writeString(folder.resolve("more.csv"), "checkin,"
                + Barcodes.numbered("39998", 1) + "\n").toString());
        assertEquals(2, product.itemsInQueue().size(), "nobody asks a rule that is switched off");
    }

    /** What a command that must fail says on the error output. */
    private static String failing(Product product, Path data, String... words) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("carrel.product", ""), "carrel").toString(), "cli"));
        command.addAll(List.of(words));
        command.addAll(List.of("--data", data.toString()));
        Process process = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        process.getOutputStream().close();
        String said = new String(process.getErrorStream().readAllBytes());
        assertTrue(process.waitFor() != 0, said);
        return said;
    }

    @Test
    @DisplayName("show a view in Sync, beside bundles that throw or hang, which stop nobody")
    void the_view_comes_up_beside_broken_ones() throws Exception {
        assumeTrue(Screen.missing().isEmpty(), () -> "a private screen needs " + Screen.missing());
        Path data = folder.resolve("data");
        Product product = product(data);
        extension(product, data, "add", view.toString());
        BrokenBundles broken = new BrokenBundles(folder);
        extension(product, data, "add", broken.throwing().toString());
        extension(product, data, "add", broken.hanging().toString());
        assertTrue(failing(product, data, "extension", "add", broken.unresolvable().toString())
                .contains("org.example.missing"));

        try (Screen screen = new Screen(folder)) {
            run(product, screen, "first", () -> {
                screen.press("ctrl+2");
                Waiting.until("the view is there", PATIENCE, () -> wasShown(data),
                        product::log);
                screen.picture(Path.of("target", "extension-view.png"));
                screen.press("ctrl+1");
                screen.press("F2");
                screen.scan(List.of(PATRON, ITEM));
            });
            assertEquals(List.of(ITEM), product.itemsInQueue(), "the desk works");
            String listed = failingList(data);
            assertTrue(listed.contains("no licence"), listed);
            assertTrue(listed.contains("seconds"), listed);
        }
    }

    private interface AtTheDesk {
        void work() throws Exception;
    }

    private void run(Product product, Screen screen, String log, AtTheDesk desk) throws Exception {
        Process workbench = product.start(screen, log + ".log");
        try {
            product.awaitDesk(screen, workbench);
            desk.work();
            assertEquals(0, product.quit(screen, workbench));
        } catch (AssertionError e) {
            screen.picture(Path.of("target", "failed.png"));
            throw e;
        } finally {
            Screen.end(workbench);
        }
    }

    /** With an exit code of 1, for not all of them run. */
    private static String failingList(Path data) throws Exception {
        Process process = new ProcessBuilder(Path.of(System.getProperty("carrel.product", ""), "carrel").toString(),
                "cli", "extension", "list", "--data", data.toString()).redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes());
        assertEquals(1, process.waitFor(), said);
        return said;
    }

    /** The preference that notes which views of extensions were shown. */
    private static boolean wasShown(Path data) {
        return layoutOf(data).contains(VIEW);
    }

    private static String layoutOf(Path data) {
        Path settings = data.resolve(".metadata/.plugins/org.eclipse.core.runtime/.settings");
        if (!Files.isDirectory(settings)) {
            return "";
        }
        try (Stream<Path> files = Files.list(settings)) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(one -> one.getFileName().toString().startsWith("org.carrel.app")).toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
