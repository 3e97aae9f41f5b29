/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

import org.carrel.model.TransactionId;
import org.carrel.model.port.DataKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal folder of one branch: where transactions, and what is read in inventories, go while the store cannot take
 * them.
 *
 * <p>
 * Each run of the program writes a file of its own ({@code queue-<branch>-<time>-<process>.journal}). What becomes of
 * it after its merge was committed, {@link JournalFolder} says. Not safe for use by several threads.
 */
public final class Journal implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Path folder;
    private final String prefix;
    private final Clock clock;
    private final Optional<DataKey> key;
    private final JournalFolder files;
    private Optional<JournalFile> writing = Optional.empty();
    private Optional<Set<TransactionId>> known = Optional.empty();
    private final ExecutorService disk = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("carrel-store-journal").factory());
    private int made;

    /** @param key what seals every line; without one they are written in clear */
    public Journal(Path folder, String branch, Clock clock, Optional<DataKey> key) {
        this.folder = folder;
        this.prefix = "queue-" + branch + "-";
        this.clock = clock;
        this.key = key;
        this.files = new JournalFolder(folder, prefix, key);
    }

    public Path folder() {
        return folder;
    }

    /**
     * Keeps all of {@code entries} or none; transactions that a journal of this branch already holds are not written a
     * second time. They are forced to disk when it returns.
     *
     * @throws IOException when none was kept
     */
    public void append(List<JournalEntry> entries) throws IOException {
        try {
            Uninterrupted.call(disk, () -> write(entries));
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        } catch (RejectedExecutionException e) {
            throw new IOException("the journal is closed", e);
        }
    }

    private Void write(List<JournalEntry> entries) throws IOException {
        Files.createDirectories(folder);
        if (known.isEmpty()) {
            known = Optional.of(idsLeftBehind());
        }
        Set<TransactionId> ids = new HashSet<>();
        List<JournalEntry> fresh = entries.stream().filter(entry -> switch (entry) {
            case JournalEntry.Scan scan -> !known.get().contains(scan.transaction().id())
                    && ids.add(scan.transaction().id());
            case JournalEntry.Read read -> true;
        }).toList();
        if (fresh.isEmpty()) {
            return null;
        }
        if (writing.isEmpty()) {
            writing = Optional.of(JournalFile.create(folder.resolve(prefix + STAMP.format(clock.instant()) + "-"
                    + ProcessHandle.current().pid() + "-" + ++made + JournalFolder.ENDING), key));
        }
        try {
            writing.get().append(fresh);
            known.get().addAll(ids);
        } catch (IOException e) {
            // The next attempt gets a file of its own: what this one ends in is uncertain.
            closeFile();
            throw e;
        }
        return null;
    }

    /**
     * Gives the contents of every file that was left behind to {@code merge}, oldest first, and puts each file away
     * when {@code merge} has returned. A file that another Carrel is writing is left alone, and one that gives trouble
     * does not keep the others back.
     *
     * @param merge commits what it is given, or throws; must do no harm when given the same again
     * @throws IOException when the folder cannot be read; files merged before stay merged
     */
    public Merged mergeInto(Consumer<List<JournalEntry>> merge) throws IOException {
        int merged = 0;
        List<Merged.Trouble> troubles = new ArrayList<>();
        for (Path file : files.waiting()) {
            JournalContents contents;
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                    FileLock lock = tryLock(channel)) {
                if (lock == null) {
                    LOG.info("Journal {} is being written by another Carrel; it is merged later", file);
                    continue;
                }
                contents = JournalContents.read(file, key);
                if (!contents.entries().isEmpty()) {
                    merge.accept(contents.entries());
                }
                merged += contents.entries().size();
                LOG.info("Merged {} entries from journal {}", contents.entries().size(), file);
            } catch (IOException e) {
                LOG.error("Journal {} cannot be read; it is left as it is", file, e);
                troubles.add(new Merged.Trouble.Unreadable(file));
                continue;
            }
            // The lock is released first: Windows moves no file that is open.
            putAway(file, contents).ifPresent(troubles::add);
        }
        try {
            files.prune(clock);
            files.shredClear();
        } catch (IOException e) {
            LOG.error("Old journals in {} cannot be removed", folder, e);
            troubles.add(new Merged.Trouble.StillClear(folder));
        }
        return new Merged(merged, troubles);
    }

    private Optional<Merged.Trouble> putAway(Path file, JournalContents contents) {
        try {
            switch (contents.readable()) {
                case NEWER_PROGRAM -> {
                    LOG.error("Journal {} was written by a newer Carrel and is left as it is", file);
                    return Optional.of(new Merged.Trouble.Newer(file));
                }
                case NEEDS_KEY -> {
                    LOG.error("Journal {} is sealed and there is no key; it is left as it is", file);
                    return Optional.of(new Merged.Trouble.Sealed(file));
                }
                case YES -> {
                    if (contents.isWhole()) {
                        files.putAwayMerged(file, contents);
                        return Optional.empty();
                    }
                    LOG.error("Journal {}: lines {} cannot be read, {} are missing, unfinished at its end: {}", file,
                            contents.damaged(), contents.missing(), contents.unfinished());
                    Path kept = files.putAwayDamaged(file, contents);
                    long lines = contents.damaged().size() + contents.missing();
                    return Optional.of(lines > 0 ? new Merged.Trouble.Damaged(file, lines, kept)
                            : new Merged.Trouble.Unfinished(file, kept));
                }
            }
            throw new IllegalStateException("unknown: " + contents.readable());
        } catch (IOException e) {
            // It is merged again at the next start, which does no harm.
            LOG.error("Journal {} is merged, but cannot be put away", file, e);
            return Optional.of(key.isPresent() && contents.clear() ? new Merged.Trouble.StillClear(file)
                    : new Merged.Trouble.Unreadable(file));
        }
    }

    private Set<TransactionId> idsLeftBehind() throws IOException {
        Set<TransactionId> ids = new HashSet<>();
        for (Path file : files.waiting()) {
            JournalEntry.scansAmong(JournalContents.read(file, key).entries())
                    .forEach(transaction -> ids.add(transaction.id()));
        }
        return ids;
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LockedRegion.START, 1, false);
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() {
        disk.close();
        closeFile();
    }

    private void closeFile() {
        writing.ifPresent(file -> {
            try {
                file.close();
            } catch (IOException e) {
                LOG.warn("The journal in {} did not close in order; what was confirmed in it is on disk", folder, e);
            }
        });
        writing = Optional.empty();
    }
}
