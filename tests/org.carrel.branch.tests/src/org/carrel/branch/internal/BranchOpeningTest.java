/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.carrel.branch.BranchOpening;
import org.carrel.model.port.Branch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BranchOpeningTest {

    @TempDir
    Path folder;

    private Path data;

    @BeforeEach
    void prepare() {
        data = folder.resolve("data");
    }

    private Branch opened(Optional<Path> profile, Map<String, String> environment, Map<String, String> properties) {
        BranchOpening opening = open(profile, environment, properties);
        return switch (opening) {
            case BranchOpening.Opened practice -> practice.branch();
            case BranchOpening.Unsealed unsealed -> Sealing.signedIn(unsealed.branch());
            case BranchOpening.Locked locked -> Sealing.signedIn(locked.branch(), Sealing.PASSWORD);
            case BranchOpening.Refused refused -> throw new AssertionError(refused);
        };
    }

    private BranchOpening open(Optional<Path> profile, Map<String, String> environment,
            Map<String, String> properties) {
        Surroundings surroundings = new Surroundings(name -> Optional.ofNullable(environment.get(name)),
                name -> Optional.ofNullable(properties.get(name)), Optional.of(folder.resolve("installed")));
        return new ProfileOpener(Profiles.NOON, surroundings, Sealing.QUICK, Publishing.NOBODY).open(profile, data);
    }

    private Path profile(String name, String id) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, Profiles.changed("id: main-library", "id: " + id));
    }

    @Test
    void without_any_profile_it_is_practice_mode_on_a_port_that_is_free() throws IOException {
        Branch branch = opened(Optional.empty(), Map.of(), Map.of());

        assertTrue(branch.profile().practice());
        int port = branch.profile().system().ncip().getPort();
        assertEquals(port, branch.profile().system().token().getPort());
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            assertEquals(port, socket.getLocalPort());
        }
        assertEquals(data.resolve("practice"), branch.dataFolder());
        assertTrue(Files.isDirectory(branch.dataFolder()));
        assertEquals(data.resolve("practice.journal"), branch.journalFolder());
    }

    @Test
    void a_profile_is_looked_for_where_it_was_named_then_around_the_program() throws IOException {
        Path given = profile("given.yaml", "given");
        Map<String, String> environment = Map.of("CARREL_BRANCH",
                profile("environment.yaml", "environment").toString());
        Map<String, String> properties = Map.of("carrel.branch", profile("property.yaml", "property").toString());
        profile("installed/branch/branch.yaml", "installed");

        assertEquals("given", opened(Optional.of(given), environment, properties).profile().id());
        assertEquals("property", opened(Optional.empty(), environment, properties).profile().id());
        assertEquals("environment", opened(Optional.empty(), environment, Map.of()).profile().id());
        assertEquals("installed", opened(Optional.empty(), Map.of(), Map.of()).profile().id());
    }

    @Test
    void a_profile_that_is_named_but_not_there_never_becomes_practice_mode() {
        BranchOpening opening = open(Optional.empty(), Map.of("CARREL_BRANCH", folder.resolve("gone.yaml").toString()),
                Map.of());
        assertEquals(1, assertInstanceOf(BranchOpening.Refused.class, opening).errors().size());
        assertFalse(Files.exists(data));
    }

    @Test
    void a_profile_with_errors_opens_nothing() throws IOException {
        BranchOpening opening = open(Optional.of(profile("broken.yaml", "Not An Id")), Map.of(), Map.of());
        assertEquals(2, assertInstanceOf(BranchOpening.Refused.class, opening).errors().getFirst().line());
        assertFalse(Files.exists(data));
    }

    @Test
    void a_data_folder_that_cannot_be_made_is_refused_with_a_sentence() throws IOException {
        Files.writeString(data, "a file where the folder should be");
        BranchOpening opening = open(Optional.empty(), Map.of(), Map.of());
        assertTrue(assertInstanceOf(BranchOpening.Refused.class, opening).errors().getFirst().sentence()
                .startsWith("The folder for this branch cannot be made"));
    }

    @Test
    void the_journal_is_kept_apart_from_the_data_and_from_other_desks() throws IOException {
        Map<String, String> properties = Map.of("user.home", folder.resolve("home").toString());
        Path file = profile("a.yaml", "main");
        Path first = opened(Optional.of(file), Map.of(), properties).journalFolder();
        data = folder.resolve("other");
        Path second = opened(Optional.of(file), Map.of(), properties).journalFolder();

        assertTrue(first.startsWith(folder.resolve("home")), first::toString);
        assertFalse(first.startsWith(folder.resolve("data")));
        assertNotEquals(first, second);
    }

    @Test
    void a_journal_folder_may_be_chosen_but_not_inside_the_data() throws IOException {
        Path good = folder.resolve("journal.yaml");
        Files.writeString(good, Profiles.SOUND + "journal-folder: " + folder.resolve("elsewhere") + "\n");
        assertTrue(opened(Optional.of(good), Map.of(), Map.of()).journalFolder()
                .startsWith(folder.resolve("elsewhere")));

        Path inside = folder.resolve("inside.yaml");
        Files.writeString(inside,
                Profiles.SOUND + "journal-folder: " + data.resolve("main-library").resolve("j") + "\n");
        assertInstanceOf(BranchOpening.Refused.class, open(Optional.of(inside), Map.of(), Map.of()));

        Path relative = folder.resolve("relative.yaml");
        Files.writeString(relative, Profiles.SOUND + "journal-folder: journal\n");
        assertEquals(16, assertInstanceOf(BranchOpening.Refused.class,
                open(Optional.of(relative), Map.of(), Map.of())).errors().getFirst().line());
    }

    @Test
    void the_workstation_is_named_without_its_domain() {
        assertEquals("DESK-7",
                opened(Optional.empty(), Map.of("COMPUTERNAME", "DESK-7.library.example"), Map.of()).origin()
                        .workstation());
    }

    @Test
    void the_install_area_may_have_blanks_in_its_path() {
        assertEquals(Optional.of(Path.of("/opt/my carrel")), InstallArea.folder("file:/opt/my carrel/"));
        assertEquals(Optional.empty(), InstallArea.folder("carrel"));
    }
}
