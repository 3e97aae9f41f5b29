/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.carrel.model.ItemBarcode;
import org.carrel.model.Origin;
import org.carrel.model.inventory.FindingKey;
import org.carrel.model.inventory.Handling;
import org.carrel.model.inventory.InventoryProject;
import org.carrel.model.inventory.InventoryRead;
import org.carrel.model.inventory.InventoryRead.Kind;
import org.carrel.model.inventory.InventoryRead.Mark;
import org.carrel.model.inventory.InventorySession;
import org.carrel.model.inventory.KeptHandling;
import org.carrel.model.inventory.Scope;
import org.carrel.model.port.InventoryFindings.Kept;
import org.carrel.model.port.InventoryProjects.Recorded;
import org.carrel.model.port.QueueHealth;
import org.carrel.testkit.ChildJvm;
import org.carrel.testkit.TestDataKey;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A read that was acknowledged is never lost, nor is a mark, a condition or a note on a finding. Two people read and
 * mark in a child process, and say what they did about findings; it prints each of that after {@code record} or
 * {@code handle} returned and is killed (SIGKILL) at a random moment, again and again; each time they go on with their
 * session. The queue is encrypted, as it is in libraries. The long form is asked for with the system property
 * {@code carrel.kills}.
 */
@DisplayName("An inventory that is killed at any moment")
class InventoryKillTest {

    private static final int KILLS = Integer.getInteger("carrel.kills", 32);
    private static final int KILLS_WHILE_JOURNALING = Math.max(8, KILLS / 4);
    private static final List<String> PEOPLE = List.of("ab", "cd");
    /** Run, person, number of the call, place in it of how many. */
    private static final Pattern LINE = Pattern.compile("(read|note) (\\d+-(\\w+)-(\\d+)-\\d+-\\d+);");

    @TempDir
    Path folder;

    private final Random random = new Random();

    @Test
    void keeps_every_acknowledged_read_once_and_in_order_and_its_sessions_go_on() throws Exception {
        TestBranch branch = TestBranch.in(folder);
        List<String> acknowledged = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        killAgainAndAgain(branch, KILLS, acknowledged, notes);
        assertTrue(notes.size() > KILLS, "too few notes to say anything");
        check(branch, acknowledged);
        checkNotes(branch, notes);
    }

    @Test
    void keeps_them_also_in_the_journal_when_the_database_takes_nothing_from_some_read_on() throws Exception {
        TestBranch branch = TestBranch.in(folder);
        try (Store store = new Store(branch.with(Recorder.KEY), Clock.systemUTC())) {
            long project = store.makeProject("Autumn", Scope.of("MAIN")).orElseThrow().number();
            PEOPLE.forEach(person -> store.session(project, person, "wand").orElseThrow());
        }
        Tables.change(branch.queue(), Optional.of(Recorder.KEY),
                "ALTER TABLE INVENTORY_READ ADD CONSTRAINT NO_MORE CHECK (SEQUENCE < 10)");
        List<String> acknowledged = new ArrayList<>();
        killAgainAndAgain(branch, KILLS_WHILE_JOURNALING, acknowledged, new ArrayList<>());
        Tables.change(branch.queue(), Optional.of(Recorder.KEY),
                "ALTER TABLE INVENTORY_READ DROP CONSTRAINT NO_MORE");
        try (Stream<Path> journals = Files.list(branch.journalFolder())) {
            assertTrue(journals.count() > 1, "too few journals to say anything");
        }
        // A file that was cut off in the middle of a line is a remark of the first start that merges it.
        new Store(branch.with(Recorder.KEY), Clock.systemUTC()).close();
        assertTrue(acknowledged.size() > 10, "too few reads to say anything");
        check(branch, acknowledged);
    }

    private void killAgainAndAgain(TestBranch branch, int kills, List<String> acknowledged, List<String> notes)
            throws Exception {
        long seed = System.nanoTime();
        random.setSeed(seed);
        int duringStart = 0;
        for (int run = 0; run < kills; run++) {
            try (ChildJvm child = StoreProcess.start(folder, Recorder.class, branch.dataFolder().toString(),
                    branch.journalFolder().toString(), Integer.toString(run), Long.toString(random.nextLong()))) {
                boolean early = random.nextInt(4) == 0;
                CompletableFuture<Void> killed = early ? killLater(child, 1_500) : new CompletableFuture<>();
                int printed = 0;
                for (String line : child.lines()) {
                    Matcher read = LINE.matcher(line);
                    // The kill can tear the last line off.
                    assertTrue(read.matches() || "read ".startsWith(line) || "note ".startsWith(line)
                            || line.startsWith("read ") || line.startsWith("note "),
                            () -> "the child says: " + line);
                    if (read.matches()) {
                        (read.group(1).equals("read") ? acknowledged : notes).add(read.group(2));
                        printed++;
                    }
                    if (!early && printed == 1) {
                        killed = killLater(child, 250);
                    }
                }
                child.waitFor();
                assertTrue(early || printed > 0, "the child did not start; see child-errors.txt:\n"
                        + Files.readString(folder.resolve("child-errors.txt")));
                killed.get(1, TimeUnit.MINUTES);
                duringStart += printed == 0 ? 1 : 0;
            }
        }
        System.out.printf("InventoryKillTest seed %d: %d kills, %d of them during the start, %d reads and %d notes"
                + " acknowledged%n", seed, kills, duringStart, acknowledged.size(), notes.size());
    }

    /** A moment between at once and {@code longest} milliseconds. */
    private CompletableFuture<Void> killLater(ChildJvm child, int longest) {
        return CompletableFuture.runAsync(child::kill, CompletableFuture
                .delayedExecutor(random.nextInt(longest * 1_000), TimeUnit.MICROSECONDS));
    }

    private static void check(TestBranch branch, List<String> acknowledged) {
        try (Store store = new Store(branch.with(Recorder.KEY), Clock.systemUTC())) {
            assertEquals(new QueueHealth.Healthy(), store.health());
            InventoryProject project = store.projects().getFirst();
            assertEquals(1, store.projects().size());
            assertEquals(PEOPLE.size(), store.sessions(project.number()).size(), "one session each, over all restarts");
            List<String> kept = store.reads(project.number()).stream().map(read -> read.mark().text()).toList();
            assertEquals(kept.size(), new HashSet<>(kept).size(), "kept twice");
            HashSet<String> lost = new HashSet<>(acknowledged);
            lost.removeAll(kept);
            assertEquals(new HashSet<>(), lost, "acknowledged and lost");
            assertTogether(kept);
            for (String person : PEOPLE) {
                assertEquals(of(person, acknowledged),
                        of(person, kept).stream().filter(acknowledged::contains).toList(),
                        "the order of " + person);
                InventorySession session = store.sessions(project.number()).stream()
                        .filter(one -> one.person().equals(person)).findFirst().orElseThrow();
                assertEquals(of(person, kept).size(), session.reads());
                assertEquals(of(person, kept), store.reads(project.number()).stream()
                        .filter(read -> read.session() == session.number()).map(read -> read.mark().text()).toList());
            }
            long next = store.reads(project.number()).getLast().sequence() + 1;
            InventorySession session = store.session(project.number(), "ab", "wand").orElseThrow();
            Recorded recorded = store.record(session.number(), List.of(new Mark(Kind.ITEM, "next", Instant.now())));
            assertEquals(next, assertInstanceOf(Recorded.Stored.class, recorded).reads().getFirst().sequence());
        }
    }

    /** In the order in which they were said, none twice, and what was said at once is one batch, whole. */
    private static void checkNotes(TestBranch branch, List<String> acknowledged) {
        try (Store store = new Store(branch.with(Recorder.KEY), Clock.systemUTC())) {
            List<KeptHandling> kept = store.handlings(store.projects().getFirst().number());
            List<String> notes = kept.stream().map(one -> one.handling().note()).toList();
            assertEquals(notes.size(), new HashSet<>(notes).size(), "kept twice");
            HashSet<String> lost = new HashSet<>(acknowledged);
            lost.removeAll(notes);
            assertEquals(new HashSet<>(), lost, "acknowledged and lost");
            assertTogether(notes);
            PEOPLE.forEach(person -> assertEquals(of(person, acknowledged),
                    of(person, notes).stream().filter(acknowledged::contains).toList(), "the order of " + person));
            Map<String, Long> batches = new HashMap<>();
            kept.forEach(one -> assertEquals(one.batch(),
                    batches.computeIfAbsent(call(one.handling().note()), call -> one.batch())));
            assertEquals(batches.size(), new HashSet<>(batches.values()).size(), "two batches with one number");
            assertTrue(store.verify().isWhole(), "the audit trail");
        }
    }

    private static List<String> of(String person, List<String> reads) {
        return reads.stream().filter(read -> read.split("-")[1].equals(person)).toList();
    }

    /** What was given together is there together: each says how many there are to be. */
    private static void assertTogether(List<String> kept) {
        Map<String, Integer> there = new HashMap<>();
        kept.forEach(read -> there.merge(call(read), 1, Integer::sum));
        kept.forEach(read -> assertEquals(Integer.parseInt(read.split("-")[4]), there.get(call(read)), read));
    }

    private static String call(String read) {
        String[] parts = read.split("-");
        return parts[0] + parts[1] + parts[2];
    }

    /** Two people who read until they are killed, sometimes a whole pad at once. */
    static final class Recorder {

        static final TestDataKey KEY = new TestDataKey("of the branch");

        public static void main(String[] arguments) {
            TestBranch branch = new TestBranch(Path.of(arguments[0]), Path.of(arguments[1])).with(KEY);
            Store store = new Store(branch, Clock.systemUTC());
            Optional<InventoryProject> there = store.project("autumn");
            InventoryProject project = there.isPresent() ? there.get()
                    : store.makeProject("Autumn", Scope.of("MAIN")).orElseThrow();
            Random random = new Random(Long.parseLong(arguments[3]));
            for (String person : PEOPLE) {
                InventorySession session = store.session(project.number(), person, "wand").orElseThrow();
                long seed = random.nextLong();
                new Thread(() -> read(store, session, arguments[2], new Random(seed))).start();
            }
        }

        private static void read(Store store, InventorySession session, String run, Random random) {
            for (int call = 0;; call++) {
                int together = random.nextInt(5) == 0 ? 2 + random.nextInt(6) : 1;
                List<Mark> marks = new ArrayList<>();
                List<String> texts = new ArrayList<>();
                for (int i = 0; i < together; i++) {
                    texts.add(run + "-" + session.person() + "-" + call + "-" + i + "-" + together);
                }
                if (random.nextInt(4) == 0 && store.health() instanceof QueueHealth.Healthy) {
                    handle(store, session, texts, random);
                    continue;
                }
                Kind[] kinds = Stream.of(Kind.values()).filter(kind -> kind.takes(texts.getFirst()))
                        .toArray(Kind[]::new);
                for (String text : texts) {
                    marks.add(new Mark(kinds[random.nextInt(kinds.length)], text, Instant.now()));
                }
                StringBuilder lines = new StringBuilder();
                switch (store.record(session.number(), marks)) {
                    case Recorded.Stored stored -> say(stored.reads(), lines);
                    case Recorded.Journaled journaled -> say(journaled.reads(), lines);
                    case Recorded.NotSaved not -> lines.append("not saved: ").append(not.sentence()).append('\n');
                }
                System.out.print(lines);
                System.out.flush();
            }
        }

        private static void say(List<InventoryRead> reads, StringBuilder lines) {
            reads.forEach(read -> lines.append("read ").append(read.mark().text()).append(";\n"));
        }

        private static void handle(Store store, InventorySession session, List<String> notes, Random random) {
            Handling.State[] states = Handling.State.values();
            List<Handling> said = notes.stream().map(note -> new Handling(
                    new FindingKey("MISSING", new ItemBarcode("3" + random.nextInt(50))),
                    states[random.nextInt(states.length)], note)).toList();
            StringBuilder lines = new StringBuilder();
            switch (store.handle(session.project(), said, new Origin("cart", session.person()))) {
                case Kept.Stored stored -> stored.handlings()
                        .forEach(kept -> lines.append("note ").append(kept.handling().note()).append(";\n"));
                case Kept.NotSaved not -> lines.append("not saved: ").append(not.sentence()).append('\n');
            }
            System.out.print(lines);
            System.out.flush();
        }
    }
}
