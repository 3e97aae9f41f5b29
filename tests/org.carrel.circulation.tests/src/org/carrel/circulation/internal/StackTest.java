/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.circulation.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.carrel.circulation.Caution;
import org.carrel.circulation.DeskAnswer;
import org.carrel.circulation.StackAnswer;
import org.carrel.model.BranchProfile.Features;
import org.carrel.model.CheckOut;
import org.carrel.model.Origin;
import org.carrel.model.Transaction;
import org.carrel.model.TransactionId;
import org.carrel.model.port.Acknowledgement;
import org.carrel.model.port.QueueHealth;
import org.carrel.model.port.TransactionQueue;
import org.carrel.testkit.MemoryQueue;
import org.carrel.testkit.TestBranch;
import org.carrel.testkit.TestClock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A stack of items")
class StackTest {

    private static final String PATRON = "21000000000013";
    private static final String ONE = "31000000000011";
    private static final String TWO = "31000000000029";
    private static final String THREE = "31000000000037";
    private static final Set<Caution> NONE = Set.of();

    private final MemoryQueue queue = new MemoryQueue();
    private final Batches batches = new Batches(queue);
    private final TestClock clock = new TestClock("2026-11-22T12:00:00Z");
    private final RecordingDesk desk = desk(TestBranch.standard());
    private final Instant due = Instant.parse("2026-12-06T20:00:00Z");

    private RecordingDesk desk(TestBranch branch) {
        return RecordingDesk.withoutRules(batches, queue, branch, clock);
    }

    @Test
    @DisplayName("is one commit, a row for each item, in order and at different moments")
    void is_one_commit_and_a_row_for_each_item() {
        var recorded = assertInstanceOf(StackAnswer.Recorded.class,
                desk.checkOutStack(" " + PATRON, List.of(TWO, " " + ONE + " ", THREE, TWO), due, NONE));

        assertEquals(List.of(3), batches.sizes);
        assertEquals(queue.rows(), recorded.entries());
        List<CheckOut> outs = queue.rows().stream().map(row -> (CheckOut) row.transaction()).toList();
        assertEquals(List.of(TWO, ONE, THREE), outs.stream().map(out -> out.item().value()).toList());
        assertTrue(outs.stream().allMatch(out -> out.patron().value().equals(PATRON) && out.dueAt().equals(due)));
        assertEquals(3, outs.stream().map(CheckOut::occurredAt).distinct().count());
        assertEquals(List.of(), recorded.notThese());
    }

    @Test
    @DisplayName("leaves out the items that the desk has something against, and names them")
    void leaves_out_what_the_desk_has_something_against() {
        desk.checkIn(TWO, NONE);
        batches.sizes.clear();

        var recorded = assertInstanceOf(StackAnswer.Recorded.class,
                desk.checkInStack(List.of(ONE, TWO, PATRON, "31000000000012", "", THREE), NONE));

        assertEquals(List.of(2), batches.sizes);
        assertEquals(List.of(ONE, THREE),
                recorded.entries().stream().map(row -> row.transaction().item().value()).toList());
        assertEquals(List.of(TWO, PATRON, "31000000000012", ""),
                recorded.notThese().stream().map(StackAnswer.NotThis::item).toList());
        assertEquals(Set.of(Caution.DUPLICATE_SCAN), doubt(recorded, 0).cautions());
        assertInstanceOf(DeskAnswer.Refused.class, recorded.notThese().get(1).answer());
        assertEquals(Set.of(Caution.CHECK_DIGIT), doubt(recorded, 2).cautions());
        assertInstanceOf(DeskAnswer.Refused.class, recorded.notThese().get(3).answer());
    }

    private static DeskAnswer.Doubtful doubt(StackAnswer.Recorded recorded, int index) {
        return assertInstanceOf(DeskAnswer.Doubtful.class, recorded.notThese().get(index).answer());
    }

    @Test
    @DisplayName("is recorded in spite of cautions that were overridden")
    void is_recorded_in_spite_of_cautions_that_were_overridden() {
        desk.checkInStack(List.of(ONE, TWO), NONE);
        var again = assertInstanceOf(StackAnswer.Recorded.class, desk.checkInStack(List.of(ONE, TWO), NONE));
        assertEquals(List.of(), again.entries());
        assertEquals(2, again.notThese().size());

        var forced = assertInstanceOf(StackAnswer.Recorded.class,
                desk.checkInStack(List.of(ONE, TWO), EnumSet.allOf(Caution.class)));

        assertEquals(2, forced.entries().size());
        assertEquals(4, queue.rows().size());
    }

    @Test
    @DisplayName("is refused whole when patron, due date or size cannot be right")
    void is_refused_whole_when_what_holds_for_all_cannot_be_right() {
        Stream.of(desk.checkOutStack(ONE, List.of(ONE), due, NONE),
                desk.checkOutStack(PATRON, List.of(ONE), clock.instant(), NONE),
                desk.checkOutStack(PATRON, List.of(), due, NONE),
                desk.checkInStack(Collections.nCopies(501, ONE), NONE),
                desk(TestBranch.standard().with(new Features(false))).checkInStack(List.of(ONE), NONE))
                .forEach(answer -> assertInstanceOf(StackAnswer.Refused.class, answer));
        assertEquals(List.of(), batches.sizes);
    }

    @Test
    @DisplayName("is nowhere when no disk takes it, and may then be sent again without a caution")
    void is_nowhere_when_no_disk_takes_it() {
        queue.failWith(new Acknowledgement.NotSaved("No disk."));

        assertEquals(new StackAnswer.NotSaved("No disk."), desk.checkInStack(List.of(ONE, TWO), NONE));
        assertEquals(new StackAnswer.NotSaved("No disk."), desk.checkInStack(List.of(ONE, TWO), NONE));
        assertEquals(List.of(), queue.rows());
    }

    @Test
    @DisplayName("that went to the journal is remembered as recorded")
    void that_went_to_the_journal_is_remembered() {
        queue.failWith(new Acknowledgement.Journaled("Store is full."));

        var journaled = assertInstanceOf(StackAnswer.Journaled.class, desk.checkInStack(List.of(ONE, TWO), NONE));
        assertEquals(2, journaled.transactions().size());
        assertEquals(2, desk.tally("").checkIns());
        clock.advance(Duration.ofSeconds(1));
        var again = assertInstanceOf(StackAnswer.Recorded.class, desk.checkInStack(List.of(ONE, TWO), NONE));
        assertEquals(2, again.notThese().size());
    }

    /** Notes how many transactions each commit has. */
    private record Batches(MemoryQueue queue, List<Integer> sizes) implements TransactionQueue {

        Batches(MemoryQueue queue) {
            this(queue, new ArrayList<>());
        }

        @Override
        public Acknowledgement add(List<? extends Transaction> transactions) {
            sizes.add(transactions.size());
            return queue.add(transactions);
        }

        @Override
        public List<TransactionId> delete(Collection<TransactionId> ids, Origin by) {
            return queue.delete(ids, by);
        }

        @Override
        public boolean correct(TransactionId failed, Transaction corrected) {
            return queue.correct(failed, corrected);
        }

        @Override
        public QueueHealth health() {
            return queue.health();
        }
    }
}
