/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.items;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.carrel.model.Texts;
import org.carrel.model.port.DataKey;
import org.carrel.model.port.ItemSnapshot;
import org.carrel.model.port.ItemSnapshots.Imported;
import org.carrel.model.port.ItemSnapshots.Monitor;
import org.carrel.model.port.ItemSnapshots.ShelfKeys;
import org.carrel.model.port.ItemSnapshots.State;
import org.carrel.model.port.ItemSource;
import org.carrel.model.port.ItemSource.UnreadableItemFileException;
import org.carrel.model.port.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The snapshots in one folder: which is current, and how another takes its place. Safe for use by several threads. */
public final class Snapshots {

    private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);
    private static final Texts TEXTS = Texts.of(Snapshots.class);
    private static final long HARDLY_ANY_SPACE = 4L << 20;
    /** Another process may import just when this one opens; it does not do so again and again. */
    private static final int ATTEMPTS = 5;

    private final Path path;
    private final int segmentBits;
    private final ItemFolder folder;
    private final Supplier<Optional<DataKey>> key;
    private final Clock clock;
    /** Asked before the lock on the disk: on POSIX, looking at that one again would end it. */
    private final Semaphore importing = new Semaphore(1);
    private final List<Consumer<ItemSnapshot>> observers = new CopyOnWriteArrayList<>();
    private Optional<MappedSnapshot> open = Optional.empty();
    /** Reading all of a damaged one again for each question would help nobody. */
    private Optional<String> damaged = Optional.empty();

    /** @param key what bad rows are sealed with */
    public Snapshots(Path path, Supplier<Optional<DataKey>> key, Clock clock) {
        this(path, key, clock, Mapped.SEGMENT_BITS);
    }

    /** With segments of another size than the files in use have: for tests. */
    Snapshots(Path path, Supplier<Optional<DataKey>> key, Clock clock, int segmentBits) {
        this.path = path;
        this.segmentBits = segmentBits;
        this.folder = new ItemFolder(path);
        this.key = key;
        this.clock = clock;
    }

    /** See {@link org.carrel.model.port.ItemSnapshots#current()}. */
    public synchronized State current() {
        try {
            Optional<String> id = folder.current();
            for (int attempt = 1; attempt < ATTEMPTS && id.isPresent() && !isThere(id.get()); attempt++) {
                id = folder.current();
            }
            return id.isEmpty() ? new State.None() : state(id.get());
        } catch (Header.NewerException e) {
            return new State.Refused(TEXTS.get("refused.newer"));
        } catch (Header.DamagedException e) {
            LOG.error("The snapshot of items is damaged: {}", e.getMessage());
            return new State.Refused(TEXTS.get("refused.damaged", path));
        } catch (IOException e) {
            LOG.error("The snapshot of items cannot be read", e);
            return new State.Refused(TEXTS.get("refused.unreadable", path));
        }
    }

    private boolean isThere(String id) {
        return isOpen(id) || Files.exists(folder.snapshot(id));
    }

    private boolean isOpen(String id) {
        return open.isPresent() && open.get().description().id().equals(id);
    }

    private State state(String id) throws IOException {
        if (damaged.filter(id::equals).isPresent()) {
            return new State.Refused(TEXTS.get("refused.damaged", path));
        }
        if (!isOpen(id)) {
            open = Optional.empty();
            try {
                open = Optional.of(MappedSnapshot.open(folder.snapshot(id), segmentBits));
            } catch (NoSuchFileException e) {
                throw new Header.DamagedException("missing");
            } catch (Header.DamagedException e) {
                damaged = Optional.of(id);
                throw e;
            }
        }
        return new State.Ready(open.get());
    }

    /** See {@link org.carrel.model.port.ItemSnapshots#replace}. */
    public Imported replace(ItemSource source, ShelfKeys keys, long fewest, Monitor monitor) {
        if (!importing.tryAcquire()) {
            return new Imported.Failed(TEXTS.get("import.busy"));
        }
        try {
            return replaceAlone(source, keys, fewest, monitor);
        } finally {
            importing.release();
        }
    }

    /** See {@link org.carrel.model.port.ItemSnapshots#isImporting()}. */
    public boolean isImporting() {
        if (!importing.tryAcquire()) {
            return true;
        }
        try {
            Optional<ItemFolder.Lock> lock = folder.lock();
            if (lock.isPresent()) {
                lock.get().close();
            }
            return lock.isEmpty();
        } catch (IOException e) {
            LOG.debug("Whether there is an import cannot be told", e);
            return false;
        } finally {
            importing.release();
        }
    }

    private Imported replaceAlone(ItemSource source, ShelfKeys keys, long fewest, Monitor monitor) {
        try {
            Optional<ItemFolder.Lock> lock = folder.lock();
            if (lock.isEmpty()) {
                return new Imported.Failed(TEXTS.get("import.busy"));
            }
            Imported ending;
            try (ItemFolder.Lock held = lock.get()) {
                tidy();
                ending = write(source, keys, fewest, monitor);
            }
            if (ending instanceof Imported.Done done) {
                observers.forEach(observer -> observer.accept(done.snapshot()));
            }
            return ending;
        } catch (SnapshotWriter.CancelledException | ClosedByInterruptException e) {
            return new Imported.Cancelled();
        } catch (UnreadableItemFileException e) {
            return new Imported.Failed(e.getMessage());
        } catch (SnapshotWriter.TooManyException e) {
            return new Imported.Failed(TEXTS.get(e.getMessage(), source.name()));
        } catch (IOException e) {
            LOG.error("The import of items failed", e);
            return new Imported.Failed(isFull() ? TEXTS.get("import.diskFull", path)
                    : TEXTS.get("import.failed", e.getClass().getSimpleName()));
        }
    }

    /** A pointer that nobody can read stands for no snapshot, and so nothing that may be one is deleted. */
    private void tidy() throws IOException {
        try {
            folder.tidy();
        } catch (Header.DamagedException e) {
            LOG.warn("Nobody knows which snapshot is the current one; all stay");
        }
    }

    private Imported write(ItemSource source, ShelfKeys keys, long fewest, Monitor monitor) throws IOException {
        String id = UUID.randomUUID().toString();
        boolean swapped = false;
        try (SnapshotWriter writer = new SnapshotWriter(folder.snapshot(id), segmentBits, folder.badRows(id),
                key.get(), keys, monitor)) {
            source.read(writer);
            if (monitor.isCancelled()) {
                return new Imported.Cancelled();
            }
            if (writer.items() == 0) {
                long bad = writer.badCounts().values().stream().mapToLong(Long::longValue).sum();
                return new Imported.Failed(TEXTS.get("import.nothing", source.name(), bad));
            }
            if (writer.items() < fewest) {
                return new Imported.TooFew(writer.items());
            }
            writer.finish(id, source, clock.instant());
            MappedSnapshot snapshot = MappedSnapshot.open(folder.snapshot(id), segmentBits);
            boolean forGood = folder.makeCurrent(id);
            swapped = true;
            synchronized (this) {
                open = Optional.of(snapshot);
            }
            if (forGood) {
                tidy();
            }
            monitor.progress(1, 1);
            return new Imported.Done(snapshot, writer.badCounts());
        } finally {
            if (!swapped) {
                folder.discard(id);
            }
        }
    }

    private boolean isFull() {
        try {
            return Files.getFileStore(path).getUsableSpace() < HARDLY_ANY_SPACE;
        } catch (IOException e) {
            LOG.debug("How much room there is cannot be told", e);
            return false;
        }
    }

    /** See {@link org.carrel.model.port.ItemSnapshots#badRows}. */
    public void badRows(Consumer<ItemSource.BadRow> reader) throws IOException {
        if (!(current() instanceof State.Ready ready)) {
            throw new IOException(TEXTS.get("badRows.none"));
        }
        ItemSnapshot.Description description = ready.snapshot().description();
        try {
            BadRowsFile.read(folder.badRows(description.id()), key.get(), description.badRows(), reader);
        } catch (BadRowsFile.UnreadableException | NoSuchFileException e) {
            throw new IOException(TEXTS.get("badRows.unreadable"), e);
        }
    }

    /** See {@link org.carrel.model.port.ItemSnapshots#observe}. */
    public Subscription observe(Consumer<ItemSnapshot> observer) {
        observers.add(observer);
        return () -> observers.remove(observer);
    }
}
