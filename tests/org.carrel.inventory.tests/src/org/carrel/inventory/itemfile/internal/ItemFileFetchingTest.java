/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.itemfile.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.carrel.model.FetchSchedule;
import org.carrel.model.port.ItemFileServer.Fetched;
import org.carrel.model.port.ItemFileUpdates.Last;
import org.carrel.model.port.ItemFileUpdates.Result;
import org.carrel.model.port.ItemSnapshots.Monitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An item file that comes by itself")
class ItemFileFetchingTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir
    Path folder;

    private Fetchable there;

    @BeforeEach
    void make() {
        there = new Fetchable(folder, NOON);
    }

    @Test
    void is_fetched_imported_and_deleted_and_how_it_ended_is_kept() throws IOException {
        ItemFileFetching updates = there.every(Duration.ofHours(12));
        there.answer = Fetchable.file("XYZ.Items.20261120.txt", "m1");
        Last last = updates.runIfDue(Monitor.SILENT).orElseThrow();
        assertEquals(Result.IMPORTED, last.result());
        assertTrue(last.news());
        assertTrue(last.sentence().contains("XYZ.Items.20261120.txt"), last.sentence());
        assertEquals(List.of("XYZ.Items.20261120.txt"), there.imported);
        assertEquals(List.of(), files("fetched"), "it names people");
        assertEquals(Optional.of(NOON.plus(Duration.ofHours(12))), updates.next());
        assertEquals(Optional.empty(), updates.runIfDue(Monitor.SILENT), "not due again");
        Last kept = there.every(Duration.ofHours(12)).status().last().orElseThrow();
        assertEquals(List.of(last.at(), last.result(), last.file(), last.sentence()),
                List.of(kept.at(), kept.result(), kept.file(), kept.sentence()), "after a restart");
    }

    @Test
    void is_not_fetched_again_while_it_is_the_newest_unless_something_else_was_imported() {
        ItemFileFetching updates = there.every(Duration.ofHours(1));
        there.answer = Fetchable.file("a.txt", "m1");
        updates.run(Monitor.SILENT);
        updates.run(Monitor.SILENT);
        assertEquals(List.of("", "m1"), there.known);
        there.current = "by-hand.txt";
        updates.run(Monitor.SILENT);
        assertEquals(List.of("", "m1", ""), there.known);
        there.answer = (known, into, monitor) -> new Fetched.Unchanged("a.txt");
        Last last = updates.run(Monitor.SILENT);
        assertEquals(Result.UNCHANGED, last.result());
        assertFalse(last.news());
    }

    @Test
    void that_fails_is_told_once_and_tried_again_after_an_hour_when_it_may_pass() {
        ItemFileFetching updates = there.daily(LocalTime.of(6, 30));
        there.answer = (known, into, monitor) -> new Fetched.Failed("It is away.", true);
        assertTrue(updates.run(Monitor.SILENT).news());
        assertEquals(Optional.of(NOON.plus(Duration.ofHours(1))), updates.next());
        there.clock.advance(Duration.ofHours(1));
        Last second = updates.runIfDue(Monitor.SILENT).orElseThrow();
        assertEquals(Result.FAILED, second.result());
        assertFalse(second.news(), "somebody knows already");
        ItemFileFetching restarted = there.daily(LocalTime.of(6, 30));
        assertFalse(restarted.run(Monitor.SILENT).news(), "also after a restart");
        there.answer = (known, into, monitor) -> new Fetched.Failed("It did not let me in.", false);
        assertTrue(restarted.run(Monitor.SILENT).news(), "something else is the matter");
        assertEquals(Optional.of(Instant.parse("2026-11-21T05:30:00Z")), restarted.next(),
                "a refused sign-in is not tried again soon");
    }

    @Test
    void with_fewer_than_half_of_the_items_is_held_back_told_once_and_taken_when_somebody_says_so() {
        ItemFileFetching updates = there.every(Duration.ofHours(12));
        there.answer = Fetchable.file("a.txt", "m1");
        there.items = 1;
        assertEquals(Result.IMPORTED, updates.run(Monitor.SILENT).result(), "the first one is what it is");
        there.answer = Fetchable.file("b.txt", "m2");
        there.items = 51;
        there.clock.advance(Duration.ofHours(12));
        assertEquals(Result.IMPORTED, updates.runIfDue(Monitor.SILENT).orElseThrow().result(), "just above half");
        there.answer = Fetchable.file("c.txt", "m3");
        there.items = 50;
        there.clock.advance(Duration.ofHours(12));
        Last held = updates.runIfDue(Monitor.SILENT).orElseThrow();
        assertEquals(Result.HELD_BACK, held.result());
        assertTrue(held.news());
        assertTrue(held.sentence().startsWith("c.txt has only 50 items, and there are 101 now."), held.sentence());
        assertEquals("b.txt", there.current);
        assertEquals(Optional.of(there.clock.instant().plus(Duration.ofHours(12))), updates.next());
        Last again = there.every(Duration.ofHours(12)).run(Monitor.SILENT);
        assertEquals(Result.HELD_BACK, again.result(), "also after a restart");
        assertFalse(again.news(), "somebody knows already");
        assertEquals(Result.IMPORTED, updates.run(Monitor.SILENT, true).result());
        assertEquals(List.of("a.txt", "b.txt", "c.txt"), there.imported);
    }

    @Test
    void of_any_size_is_taken_where_the_branch_wants_that() {
        there.atLeast = 0;
        ItemFileFetching updates = there.every(Duration.ofHours(12));
        there.answer = Fetchable.file("a.txt", "m1");
        updates.run(Monitor.SILENT);
        there.items = 1;
        there.answer = Fetchable.file("b.txt", "m2");
        assertEquals(Result.IMPORTED, updates.run(Monitor.SILENT).result());
    }

    @Test
    void leaves_the_items_from_before_and_nothing_else_when_it_cannot_be_read_or_somebody_stops_it()
            throws IOException {
        ItemFileFetching updates = there.every(Duration.ofHours(1));
        there.answer = Fetchable.file("bad.txt", "m1");
        Last last = updates.run(Monitor.SILENT);
        assertEquals(Result.FAILED, last.result());
        assertEquals("No item file.", last.sentence());
        there.answer = (known, into, monitor) -> new Fetched.Cancelled();
        assertEquals(Result.CANCELLED, updates.run(Monitor.SILENT).result());
        assertEquals(List.of(), there.imported);
        assertEquals(List.of(), files("fetched"));
        there.answer = Fetchable.file("a.txt", "m1");
        updates.run(Monitor.SILENT);
        assertEquals("", there.known.getLast(), "what could not be read is not known");
    }

    @Test
    void never_comes_in_the_way_of_another_import() throws InterruptedException {
        ItemFileFetching updates = there.every(Duration.ofHours(1));
        there.importing = true;
        there.answer = Fetchable.file("a.txt", "m1");
        assertEquals(Result.BUSY, updates.runIfDue(Monitor.SILENT).orElseThrow().result());
        assertEquals(List.of(), there.known);
        assertEquals(Optional.of(NOON), updates.next(), "it stays due");
        there.importing = false;
        CountDownLatch within = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        there.answer = (known, into, monitor) -> {
            within.countDown();
            await(goOn);
            return new Fetched.Unchanged("a.txt");
        };
        Thread first = Thread.ofPlatform().start(() -> updates.run(Monitor.SILENT));
        await(within);
        assertTrue(updates.status().running());
        assertEquals(Result.BUSY, updates.run(Monitor.SILENT).result());
        goOn.countDown();
        first.join();
        assertEquals(Result.UNCHANGED, updates.status().last().orElseThrow().result());
    }

    @Test
    void needs_a_server_and_a_password_and_overwrites_the_password() {
        ItemFileFetching nowhere = there.with(Optional.empty(), new FetchSchedule.Every(Duration.ofHours(1)));
        assertEquals(Optional.empty(), nowhere.next());
        assertTrue(nowhere.run(Monitor.SILENT).sentence().contains("item-file-server"));
        ItemFileFetching updates = there.every(Duration.ofHours(1));
        there.password = Optional.empty();
        assertTrue(updates.run(Monitor.SILENT).sentence().contains("--new-file-server-password"));
        there.password = Optional.of("s3cret".toCharArray());
        there.answer = Fetchable.file("a.txt", "m1");
        assertEquals(Result.IMPORTED, updates.run(Monitor.SILENT).result());
        assertEquals("s3cret", there.signedInWith);
        assertArrayEquals(new char[6], there.password.orElseThrow());
    }

    @Test
    void is_due_when_what_is_kept_of_the_last_one_is_damaged_or_the_clock_was_wrong() throws IOException {
        there.answer = Fetchable.file("a.txt", "m1");
        there.every(Duration.ofHours(5)).run(Monitor.SILENT);
        there.clock.advance(Duration.ofHours(-100));
        assertEquals(Optional.of(there.clock.instant()), there.every(Duration.ofHours(5)).next());
        Path memory = folder.resolve("item-fetch.properties");
        for (String damage : List.of("", "at=never\nresult=IMPORTED\n", "result=\\uZZZZ\n", "\0\0\0")) {
            Files.writeString(memory, damage);
            assertEquals(Optional.of(there.clock.instant()), there.every(Duration.ofHours(5)).next(), damage);
        }
    }

    @Test
    void that_a_power_cut_left_is_deleted_at_the_next_start_and_not_what_another_program_fetches() throws IOException {
        Path left = Files.createDirectories(folder.resolve("fetched/left"));
        Files.writeString(left.resolve("items.txt.part"), "x");
        Files.setLastModifiedTime(left, FileTime.from(NOON.minus(Duration.ofHours(7))));
        Path now = Files.createDirectories(folder.resolve("fetched/now"));
        Files.setLastModifiedTime(now, FileTime.from(NOON.minus(Duration.ofMinutes(7))));
        there.every(Duration.ofHours(1));
        assertEquals(List.of(now.toString()), files("fetched"));
    }

    @Test
    void tells_observers_when_it_begins_and_when_it_ends() {
        ItemFileFetching updates = there.every(Duration.ofHours(1));
        there.answer = Fetchable.file("a.txt", "m1");
        List<String> heard = new ArrayList<>();
        updates.observe(status -> heard.add(status.running() + " " + status.last().map(Last::result).orElse(null)));
        List<Long> progress = new ArrayList<>();
        updates.run(new Monitor() {
            @Override
            public void progress(long done, long total) {
                progress.add(1_000 * done / total);
            }

            @Override
            public boolean isCancelled() {
                return false;
            }
        });
        assertEquals(List.of("true null", "false IMPORTED"), heard);
        assertEquals(List.of(250L, 750L), progress, "fetching is the first half, importing the second");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(1, TimeUnit.MINUTES));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> files(String name) throws IOException {
        if (Files.notExists(folder.resolve(name))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            return files.map(Path::toString).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
