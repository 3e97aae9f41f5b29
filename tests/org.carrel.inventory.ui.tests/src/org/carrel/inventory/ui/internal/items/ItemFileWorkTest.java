/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.items;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.carrel.inventory.ui.internal.PlainNumbers;
import org.carrel.inventory.ui.internal.ShelfItems;
import org.carrel.inventory.ui.internal.TestItemFile;
import org.carrel.model.FetchSchedule;
import org.carrel.model.ItemRecord;
import org.carrel.model.port.ItemFileUpdates;
import org.carrel.model.port.ItemFiles;
import org.carrel.model.port.ItemSnapshots;
import org.carrel.model.port.ItemSnapshots.Imported;
import org.carrel.model.port.ItemSource;
import org.carrel.model.port.ItemSource.Reason;
import org.carrel.model.port.ItemSource.UnreadableItemFileException;
import org.carrel.model.port.Subscription;
import org.carrel.testkit.TestClock;
import org.carrel.ui.Tone;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Importing an item file from the window")
class ItemFileWorkTest {

    private static final Instant DUE = Instant.parse("2026-11-15T11:00:00Z");
    private static final ItemFiles.Layout WMS = new ItemFiles.Layout.Wms();

    private final TestItemFile snapshots = new TestItemFile();
    private final Files files = new Files();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final NullProgressMonitor monitor = new NullProgressMonitor();
    private final List<Integer> percents = new ArrayList<>();
    private final TestClock clock = new TestClock("2026-11-15T10:00:00Z");
    private final ItemFileWork work = new ItemFileWork(snapshots, files, new Keys(), new Updates(),
            clock, (name, doing) -> waiting.add(() -> doing.accept(monitor)));

    /** Opens everything, or says what was told to it. */
    private static final class Files implements ItemFiles {

        private Optional<IOException> failure = Optional.empty();

        @Override
        public Look look(Path file, Choices choices) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ItemSource open(Path file, Layout layout) throws IOException {
            if (failure.isPresent()) {
                throw failure.get();
            }
            return new ItemSource() {
                @Override
                public String name() {
                    return file.toString();
                }

                @Override
                public LocalDate asOf() {
                    return TestItemFile.DAY;
                }

                @Override
                public void read(Sink sink) {
                    throw new UnsupportedOperationException();
                }
            };
        }
    }

    private record Keys() implements ItemSnapshots.ShelfKeys {

        @Override
        public byte[] of(ItemRecord item) {
            return new byte[0];
        }

        @Override
        public String version() {
            return "plain";
        }
    }

    private record Updates() implements ItemFileUpdates {

        @Override
        public Status status() {
            return new Status(Optional.empty(), new FetchSchedule.Never(), Optional.empty(), false, Optional.empty());
        }

        @Override
        public Optional<Instant> next() {
            return Optional.of(DUE);
        }

        @Override
        public Last run(ItemSnapshots.Monitor watching) {
            return run(watching, false);
        }

        @Override
        public Last run(ItemSnapshots.Monitor watching, boolean smaller) {
            watching.progress(1, 4);
            return smaller ? new Last(Instant.EPOCH, Result.IMPORTED, "b.txt", "3 items.", true)
                    : new Last(Instant.EPOCH, Result.FAILED, "", "The server is away.", true);
        }

        @Override
        public Optional<Last> runIfDue(ItemSnapshots.Monitor watching) {
            return Optional.of(new Last(DUE, Result.UNCHANGED, "items.txt", "Nothing new.", true));
        }

        @Override
        public Subscription observe(Consumer<Status> observer) {
            return () -> {
            };
        }
    }

    private void begin() {
        assertTrue(work.importFile(Path.of("items.txt"), WMS));
    }

    private Said ended() {
        waiting.remove().run();
        assertTrue(work.state().busy().isEmpty());
        return work.state().last().orElseThrow();
    }

    @Test
    void says_so_when_what_is_to_be_imported_cannot_be_written() {
        assertTrue(work.importWritten("The library", () -> {
            throw new IOException("no room");
        }));
        waiting.remove().run();
        Said said = work.state().last().orElseThrow();
        assertEquals(Tone.BAD, said.tone());
        assertTrue(said.sentence().contains("The library") && said.sentence().contains("no room"), said.sentence());
    }

    @Test
    void says_what_it_does_and_how_far_it_is() {
        work.observe(() -> percents.add(work.state().percent()));
        begin();
        assertEquals(Optional.of("Importing items.txt"), work.state().busy());
        assertEquals(new Said("22 items imported, as of 15 Nov 2026.", Tone.GOOD).tone(), ended().tone());
        assertEquals(List.of(-1, 50, 100, -1), percents);
        assertTrue(work.state().last().orElseThrow().sentence().startsWith("22 items imported"));
    }

    @Test
    void is_done_once_at_a_time() {
        begin();
        assertFalse(work.importFile(Path.of("others.txt"), WMS));
        assertFalse(work.fetch());
        ended();
        begin();
    }

    @Test
    void that_is_stopped_leaves_the_former_file() {
        var before = new ShelfItems(TestItemFile.books(3), new PlainNumbers());
        snapshots.has(before);
        begin();
        work.cancel();
        assertEquals(Tone.NEUTRAL, ended().tone());
        assertSame(before, ((ItemSnapshots.State.Ready) snapshots.current()).snapshot());
        // A stop is meant for the one that was under way.
        begin();
        assertEquals(Tone.GOOD, ended().tone());
    }

    @Test
    void can_be_stopped_in_the_progress_view_as_well() {
        begin();
        monitor.setCanceled(true);
        assertTrue(ended().sentence().startsWith("Stopped."));
    }

    @Test
    void names_the_rows_to_look_at_the_most_frequent_first() {
        snapshots.next(new Imported.Done(new ShelfItems(TestItemFile.books(5), new PlainNumbers()),
                Map.of(Reason.EMPTY_BARCODE, 2L, Reason.DUPLICATE_BARCODE, 7L)));
        begin();
        Said said = ended();
        assertEquals(Tone.CAUTION, said.tone());
        assertTrue(said.sentence().endsWith(
                "Rows to look at: 7 × a barcode that another row has, too, 2 × no barcode."), said.sentence());
    }

    @Test
    void that_fails_says_so_and_that_the_former_file_stays() {
        snapshots.next(new Imported.Failed("The disk is full."));
        begin();
        assertEquals(new Said("The disk is full. The former item file stays as it was.", Tone.BAD), ended());
    }

    @Test
    void of_something_else_says_what_is_the_matter() {
        files.failure = Optional.of(new UnreadableItemFileException("That is a picture."));
        begin();
        assertEquals(new Said("That is a picture.", Tone.BAD), ended());
        files.failure = Optional.of(new IOException("Permission denied"));
        begin();
        assertTrue(ended().sentence().startsWith("items.txt could not be read (Permission denied)"));
    }

    @Test
    void that_ends_unexpectedly_is_over_all_the_same() {
        snapshots.next(null);
        begin();
        assertThrows(RuntimeException.class, () -> waiting.remove().run());
        assertTrue(work.state().busy().isEmpty());
        assertEquals(Tone.BAD, work.state().last().orElseThrow().tone());
    }

    @Test
    void fetching_says_what_became_of_it() {
        assertTrue(work.fetch());
        assertEquals(Optional.of("Fetching the newest item file"), work.state().busy());
        assertEquals(new Said("The server is away.", Tone.BAD), ended());
    }

    @Test
    void a_smaller_one_is_fetched_when_somebody_says_so() {
        assertTrue(work.fetchSmaller());
        assertEquals(new Said("3 items.", Tone.GOOD), ended());
    }

    @Test
    void happens_by_itself_once_it_is_due() {
        work.fetchIfDue();
        assertTrue(waiting.isEmpty());
        clock.advance(Duration.ofHours(1));
        work.fetchIfDue();
        assertEquals(new Said("Nothing new.", Tone.GOOD), ended());
    }

    @Test
    void happens_by_itself_only_when_nothing_is_under_way() {
        clock.advance(Duration.ofHours(2));
        begin();
        work.fetchIfDue();
        assertEquals(1, waiting.size());
    }
}
