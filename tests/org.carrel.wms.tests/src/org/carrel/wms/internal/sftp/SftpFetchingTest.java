/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal.sftp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

import org.carrel.model.port.ItemFileServer.Fetched;
import org.carrel.model.port.ItemFileServer.Place;
import org.carrel.model.port.ItemSnapshots.Monitor;
import org.carrel.wms.SftpItemFileServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An item file on a file server")
class SftpFetchingTest {

    private static final char[] NO_SECRET = {};

    @TempDir
    Path folder;

    private Path remote;
    private Path into;

    @BeforeEach
    void make() throws IOException {
        remote = Files.createDirectories(folder.resolve("remote [1]"));
        into = folder.resolve("into");
    }

    @Test
    void is_fetched_when_it_is_the_newest_whose_name_fits() throws Exception {
        byte[] bytes = new byte[3_000_000];
        new Random(1).nextBytes(bytes);
        put("XYZ.Circulation_Item_Inventories.20261101.txt", new byte[1], "2026-11-20T00:00:00Z");
        put("XYZ.Circulation_Item_Inventories.20261115.txt", bytes, "2026-11-15T00:00:00Z");
        put("XYZ.All_Checked_Out.20261120.txt", new byte[2], "2026-11-21T00:00:00Z");
        Files.createDirectories(remote.resolve("XYZ.Circulation_Item_Inventories.20261122.txt"));
        try (SshServer server = SshServer.start(folder)) {
            Place place = server.place(remote, "XYZ.*Item_Inventories.*.txt*", "user");
            Fetched.Done done = assertInstanceOf(Fetched.Done.class, fetch(place, NO_SECRET));
            assertEquals("XYZ.Circulation_Item_Inventories.20261115.txt", done.file().getFileName().toString());
            assertArrayEquals(bytes, Files.readAllBytes(done.file()));
            assertEquals(List.of("XYZ.Circulation_Item_Inventories.20261115.txt"), fetched());
            assertInstanceOf(Fetched.Done.class, fetch(place, NO_SECRET), "a second time");
        }
    }

    @Test
    void is_fetched_with_a_key_that_a_passphrase_protects() throws Exception {
        put("a.txt", new byte[10], "2026-11-20T00:00:00Z");
        try (SshServer server = SshServer.start(folder)) {
            Place place = server.place(remote, "a.txt", "locked");
            assertInstanceOf(Fetched.Done.class, fetch(place, "open sesame".toCharArray()));
            assertInstanceOf(Fetched.Failed.class, fetch(place, "open wheat".toCharArray()));
        }
    }

    @Test
    void is_fetched_with_a_password_and_a_wrong_one_is_tried_once() throws Exception {
        put("a.txt", new byte[10], "2026-11-20T00:00:00Z");
        try (SshServer server = SshServer.start(folder)) {
            Place place = server.place(remote, "a.txt");
            Fetched.Failed refused = assertInstanceOf(Fetched.Failed.class, fetch(place, "wrong".toCharArray()));
            assertTrue(refused.sentence().contains("did not let library in"), refused.sentence());
            assertFalse(refused.mayPass());
            assertEquals(List.of("password"), server.attempts, "servers lock out who tries again and again");
            assertInstanceOf(Fetched.Done.class, fetch(place, SshServer.PASSWORD.toCharArray()));
        }
    }

    @Test
    void is_not_fetched_again_until_it_has_changed() throws Exception {
        put("a.txt", new byte[10], "2026-11-20T00:00:00Z");
        try (SshServer server = SshServer.start(folder)) {
            Place place = server.place(remote, "a.txt", "user");
            Fetched.Done done = assertInstanceOf(Fetched.Done.class, fetch(place, NO_SECRET));
            Files.delete(done.file());
            SftpItemFileServer again = new SftpItemFileServer();
            Optional<String> known = Optional.of(done.mark());
            assertEquals(new Fetched.Unchanged("a.txt"),
                    again.fetchNewest(place, NO_SECRET, known, into, Monitor.SILENT));
            assertEquals(List.of(), fetched());
            put("a.txt", new byte[11], "2026-11-20T00:00:00Z");
            assertInstanceOf(Fetched.Done.class, again.fetchNewest(place, NO_SECRET, known, into, Monitor.SILENT));
        }
    }

    @Test
    void is_fetched_from_openssh_as_well() throws Exception {
        put("a.txt", new byte[10], "2026-11-20T00:00:00Z");
        try (OpenSshServer server = OpenSshServer.start(folder)) {
            assertInstanceOf(Fetched.Done.class, fetch(server.place(remote, "a.txt", "user"), NO_SECRET));
        }
    }

    @Test
    void is_not_asked_for_where_the_server_has_another_key() throws Exception {
        put("a.txt", new byte[10], "2026-11-20T00:00:00Z");
        try (SshServer server = SshServer.start(folder)) {
            Place right = server.place(remote, "a.txt", "user");
            Place wrong = new Place(right.host(), right.port(), right.user(), server.hostKey("other"), right.folder(),
                    right.pattern(), right.keyFile());
            assertTrue(failure(wrong).contains("another key"), failure(wrong));
            assertEquals(List.of(), fetched());
            Place password = new Place(right.host(), right.port(), right.user(), server.hostKey("other"),
                    right.folder(), right.pattern(), Optional.empty());
            assertTrue(failure(password).contains("another key"), failure(password));
            assertEquals(List.of(), server.attempts, "somebody else was told who we are");
        }
    }

    @Test
    void is_not_fetched_by_who_may_not_come_in_or_from_where_it_is_not() throws Exception {
        put("a.txt", new byte[10], "2026-11-20T00:00:00Z");
        try (SshServer server = SshServer.start(folder)) {
            assertTrue(failure(server.place(remote, "a.txt", "other")).contains("did not let"));
            assertTrue(failure(server.place(remote, "b*", "user")).contains("b*"));
            assertTrue(failure(server.place(remote.resolve("nowhere"), "a.txt", "user")).contains("nowhere"));
            assertEquals(List.of(), fetched());
        }
    }

    @Test
    void that_somebody_stops_leaves_nothing() throws Exception {
        put("a.txt", new byte[5_000_000], "2026-11-20T00:00:00Z");
        try (SshServer server = SshServer.start(folder)) {
            Fetched stopped = new SftpItemFileServer().fetchNewest(server.place(remote, "a.txt", "user"), NO_SECRET,
                    into, new Monitor() {
                        private long seen;

                        @Override
                        public void progress(long done, long total) {
                            seen = done;
                        }

                        @Override
                        public boolean isCancelled() {
                            return seen > 1_000_000;
                        }
                    });
            assertEquals(new Fetched.Cancelled(), stopped);
            assertEquals(List.of(), fetched());
        }
    }

    @Test
    void of_a_server_that_is_away_is_told_in_a_sentence() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Place place = new Place("127.0.0.1", port, "somebody", "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA==", "/", "*",
                Optional.empty());
        assertTrue(failure(place).contains("cannot be reached"), failure(place));
        Place unwritten = new Place("127.0.0.1", port, "somebody", "no key\nat all", "/", "*", Optional.empty());
        assertTrue(failure(unwritten).contains("ssh-keyscan"), failure(unwritten));
    }

    private String failure(Place place) {
        return assertInstanceOf(Fetched.Failed.class, fetch(place, NO_SECRET)).sentence();
    }

    private Fetched fetch(Place place, char[] secret) {
        return new SftpItemFileServer().fetchNewest(place, secret, into, Monitor.SILENT);
    }

    private void put(String name, byte[] bytes, String changed) throws IOException {
        Path file = Files.write(remote.resolve(name), bytes);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse(changed)));
    }

    private List<String> fetched() throws IOException {
        if (Files.notExists(into)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(into)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
