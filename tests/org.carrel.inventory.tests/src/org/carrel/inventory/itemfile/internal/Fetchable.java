/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.itemfile.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.carrel.model.FetchSchedule;
import org.carrel.model.ItemFileRules;
import org.carrel.model.ItemRecord;
import org.carrel.model.port.ItemFileServer;
import org.carrel.model.port.ItemFiles;
import org.carrel.model.port.ItemSnapshot;
import org.carrel.model.port.ItemSnapshots;
import org.carrel.model.port.ItemSource;
import org.carrel.model.port.Secrets;
import org.carrel.model.port.Subscription;
import org.carrel.testkit.TestBranch;
import org.carrel.testkit.TestClock;

/** A file server, a reader and a snapshot that do what a test says. */
final class Fetchable implements ItemFileServer, ItemFiles, ItemSnapshots, Secrets {

    private final Path folder;
    final TestClock clock;
    final List<String> imported = new ArrayList<>();
    final List<String> known = new ArrayList<>();
    String current = "";
    boolean importing;
    /** How many the next file has; the one that is there has 101. */
    long items = 101;
    int atLeast = ItemFileRules.USUALLY_AT_LEAST;
    Optional<char[]> password = Optional.of("p".toCharArray());
    String signedInWith = "";
    Answer answer;

    /** What the server does. */
    interface Answer {
        Fetched to(Optional<String> known, Path into, Monitor monitor) throws IOException;
    }

    Fetchable(Path folder, Instant now) {
        this.folder = folder;
        this.clock = new TestClock(now);
    }

    static Answer file(String name, String mark) {
        return (known, into, monitor) -> {
            Files.createDirectories(into);
            monitor.progress(1, 2);
            return new Fetched.Done(Files.writeString(into.resolve(name), "x"), mark);
        };
    }

    ItemFileFetching every(Duration interval) {
        return with(Optional.of(place()), new FetchSchedule.Every(interval));
    }

    ItemFileFetching daily(LocalTime at) {
        return with(Optional.of(place()), new FetchSchedule.Daily(at));
    }

    private static Place place() {
        return new Place("files", 22, "me", "ssh-ed25519 AAAA", "/", "*", Optional.empty());
    }

    ItemFileFetching with(Optional<Place> place, FetchSchedule schedule) {
        TestBranch branch = TestBranch.standard();
        ItemFileRules rules = new ItemFileRules(Choices.NONE, place, schedule, atLeast);
        return new ItemFileFetching(new TestBranch(branch.profile().withItemFile(rules), folder, folder,
                branch.origin()), this, this, this, keys(), this, clock);
    }

    private static ShelfKeys keys() {
        return new ShelfKeys() {
            @Override
            public byte[] of(ItemRecord item) {
                return new byte[0];
            }

            @Override
            public String version() {
                return "1";
            }
        };
    }

    @Override
    public Fetched fetchNewest(Place place, char[] secret, Optional<String> mark, Path into, Monitor monitor) {
        signedInWith = new String(secret);
        known.add(mark.orElse(""));
        try {
            return answer.to(mark, into, monitor);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Look look(Path file, Choices choices) {
        boolean bad = file.getFileName().toString().startsWith("bad");
        return new Look(new Layout.Wms(), List.of(), Map.of(), Set.of(), List.of(),
                bad ? Optional.of("No item file.") : Optional.empty());
    }

    @Override
    public ItemSource open(Path file, Layout layout) {
        return new ItemSource() {
            @Override
            public String name() {
                return file.getFileName().toString();
            }

            @Override
            public LocalDate asOf() {
                return LocalDate.of(2026, 11, 20);
            }

            @Override
            public void read(Sink sink) {
                throw new AssertionError("the snapshots of this test read nothing");
            }
        };
    }

    @Override
    public State current() {
        return current.isEmpty() ? new State.None() : new State.Ready(snapshot(current));
    }

    private static ItemSnapshot snapshot(String name) {
        ItemSnapshot.Description description = new ItemSnapshot.Description("id", name, LocalDate.of(2026, 11, 20),
                Instant.EPOCH, 101, 0, "1");
        return (ItemSnapshot) java.lang.reflect.Proxy.newProxyInstance(Fetchable.class.getClassLoader(),
                new Class<?>[] { ItemSnapshot.class }, (proxy, method, arguments) -> {
                    if (method.getName().equals("description")) {
                        return description;
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    @Override
    public Imported replace(ItemSource source, ShelfKeys keys, Monitor monitor) {
        return replace(source, keys, 0, monitor);
    }

    @Override
    public Imported replace(ItemSource source, ShelfKeys keys, long fewest, Monitor monitor) {
        monitor.progress(1, 2);
        if (items < fewest) {
            return new Imported.TooFew(items);
        }
        imported.add(source.name());
        current = source.name();
        return new Imported.Done(snapshot(source.name()), Map.of());
    }

    @Override
    public boolean isImporting() {
        return importing;
    }

    @Override
    public void badRows(Consumer<ItemSource.BadRow> reader) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Subscription observe(Consumer<ItemSnapshot> observer) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<char[]> wsKeySecret() {
        return Optional.empty();
    }

    @Override
    public Optional<char[]> itemFilePassword() {
        return password;
    }

    @Override
    public void supplyWsKeySecret(char[] secret) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void forget() {
        throw new UnsupportedOperationException();
    }
}
