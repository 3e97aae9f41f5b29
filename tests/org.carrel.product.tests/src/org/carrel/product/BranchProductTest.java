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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The Linux archive of {@link ZuidBranch}, started. */
@DisplayName("The product of a branch")
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class BranchProductTest {

    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final String SIGN_IN = "Carrel – Aanmelden";
    private static final String WINDOW = ZuidBranch.WINDOW;
    private static final String PASSWORD_FOR_UPLOAD = "Wachtwoord voor de upload";
    private static final String PATRON = Barcodes.numbered("21000", 3);
    private static final List<String> ITEMS = List.of(Barcodes.numbered("31000", 1), Barcodes.numbered("31000", 2));
    private static final long MOST_BYTES = 120_000_000;

    @TempDir
    private Path folder;

    @BeforeEach
    void it_can_be_packaged_here() {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "its Linux archive is started");
        assertTrue(Files.isExecutable(ExampleBuild.folder("carrel.product").resolve("carrel")), "there is a product");
    }

    @Test
    @DisplayName("is unpacked where no Java is, speaks its language, records, uploads, and has no check-in at all")
    void works_from_its_archive_alone() throws IOException, InterruptedException {
        assumeTrue(Screen.missing().isEmpty(), () -> "a private screen needs " + Screen.missing());
        ZuidBranch branch = ZuidBranch.packaged();
        Path archive = branch.packaging().archive("linux-x86_64.tar.gz");
        assertTrue(Files.size(archive) <= MOST_BYTES, () -> archive + " is too large");
        Workstation workstation = new Workstation(folder);
        workstation.unpack(archive);
        Path program = workstation.program();
        assertTrue(
                Files.isDirectory(program.resolve("p2/org.eclipse.equinox.p2.engine/profileRegistry/Carrel.profile")),
                "p2 knows what is installed");

        Product product = workstation.zuid();
        try (LibrarySystem library = new LibrarySystem(folder, branch.libraryPort(), ZuidBranch.SECRET);
                Screen screen = new Screen(folder)) {
            Process workbench = product.start(screen, "workbench.log");
            try {
                day(screen, product, workbench, program);
            } catch (AssertionError e) {
                screen.picture(Path.of("target", "failed-branch.png"));
                throw e;
            } finally {
                Screen.end(workbench);
            }
        }
        String rows = product.queue("list", "--format", "csv");
        assertEquals(ITEMS, product.itemsInQueue(), rows);
        assertEquals(2, rows.lines().filter(row -> row.contains(",UPLOADED,") && row.contains(PATRON)).count(), rows);
        assertFalse(Files.exists(workstation.home().resolve(".carrel")), "the data lies beside the program");
        refusesCheckIns(product);
        startsLikeOnWindows(branch.packaging(), program);
    }

    @Test
    @DisplayName("is not made of a wrong profile: the build fails and names the line")
    void is_not_made_of_a_wrong_profile() throws IOException, InterruptedException {
        ZuidBranch branch = new ZuidBranch(folder);
        Path profile = branch.profile();
        List<String> lines = Files.readAllLines(profile).stream()
                .map(line -> line.startsWith("  time-zone:") ? "  time-zone: Europe/Atlantis" : line).toList();
        Files.write(profile, lines);
        int line = lines.indexOf("  time-zone: Europe/Atlantis") + 1;
        Packaging packaging = branch.packaging();

        assertFalse(packaging.of(branch.folder()), packaging::said);
        assertTrue(packaging.said().lines().anyMatch(said -> said.startsWith("[ERROR]")
                && said.contains("branch.yaml:" + line + ":") && said.contains("Atlantis")), packaging::said);
        assertFalse(Files.exists(folder.resolve("out").resolve("products")), "nothing was installed");
    }

    private void day(Screen screen, Product product, Process workbench, Path program) {
        Waiting.until("somebody is asked for the password, in Dutch", PATIENCE,
                () -> !workbench.isAlive() || screen.shows(SIGN_IN), product::log);
        assertTrue(java(workbench, program), () -> "its own Java runs it");
        screen.goTo(SIGN_IN);
        Waiting.until("the password opens the desk", PATIENCE, () -> typed(screen, SIGN_IN) && screen.shows(WINDOW),
                product::log);
        product.awaitDesk(screen, workbench);
        screen.press("F2");
        screen.scan(List.of(PATRON, ITEMS.get(0)));
        // Neither leads anywhere: the next item is checked out all the same.
        screen.press("F6");
        screen.press("ctrl+3");
        screen.scan(List.of(ITEMS.get(1)));
        screen.picture(Path.of("target", "branch.png"));
        screen.press("ctrl+u");
        Waiting.until("an upload wants the password", PATIENCE, () -> screen.shows(PASSWORD_FOR_UPLOAD), product::log);
        screen.goTo(PASSWORD_FOR_UPLOAD);
        assertTrue(typed(screen, PASSWORD_FOR_UPLOAD), "the password is right for the upload");
        Waiting.until("the upload has ended", PATIENCE, () -> product.log().contains("Upload ended"), product::log);
        assertEquals("", String.join("\n", product.log().lines().filter(line -> line.contains(" ERROR ")).toList()));
        screen.goTo(WINDOW);
        screen.press("ctrl+q");
        Waiting.until("the program has ended", PATIENCE, () -> !workbench.isAlive(), product::log);
    }

    /** Whether the program that runs is the Java inside; the script that started it stays above it. */
    private static boolean java(Process workbench, Path program) {
        String inside = program.resolve("jre").resolve("bin").resolve("java").toString();
        return Stream.concat(Stream.of(workbench.toHandle()), workbench.descendants())
                .anyMatch(process -> process.info().command().filter(inside::equals).isPresent());
    }

    private static boolean typed(Screen screen, String window) {
        if (!screen.shows(window)) {
            return true;
        }
        screen.press("ctrl+a");
        screen.type(ZuidBranch.PASSWORD);
        screen.press("Return");
        return Waiting.came(Duration.ofSeconds(20), () -> !screen.shows(window));
    }

    private void refusesCheckIns(Product product) throws IOException, InterruptedException {
        Path scans = folder.resolve("scans.txt");
        Files.writeString(scans, "checkin," + ITEMS.get(0) + "\n");
        Path queue = folder.resolve("queue.csv");
        Files.writeString(queue, "kind,item,occurredAt\ncheck-in," + ITEMS.get(0) + ",2026-11-20T10:00:00Z\n");
        for (List<String> command : List.of(List.of("add", scans.toString()), List.of("import", queue.toString()))) {
            Product.Ended ended = product.tryQueue(command);
            assertEquals(1, ended.status(), ended::said);
            assertFalse(ended.said().isBlank());
        }
    }

    /** What is inside of the program for Windows does what the script does; its own Java only differs. */
    private void startsLikeOnWindows(Packaging packaging, Path program) throws IOException, InterruptedException {
        Path exe = packaging.output().resolve("products/windows-x86_64/carrel/Carrel.exe");
        byte[] begin = Arrays.copyOf(Files.readAllBytes(exe), 2);
        assertEquals("MZ", new String(begin, StandardCharsets.US_ASCII), "a program for Windows");
        assertTrue(packaging.archive("windows-x86_64.zip").getFileName().toString().contains("without-java"));
        assertTrue(packaging.said().contains("--jdk-windows"), packaging::said);
        Files.copy(exe, program.resolve("Carrel.exe"));
        Process start = new ProcessBuilder(program.resolve("jre/bin/java").toString(), "-cp",
                program.resolve("Carrel.exe").toString(), "org.carrel.start.Start", "cli", "branch", "check")
                .redirectErrorStream(true).start();
        String said = new String(start.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, start.waitFor(), said);
        assertTrue(said.contains("Bibliotheek Zuid"), said);
    }
}
