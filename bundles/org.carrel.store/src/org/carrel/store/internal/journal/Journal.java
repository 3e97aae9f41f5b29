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
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
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
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.carrel.model.Transaction;
import org.carrel.model.TransactionId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal folder of one branch: where transactions go while the store cannot take them.
 *
 * <p>
 * Each run of the program writes a file of its own ({@code queue-<branch>-<time>-<process>.journal}). After its merge
 * was committed a file is renamed ({@code .merged}); it is deleted a month later, unless lines in it were damaged
 * ({@code .damaged}). Not safe for use by several threads.
 */
public final class Journal implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final Duration MERGED_KEPT = Duration.ofDays(30);
    private static final String ENDING = ".journal";

    private final Path folder;
    private final String prefix;
    private final Pattern name;
    private final Clock clock;
    private Optional<JournalFile> writing = Optional.empty();
    private Optional<Set<TransactionId>> known = Optional.empty();
    private final ExecutorService disk = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("carrel-store-journal").factory());
    private int files;

    public Journal(Path folder, String branch, Clock clock) {
        this.folder = folder;
        this.prefix = "queue-" + branch + "-";
        this.name = Pattern.compile(Pattern.quote(prefix) + "\\d{8}T\\d{9}Z-\\d+-\\d+\\.journal(\\.merged)?");
        this.clock = clock;
    }

    public Path folder() {
        return folder;
    }

    /**
     * Keeps all of {@code transactions} or none; those that a journal of this branch already holds are not written a
     * second time. They are forced to disk when it returns.
     *
     * @throws IOException when none was kept
     */
    public void append(List<? extends Transaction> transactions) throws IOException {
        try {
            Uninterrupted.call(disk, () -> write(transactions));
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        } catch (RejectedExecutionException e) {
            throw new IOException("the journal is closed", e);
        }
    }

    private Void write(List<? extends Transaction> transactions) throws IOException {
        Files.createDirectories(folder);
        if (known.isEmpty()) {
            known = Optional.of(idsLeftBehind());
        }
        List<Transaction> fresh = new ArrayList<>();
        Set<TransactionId> ids = new HashSet<>();
        for (Transaction transaction : transactions) {
            if (!known.get().contains(transaction.id()) && ids.add(transaction.id())) {
                fresh.add(transaction);
            }
        }
        if (fresh.isEmpty()) {
            return null;
        }
        if (writing.isEmpty()) {
            writing = Optional.of(JournalFile.create(folder.resolve(prefix + STAMP.format(clock.instant()) + "-"
                    + ProcessHandle.current().pid() + "-" + ++files + ENDING)));
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
     * Gives the contents of every file that was left behind to {@code merge}, oldest first, and renames each file when
     * {@code merge} has returned. A file that another Carrel is writing is left alone.
     *
     * @param merge commits what it is given, or throws; must do no harm when given the same again
     * @throws IOException when the folder or a file cannot be read; files merged before stay merged
     */
    public void mergeInto(Consumer<List<Transaction>> merge) throws IOException {
        for (Path file : leftBehind(ENDING)) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                    FileLock lock = tryLock(channel)) {
                if (lock == null) {
                    LOG.info("Journal {} is being written by another Carrel; it is merged later", file);
                    continue;
                }
                merge(file, merge);
            }
        }
        for (Path merged : leftBehind(".merged")) {
            if (Files.getLastModifiedTime(merged).toInstant().isBefore(clock.instant().minus(MERGED_KEPT))) {
                Files.delete(merged);
            }
        }
    }

    private void merge(Path file, Consumer<List<Transaction>> merge) throws IOException {
        JournalContents contents = JournalContents.read(file);
        if (contents.newer()) {
            LOG.error("Journal {} was written by a newer Carrel and is left as it is; start that version once to merge"
                    + " it", file);
            return;
        }
        if (contents.unfinished()) {
            LOG.warn("Journal {} ends in a half-written line: the program died before that scan was confirmed", file);
        }
        if (!contents.damaged().isEmpty()) {
            LOG.error("Journal {} has damaged lines that cannot be read: {}; the others are merged and the file is"
                    + " kept", file, contents.damaged());
        }
        if (!contents.transactions().isEmpty()) {
            merge.accept(contents.transactions());
        }
        String done = file.getFileName() + (contents.damaged().isEmpty() ? ".merged" : ".damaged");
        Files.move(file, file.resolveSibling(done), StandardCopyOption.ATOMIC_MOVE);
        LOG.info("Merged {} transactions from journal {}", contents.transactions().size(), file);
    }

    private Set<TransactionId> idsLeftBehind() throws IOException {
        Set<TransactionId> ids = new HashSet<>();
        for (Path file : leftBehind(ENDING)) {
            JournalContents.read(file).transactions().forEach(transaction -> ids.add(transaction.id()));
        }
        return ids;
    }

    /** The time in their names sorts them. */
    private List<Path> leftBehind(String ending) throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> name.matcher(path.getFileName().toString()).matches()
                    && path.getFileName().toString().endsWith(ending)).sorted().toList();
        }
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
