/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.product;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Version 1 is the Linux archive of {@link ZuidBranch}, unpacked where no Java is; version 2 comes over HTTP. */
@DisplayName("An update of a branch's product")
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class UpdateTest {

    private static final int NEWER = 0;
    private static final int REFUSED = 1;
    /** As the system says it of a program that was ended. */
    private static final int KILLED = 137;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int UNREACHABLE = 4;
    private static final int NOTHING_NEWER = 9;
    private static final String EXTENSION = "org.example.quiet";
    private static final String PATRON = Barcodes.numbered("21000", 8);
    private static final List<String> ITEMS = List.of(Barcodes.numbered("31000", 8), Barcodes.numbered("31000", 9));

    @TempDir
    private static Path later;
    private static ZuidBranch branch;
    private static LaterSites sites;
    private static Path signed;

    @TempDir
    private Path folder;
    private Workstation workstation;
    private Product product;

    @BeforeAll
    static void there_are_two_versions() throws IOException, InterruptedException {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "its Linux archive is started");
        branch = ZuidBranch.packaged();
        sites = new LaterSites(branch, later);
        signed = sites.signed();
    }

    @BeforeEach
    void the_first_is_installed_and_something_waits() throws IOException, InterruptedException {
        workstation = new Workstation(folder);
        workstation.unpack(branch.packaging().archive("linux-x86_64.tar.gz"));
        product = workstation.zuid();
        Path scans = folder.resolve("scans.csv");
        Files.write(scans, ITEMS.stream().map(item -> "checkout," + PATRON + "," + item).toList());
        product.queue("add", scans.toString());
    }

    @Test
    @DisplayName("brings program and profile, leaves what waits, which uploads, and can be taken back")
    void comes_over_http_and_can_be_taken_back() throws IOException, InterruptedException {
        Path sealed = workstation.program().resolve("branch/branch.sealed");
        byte[] seal = Files.readAllBytes(sealed);
        product.cli(List.of("extension", "add", new BrokenBundles(folder).quiet().toString()), "");
        try (FileServer server = FileServer.of(signed, branch.updatesPort())) {
            assertEnds(NEWER, "look");
            assertEnds(NEWER, "install", "--yes");
            assertEnds(NOTHING_NEWER, "look");
        }
        assertEquals("Carrel " + LaterProgram.RELEASE, versionThatRuns());
        assertTrue(profile().contains(LaterSites.REMARK));
        assertArrayEquals(seal, Files.readAllBytes(sealed), "passwords are not part of an update");
        assertTrue(product.cli(List.of("extension", "list", "--start"), "").contains(EXTENSION));
        assertEquals(ITEMS, product.itemsInQueue());

        try (LibrarySystem library = new LibrarySystem(folder, branch.libraryPort(), ZuidBranch.SECRET)) {
            product.cli(List.of("upload", "--password-stdin"), ZuidBranch.PASSWORD + "\n");
        }
        assertUploaded();

        assertEnds(0, "rollback", "--yes");
        assertEquals("Carrel 0.1.0", versionThatRuns());
        assertFalse(profile().contains(LaterSites.REMARK));
        assertArrayEquals(seal, Files.readAllBytes(sealed));
        assertTrue(product.cli(List.of("extension", "list", "--start"), "").contains(EXTENSION));
        assertUploaded();
    }

    @Test
    @DisplayName("is refused when it is not signed by whom the profile names, and harms nothing when it is cut off")
    void is_refused_or_cut_off_and_the_version_before_goes_on() throws IOException, InterruptedException {
        try (FileServer server = FileServer.of(sites.unsigned(), branch.updatesPort())) {
            assertEnds(REFUSED, "install", "--yes");
        }
        try (FileServer server = FileServer.of(sites.signedByAStranger(), branch.updatesPort())) {
            assertEnds(REFUSED, "install", "--yes");
        }
        try (FileServer server = FileServer.struckDownAt("org.carrel.lib.derby_", signed, branch.updatesPort())) {
            assertEnds(UNREACHABLE, "install", "--yes");
            assertTrue(server.isStruckDown());
        }
        assertEnds(UNREACHABLE, "look");
        assertEquals("Carrel 0.1.0", versionThatRuns());
        assertEquals(ITEMS, product.itemsInQueue());

        try (FileServer server = FileServer.of(signed, branch.updatesPort())) {
            assertEnds(NEWER, "install", "--yes");
        }
        assertEquals("Carrel " + LaterProgram.RELEASE, versionThatRuns());
        assertEquals(ITEMS, product.itemsInQueue());
    }

    @Test
    @DisplayName("whose program is ended in the middle, while fetching or while installing, is installed next time")
    void is_installed_next_time_by_who_was_killed() throws IOException, InterruptedException {
        try (FileServer server = FileServer.silentAt("org.carrel.lib.derby_", signed, branch.updatesPort())) {
            killed(() -> server.isStruckDown());
        }
        assertEquals("Carrel 0.1.0", versionThatRuns());
        try (FileServer server = FileServer.of(signed, branch.updatesPort())) {
            Path begun = workstation.program().resolve("p2/org.carrel.update/next.from");
            killed(() -> Files.exists(begun));
            assertEquals("Carrel 0.1.0", versionThatRuns());
            assertEquals(ITEMS, product.itemsInQueue());

            int states = states();
            killed(() -> states() > states);
            assertTrue(List.of("Carrel 0.1.0", "Carrel " + LaterProgram.RELEASE).contains(versionThatRuns()));
            assertEquals(ITEMS, product.itemsInQueue());

            Product.Ended ended = product.tryCli(List.of("update", "install", "--yes"));
            assertTrue(List.of(NEWER, NOTHING_NEWER).contains(ended.status()), ended::said);
            assertFalse(Files.exists(begun), "nothing is left to be done");
        }
        assertEquals("Carrel " + LaterProgram.RELEASE, versionThatRuns());
        assertTrue(profile().contains(LaterSites.REMARK));
        assertEquals(ITEMS, product.itemsInQueue());
        assertEnds(0, "rollback", "--yes");
        assertEquals("Carrel 0.1.0", versionThatRuns());
    }

    /** Begins to install, and pulls the plug as soon as it is so far. */
    private void killed(Supplier<Boolean> far) throws IOException, InterruptedException {
        Process process = product.startCli(List.of("update", "install", "--yes"));
        try {
            Waiting.closely("it is so far", PATIENCE, () -> far.get() || !process.isAlive());
        } finally {
            process.destroyForcibly();
        }
        assertEquals(KILLED, process.waitFor(), "it was on its way");
    }

    /** How many states of the installation p2 knows. */
    private int states() {
        Path folder = workstation.program().resolve("p2/org.eclipse.equinox.p2.engine/profileRegistry/Carrel.profile");
        try (Stream<Path> files = Files.list(folder)) {
            return (int) files.filter(file -> file.toString().endsWith(".profile.gz")).count();
        } catch (IOException e) {
            throw new AssertionError("cannot read " + folder, e);
        }
    }

    @Test
    @DisplayName("is refused when somebody has changed what the site lists, and an older version is no update")
    void is_refused_when_its_list_was_changed_and_never_leads_back() throws IOException, InterruptedException {
        try (FileServer server = FileServer.of(sites.changedAfterwards(), branch.updatesPort())) {
            for (String word : List.of("look", "install --yes")) {
                Product.Ended ended = product.tryCli(
                        Stream.concat(Stream.of("update"), Stream.of(word.split(" "))).toList());
                assertEquals(REFUSED, ended.status(), ended::said);
                assertTrue(ended.said().contains("content.xml"), ended::said);
            }
        }
        assertTrue(Files.isDirectory(workstation.program().resolve("branch")));
        assertEquals("Carrel 0.1.0", versionThatRuns());

        // From a folder with a name as people give them.
        Path share = Files.createDirectories(folder.resolve("Gedeeld – für alle"));
        Path site = Files.createSymbolicLink(share.resolve("nieuwe versie"), signed);
        assertEnds(NEWER, "install", "--yes", "--site", site.toString());
        assertEquals("Carrel " + LaterProgram.RELEASE, versionThatRuns());

        try (FileServer server = FileServer.of(sites.older(), branch.updatesPort())) {
            assertEnds(NOTHING_NEWER, "look");
            assertEnds(NOTHING_NEWER, "install", "--yes");
        }
        assertEquals("Carrel " + LaterProgram.RELEASE, versionThatRuns());
    }

    private void assertEnds(int status, String... words) throws IOException, InterruptedException {
        Product.Ended ended = product.tryCli(
                Stream.concat(Stream.of("update"), List.of(words).stream()).toList());
        assertEquals(status, ended.status(), () -> String.join(" ", words) + ": " + ended.said());
    }

    /** Without the time at its end. */
    private String versionThatRuns() throws IOException, InterruptedException {
        return product.cli(List.of("--version"), "").strip().replaceFirst("\\.\\d+$", "");
    }

    private String profile() throws IOException {
        return Files.readString(workstation.program().resolve("branch/branch.yaml"));
    }

    private void assertUploaded() throws IOException, InterruptedException {
        String rows = product.queue("list", "--format", "csv");
        assertEquals(ITEMS.size(),
                rows.lines().filter(row -> row.contains(",UPLOADED,") && row.contains(PATRON)).count(),
                rows);
    }
}
