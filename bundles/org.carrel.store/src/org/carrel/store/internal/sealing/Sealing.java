/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.sealing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.carrel.model.port.DataKey;
import org.carrel.store.internal.derby.DerbyDatabase;
import org.carrel.store.internal.derby.Folders;
import org.carrel.store.internal.schema.Migration;
import org.carrel.store.internal.schema.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns a clear queue into an encrypted one. The owner's lock must be held.
 *
 * <p>
 * The encrypted database is built and checked beside the clear one. What lies in the data folder always tells how far
 * it came:
 * <table>
 * <caption>Folders, whatever moment it was cut short at</caption>
 * <tr>
 * <td>{@code queue} clear; {@code queue.sealing}, {@code queue.sealed} or none</td>
 * <td>the clear one counts; what is beside it is thrown away and made again</td>
 * </tr>
 * <tr>
 * <td>no {@code queue}; {@code queue.clear} and {@code queue.sealed}</td>
 * <td>cut short between two renames: {@code queue.sealed} is complete and becomes {@code queue}</td>
 * </tr>
 * <tr>
 * <td>{@code queue} encrypted, {@code queue.clear}</td>
 * <td>the encrypted one counts; the clear one is shredded</td>
 * </tr>
 * </table>
 */
public final class Sealing {

    /** How it went. */
    public sealed interface Result {

        /** The queue is encrypted, with so many rows of all tables. */
        record Done(long rows) implements Result {}

        /** The clear queue is not one that this program may work on; nothing was touched. */
        record Refused(Migration.Result why) implements Result {}
    }

    private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);

    private final Path queue;
    private final Path building;
    private final Path complete;
    private final Path clear;
    private final Path backups;

    /**
     * @param queue   the database
     * @param backups where backups of it are
     */
    public Sealing(Path queue, Path backups) {
        this.queue = queue;
        this.building = beside(".sealing");
        this.complete = beside(".sealed");
        this.clear = beside(".clear");
        this.backups = backups;
    }

    private Path beside(String ending) {
        return queue.resolveSibling(queue.getFileName() + ending);
    }

    /** Finishes the exchange of the two databases if that was cut short. To be called before anything is opened. */
    public void settle() throws IOException {
        if (Files.exists(queue)) {
            return;
        }
        // The clear one alone is no state of ours; but it is a queue, and not to be shredded beside an empty one.
        for (Path whole : List.of(complete, clear)) {
            if (Files.exists(whole)) {
                Files.move(whole, queue, StandardCopyOption.ATOMIC_MOVE);
                Folders.force(queue.toAbsolutePath().getParent());
                return;
            }
        }
    }

    /** Whether there is a clear queue. */
    public boolean isDue() throws IOException {
        return Files.exists(queue) && !DerbyDatabase.isEncrypted(queue);
    }

    /**
     * Builds the encrypted queue, and puts it where the clear one was.
     *
     * @param steps of the schema; the clear queue may have fewer, but not more
     * @throws SQLException when one of the two databases fails; the clear queue counts then, as it was
     * @throws IOException  when a folder fails, or the two databases are not the same; the clear queue counts then
     */
    public Result convert(DataKey key, Clock clock, List<Step> steps) throws SQLException, IOException {
        Folders.erase(building);
        Folders.erase(complete);
        long rows;
        try (DerbyDatabase from = DerbyDatabase.open(queue, Optional.empty())) {
            Optional<Integer> version;
            try (Connection connection = from.connections().getConnection()) {
                version = Migration.version(connection);
            }
            if (version.isEmpty()) {
                return new Result.Refused(new Migration.Result.Foreign());
            }
            if (version.get() > steps.size()) {
                return new Result.Refused(new Migration.Result.Newer(version.get(), steps.size()));
            }
            rows = build(from, key, clock, steps.subList(0, version.get()));
        }
        Folders.forceAll(building);
        // Left from another time: what was in it is in the queue that was made of it then.
        Shredder.shred(clear);
        Path folder = queue.toAbsolutePath().getParent();
        Files.move(building, complete, StandardCopyOption.ATOMIC_MOVE);
        Folders.force(folder);
        Files.move(queue, clear, StandardCopyOption.ATOMIC_MOVE);
        Files.move(complete, queue, StandardCopyOption.ATOMIC_MOVE);
        Folders.force(folder);
        LOG.info("The queue is encrypted now, with all of its {} rows", rows);
        return new Result.Done(rows);
    }

    private long build(DerbyDatabase from, DataKey key, Clock clock, List<Step> steps)
            throws SQLException, IOException {
        TableCopy copy = new TableCopy(from);
        long rows;
        try (DerbyDatabase to = DerbyDatabase.open(building, Optional.of(key))) {
            if (new Migration(to, backups, clock, steps).run() instanceof Migration.Result.Failed failed) {
                throw failed.cause();
            }
            rows = copy.into(to);
        }
        try (DerbyDatabase to = DerbyDatabase.open(building, Optional.of(key))) {
            if (!copy.isIn(to)) {
                throw new IOException("the encrypted queue is not the same as the clear one");
            }
        }
        return rows;
    }

    /**
     * Shreds what is still there in clear although the queue is encrypted: the old queue and backups of it.
     *
     * @return what could not be shredded; it is tried again at the next start
     */
    public List<Path> shredClear() {
        List<Path> left = new ArrayList<>();
        shred(clear, left);
        if (Files.isDirectory(backups)) {
            try (Stream<Path> all = Files.list(backups)) {
                for (Path backup : all.sorted().toList()) {
                    if (!DerbyDatabase.isEncrypted(backup.resolve(queue.getFileName()))) {
                        shred(backup, left);
                    }
                }
            } catch (IOException e) {
                LOG.error("The backups in {} cannot be looked through", backups, e);
                left.add(backups);
            }
        }
        return left;
    }

    private static void shred(Path path, List<Path> left) {
        try {
            Shredder.shred(path);
        } catch (IOException e) {
            LOG.error("{} is not encrypted and cannot be shredded", path, e);
            left.add(path);
        }
    }
}
