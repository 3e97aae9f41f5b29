/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.carrel.model.FollowUp;
import org.carrel.model.ItemBarcode;
import org.carrel.model.QueueEntry;
import org.carrel.model.UploadRun;
import org.carrel.model.inventory.FindingKey;
import org.carrel.model.inventory.Handling;
import org.carrel.model.inventory.InventoryProject;
import org.carrel.model.inventory.InventoryRead.Kind;
import org.carrel.model.inventory.InventoryRead.Mark;
import org.carrel.model.inventory.InventorySession;
import org.carrel.model.inventory.Scope;
import org.carrel.store.internal.derby.DerbyDatabase;
import org.carrel.store.internal.schema.Migration;
import org.carrel.store.internal.schema.Schema;

/**
 * Queues as older schemas left them, each a zipped database that is never made again: what is on the disks of libraries
 * cannot be made again either.
 */
final class OldQueues {

    private OldQueues() {}

    /** Unpacks the queue of schema {@code version} as {@code queue} into {@code folder}. */
    static void unpack(int version, Path folder) throws IOException {
        try (InputStream in = Objects.requireNonNull(OldQueues.class.getResourceAsStream("queue-v" + version + ".zip"));
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path path = folder.resolve(entry.getName()).normalize();
                if (!path.startsWith(folder)) {
                    throw new IOException("outside: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else {
                    Files.createDirectories(path.getParent());
                    Files.copy(zip, path);
                }
            }
        }
    }

    /**
     * Makes the fixture of a schema when it is released: the version, the zip to write, then SQL that fills it. Without
     * SQL, some work fills it: an audit trail cannot be made up.
     */
    public static void main(String[] arguments) throws Exception {
        int version = Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory("queue");
        Path queue = folder.resolve("queue");
        try (DerbyDatabase database = DerbyDatabase.open(queue, Optional.empty())) {
            new Migration(database, folder, Clock.systemUTC(), Schema.steps().subList(0, version)).run();
        }
        if (arguments.length > 2) {
            Tables.change(queue, Arrays.copyOfRange(arguments, 2, arguments.length));
        } else {
            use(folder, version);
        }
        try (OutputStream out = Files.newOutputStream(Path.of(arguments[1]));
                ZipOutputStream zip = new ZipOutputStream(out);
                Stream<Path> all = Files.walk(queue)) {
            all.sorted().forEach(path -> put(zip, path, folder.relativize(path).toString().replace('\\', '/')));
        }
    }

    private static void use(Path folder, int version) {
        TestBranch branch = new TestBranch(folder, folder.resolve("journal"));
        try (Store store = new Store(branch, Clock.fixed(Scans.MORNING, ZoneOffset.UTC),
                Schema.steps().subList(0, version))) {
            Scans scans = new Scans();
            Scans.store(store, scans.checkOut("P1", "I1"));
            QueueEntry second = Scans.store(store, scans.checkIn("I2"));
            store.record(second.id(), second.standing().inFlight(Scans.MORNING), List.of());
            store.record(second.id(), second.standing().uploaded(Scans.MORNING, Optional.empty(), false),
                    List.of(new FollowUp(FollowUp.Kind.HOLD, "Put it on the shelf for holds", "")));
            store.record(new UploadRun(Scans.MORNING, Optional.of(Scans.MORNING),
                    Optional.of(UploadRun.Ending.COMPLETED), 1, 0, 0, 0, ""));
            if (version >= 4) {
                take(store);
            }
            if (version >= 5) {
                deal(store);
            }
            if (version >= 6) {
                store.addWriteBacks(store.project("Autumn").orElseThrow().number(), List.of(new ItemBarcode("I0")));
            }
            if (version >= 7) {
                InventorySession session = store.sessions(store.project("Autumn").orElseThrow().number()).getFirst();
                store.record(session.number(), List.of(new Mark(Kind.REACH, "5", Scans.MORNING)));
            }
        }
    }

    /** An inventory with a read of each kind that schema 4 has, and one that was closed. */
    private static void take(Store store) {
        Scope scope = new Scope("MAIN", Set.of("Stacks", "Oversize"), Set.of("BOOK"),
                Optional.of(new Scope.Range("QA1", "QA80")));
        InventoryProject project = store.makeProject("Autumn", scope).orElseThrow();
        InventorySession session = store.session(project.number(), "ab", "wand").orElseThrow();
        List<Mark> marks = Stream.of(Kind.ITEM, Kind.SHELF, Kind.CONDITION, Kind.FOUND, Kind.NOT_FOUND)
                .map(kind -> new Mark(kind, kind == Kind.CONDITION ? "damaged" : "I" + kind.ordinal(), Scans.MORNING))
                .toList();
        store.record(session.number(), marks);
        long closed = store.makeProject("Spring", Scope.of("EAST")).orElseThrow().number();
        store.setClosed(closed, true);
    }

    /** What was done about findings, as schema 5 has it, and an inventory that does not count. */
    private static void deal(Store store) {
        long autumn = store.project("Autumn").orElseThrow().number();
        store.handle(autumn, List.of(new Handling(new FindingKey("MISSING", new ItemBarcode("I9")),
                Handling.State.HANDLED, "on the cart")), TestBranch.DESK);
        store.setCounted(store.project("Spring").orElseThrow().number(), false, TestBranch.DESK);
    }

    private static void put(ZipOutputStream zip, Path path, String name) {
        try {
            zip.putNextEntry(new ZipEntry(Files.isDirectory(path) ? name + "/" : name));
            if (Files.isRegularFile(path)) {
                Files.copy(path, zip);
            }
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
