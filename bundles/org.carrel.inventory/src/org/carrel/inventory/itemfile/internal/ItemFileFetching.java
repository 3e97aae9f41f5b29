/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.itemfile.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.carrel.model.FetchSchedule;
import org.carrel.model.ItemFileRules;
import org.carrel.model.Texts;
import org.carrel.model.port.Branch;
import org.carrel.model.port.ItemFileServer;
import org.carrel.model.port.ItemFileServer.Fetched;
import org.carrel.model.port.ItemFileServer.Place;
import org.carrel.model.port.ItemFileUpdates;
import org.carrel.model.port.ItemFiles;
import org.carrel.model.port.ItemSnapshot.Description;
import org.carrel.model.port.ItemSnapshots;
import org.carrel.model.port.ItemSnapshots.Imported;
import org.carrel.model.port.ItemSnapshots.Monitor;
import org.carrel.model.port.ItemSource.UnreadableItemFileException;
import org.carrel.model.port.Secrets;
import org.carrel.model.port.Subscription;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches the branch's item files and imports them. What was fetched holds the notes of items, and so names of people:
 * it is deleted as soon as it is imported, or could not be.
 */
@Component
public final class ItemFileFetching implements ItemFileUpdates {

    private static final Logger LOG = LoggerFactory.getLogger(ItemFileFetching.class);
    private static final Texts TEXTS = Texts.of(ItemFileFetching.class);

    /** After what may pass, such as a server that is away. */
    private static final Duration AGAIN = Duration.ofHours(1);

    /** No file takes so long to come. */
    private static final Duration LONGEST = Duration.ofHours(6);

    private final Branch branch;
    private final ItemFileServer server;
    private final ItemFiles files;
    private final ItemSnapshots snapshots;
    private final ItemSnapshots.ShelfKeys keys;
    private final Secrets secrets;
    private final Clock clock;
    private final FetchMemory memory;
    private final FetchedFiles folder;
    private final AtomicBoolean running = new AtomicBoolean();
    private final List<Consumer<Status>> observers = new CopyOnWriteArrayList<>();

    @Activate
    public ItemFileFetching(@Reference Branch branch, @Reference ItemFileServer server, @Reference ItemFiles files,
            @Reference ItemSnapshots snapshots, @Reference ItemSnapshots.ShelfKeys keys, @Reference Secrets secrets) {
        this(branch, server, files, snapshots, keys, secrets, Clock.systemUTC());
    }

    ItemFileFetching(Branch branch, ItemFileServer server, ItemFiles files, ItemSnapshots snapshots,
            ItemSnapshots.ShelfKeys keys, Secrets secrets, Clock clock) {
        this.branch = Objects.requireNonNull(branch, "branch");
        this.server = Objects.requireNonNull(server, "server");
        this.files = Objects.requireNonNull(files, "files");
        this.snapshots = Objects.requireNonNull(snapshots, "snapshots");
        this.keys = Objects.requireNonNull(keys, "keys");
        this.secrets = Objects.requireNonNull(secrets, "secrets");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.memory = new FetchMemory(branch.dataFolder());
        this.folder = new FetchedFiles(branch.dataFolder());
        folder.deleteFromBefore(clock.instant().minus(LONGEST));
    }

    /** How an attempt ended, before it is kept. @param mark see {@link Fetched.Done#mark()}; empty without a file */
    private record Ending(Result result, String file, String sentence, String mark, boolean mayPass) {}

    private ItemFileRules rules() {
        return branch.profile().itemFile();
    }

    @Override
    public Status status() {
        return new Status(rules().server(), rules().schedule(), next(), running.get(),
                memory.get().map(FetchMemory.Kept::last));
    }

    @Override
    public Optional<Instant> next() {
        FetchSchedule schedule = rules().schedule();
        if (rules().server().isEmpty()) {
            return Optional.empty();
        }
        Optional<FetchMemory.Kept> kept = memory.get();
        Instant now = clock.instant();
        Optional<Instant> planned = schedule.next(kept.map(one -> one.last().at()), now, branch.profile().zone());
        Optional<Instant> again = kept.filter(FetchMemory.Kept::mayPass).map(one -> one.last().at().plus(AGAIN));
        return planned.map(at -> again.filter(at::isAfter).orElse(at));
    }

    @Override
    public Optional<Last> runIfDue(Monitor monitor) {
        // Another program on the same data may have done it meanwhile.
        memory.readAgain();
        return next().filter(at -> !at.isAfter(clock.instant())).map(due -> run(monitor, false));
    }

    @Override
    public Last run(Monitor monitor) {
        return run(monitor, false);
    }

    @Override
    public Last run(Monitor monitor, boolean smaller) {
        if (!running.compareAndSet(false, true)) {
            return busy();
        }
        try {
            if (snapshots.isImporting()) {
                return busy();
            }
            tell();
            Ending ending = attempt(new Phases(monitor), smaller);
            return ending.result() == Result.BUSY ? busy() : keep(ending);
        } finally {
            running.set(false);
            tell();
        }
    }

    private Last busy() {
        return new Last(clock.instant(), Result.BUSY, "", TEXTS.get("busy"), false);
    }

    private Last keep(Ending ending) {
        Optional<FetchMemory.Kept> before = memory.get();
        boolean same = before.filter(kept -> kept.last().result() == ending.result()
                && kept.last().sentence().equals(ending.sentence())).isPresent();
        boolean news = switch (ending.result()) {
            case IMPORTED -> true;
            case FAILED, HELD_BACK -> !same;
            case UNCHANGED, CANCELLED, BUSY -> false;
        };
        Last last = new Last(clock.instant(), ending.result(), ending.file(), ending.sentence(), news);
        String mark = ending.mark().isEmpty() ? before.map(FetchMemory.Kept::mark).orElse("") : ending.mark();
        String marked = ending.mark().isEmpty() ? before.map(FetchMemory.Kept::marked).orElse("") : ending.file();
        memory.keep(new FetchMemory.Kept(last, mark, marked, ending.mayPass()));
        LOG.info("Item files: {}", ending.result());
        return last;
    }

    private Ending attempt(Phases phases, boolean smaller) {
        if (rules().server().isEmpty()) {
            return failed(TEXTS.get("noServer"), false);
        }
        Place place = rules().server().get();
        Optional<char[]> sealed = secrets.itemFilePassword();
        if (sealed.isEmpty() && place.keyFile().isEmpty()) {
            return failed(TEXTS.get("noPassword", place.host()), false);
        }
        char[] secret = sealed.orElseGet(() -> new char[0]);
        Path into = folder.fresh();
        try {
            return switch (server.fetchNewest(place, secret, known(), into, phases.first())) {
                case Fetched.Done done -> imported(done.file(), done.mark(), smaller ? 0 : fewest(),
                        phases.second());
                case Fetched.Unchanged same -> new Ending(Result.UNCHANGED, same.name(),
                        TEXTS.get("unchanged", same.name()), "", false);
                case Fetched.Failed failed -> failed(failed.sentence(), failed.mayPass());
                case Fetched.Cancelled cancelled -> cancelled();
            };
        } finally {
            Arrays.fill(secret, '\0');
            folder.delete(into);
        }
    }

    /** The mark of the file whose items are here; whatever was imported by hand since is another one. */
    private Optional<String> known() {
        boolean here = snapshots.current() instanceof ItemSnapshots.State.Ready ready
                && memory.get().filter(kept -> kept.marked().equals(ready.snapshot().description().name())).isPresent();
        return here ? memory.get().map(FetchMemory.Kept::mark).filter(mark -> !mark.isEmpty()) : Optional.empty();
    }

    /** Half a file is a report that broke off more often than a library that lost half of its items. */
    private long fewest() {
        return snapshots.current() instanceof ItemSnapshots.State.Ready ready
                ? Math.ceilDiv(ready.snapshot().description().items() * rules().atLeast(), 100L)
                : 0;
    }

    private Ending imported(Path file, String mark, long fewest, Monitor monitor) {
        String name = file.getFileName().toString();
        try {
            ItemFiles.Look look = files.look(file, ItemFiles.Choices.NONE);
            if (look.problem().isPresent()) {
                return new Ending(Result.FAILED, name, look.problem().get(), "", false);
            }
            return switch (snapshots.replace(files.open(file, look.layout()), keys, fewest, monitor)) {
                case Imported.Done done -> new Ending(Result.IMPORTED, name,
                        sentence(done.snapshot().description(), done.bad()), mark, false);
                case Imported.TooFew few -> new Ending(Result.HELD_BACK, name, heldBack(few.items(), name), "", false);
                case Imported.Failed failed -> snapshots.isImporting()
                        ? new Ending(Result.BUSY, name, failed.sentence(), "", true)
                        : new Ending(Result.FAILED, name, failed.sentence(), "", false);
                case Imported.Cancelled cancelled -> cancelled();
            };
        } catch (UnreadableItemFileException e) {
            return new Ending(Result.FAILED, name, e.getMessage(), "", false);
        } catch (IOException e) {
            LOG.error("What was fetched cannot be read", e);
            return new Ending(Result.FAILED, name, TEXTS.get("unreadable", file.getParent()), "", true);
        }
    }

    private static String sentence(Description description, Map<?, Long> bad) {
        long rows = bad.values().stream().mapToLong(Long::longValue).sum();
        return TEXTS.get(rows == 0 ? "imported" : "importedWithBad", description.items(), description.name(),
                description.asOf().toString(), rows);
    }

    private String heldBack(long items, String name) {
        return snapshots.current() instanceof ItemSnapshots.State.Ready ready
                ? TEXTS.get("heldBack", name, items, ready.snapshot().description().items(), rules().atLeast())
                : TEXTS.get("heldBack", name, items, 0L, rules().atLeast());
    }

    private static Ending failed(String sentence, boolean mayPass) {
        return new Ending(Result.FAILED, "", sentence, "", mayPass);
    }

    private static Ending cancelled() {
        return new Ending(Result.CANCELLED, "", TEXTS.get("cancelled"), "", false);
    }

    @Override
    public Subscription observe(Consumer<Status> observer) {
        observers.add(observer);
        return () -> observers.remove(observer);
    }

    private void tell() {
        Status now = status();
        observers.forEach(observer -> observer.accept(now));
    }
}
