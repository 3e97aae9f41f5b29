/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.circulation.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

import org.carrel.circulation.Caution;
import org.carrel.circulation.DeskAnswer;
import org.carrel.circulation.StackAnswer;
import org.carrel.circulation.barcode.BarcodeRule;
import org.carrel.circulation.barcode.BarcodeRule.Verdict;
import org.carrel.extension.contribution.Contribution;
import org.carrel.extension.contribution.Troubles;
import org.carrel.testkit.Contributed;
import org.carrel.testkit.MemoryQueue;
import org.carrel.testkit.TestBranch;
import org.carrel.testkit.TestClock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A rule about barcodes that another bundle brings")
class RulesAtTheDeskTest {

    private static final String PATRON = "21000000000013";
    private static final String ITEM = "31000000000011";
    private static final String OTHER_ITEM = "31000000000029";

    private final MemoryQueue queue = new MemoryQueue();
    private final RuleBook book = new RuleBook();
    private final Troubles troubles = new Troubles();
    private final RecordingDesk desk = new RecordingDesk(queue, queue, TestBranch.standard(), book,
            new TestClock("2026-11-22T12:00:00Z"));
    private final Instant due = Instant.parse("2026-12-06T20:00:00Z");

    private ContributedRule rule(Callable<BarcodeRule> rule) {
        ContributedRule contributed = new ContributedRule(
                new Contribution<>(Contributed.element("old", "Old labels", rule), BarcodeRule.class, troubles),
                troubles);
        book.addRule(contributed);
        return contributed;
    }

    @Test
    @DisplayName("refuses what it refuses, for patrons and items, and the sentence is its own")
    void refuses() {
        List<String> asked = Collections.synchronizedList(new ArrayList<>());
        rule(() -> (kind, barcode) -> {
            asked.add(kind + " " + barcode);
            return kind == BarcodeRule.Kind.ITEM && barcode.equals(ITEM) ? new Verdict.Refused("Withdrawn.")
                    : Verdict.FINE;
        });

        DeskAnswer.Refused refused = assertInstanceOf(DeskAnswer.Refused.class,
                desk.checkOut(PATRON, " " + ITEM, due, Set.of()));
        assertEquals(DeskAnswer.Field.ITEM, refused.field());
        assertEquals("Withdrawn.", refused.sentence());
        assertEquals(List.of("PATRON " + PATRON, "ITEM " + ITEM), asked);
        assertInstanceOf(DeskAnswer.Refused.class, desk.checkIn(ITEM, Set.of()));
        StackAnswer.Recorded stack = assertInstanceOf(StackAnswer.Recorded.class,
                desk.checkInStack(List.of(ITEM, OTHER_ITEM), Set.of()));
        assertEquals(List.of(ITEM), stack.notThese().stream().map(StackAnswer.NotThis::item).toList());
        assertEquals(1, queue.rows().size());
    }

    @Test
    @DisplayName("has somebody look twice, who can have it recorded all the same")
    void doubts() {
        rule(() -> (kind, barcode) -> new Verdict.Doubtful("Printed twice."));

        DeskAnswer.Doubtful doubtful = assertInstanceOf(DeskAnswer.Doubtful.class, desk.checkIn(ITEM, Set.of()));
        assertEquals(Set.of(Caution.LIBRARY_RULE), doubtful.cautions());
        assertEquals("Printed twice.", doubtful.sentence());
        assertInstanceOf(DeskAnswer.Recorded.class, desk.checkIn(ITEM, doubtful.cautions()));
    }

    @Test
    @DisplayName("that throws is passed over, named, and not asked again; the scan is recorded")
    void throwing_is_passed_over() {
        List<String> asked = new ArrayList<>();
        rule(() -> (kind, barcode) -> {
            asked.add(barcode);
            throw new IllegalStateException("about " + barcode);
        });

        assertInstanceOf(DeskAnswer.Recorded.class, desk.checkOut(PATRON, ITEM, due, Set.of()));
        assertInstanceOf(DeskAnswer.Recorded.class, desk.checkIn(OTHER_ITEM, Set.of()));
        assertEquals(List.of(PATRON), asked, "asked once");
        String trouble = troubles.of(Contributed.BUNDLE).getFirst();
        assertTrue(trouble.contains("Old labels") && !trouble.contains(PATRON), trouble);
    }

    @Test
    @DisplayName("that never answers is passed over, named, and not asked again; the scan is recorded")
    void hanging_is_passed_over() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        rule(() -> (kind, barcode) -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return Verdict.FINE;
        });

        assertInstanceOf(DeskAnswer.Recorded.class, desk.checkIn(ITEM, Set.of()));
        interrupted.await();
        assertInstanceOf(DeskAnswer.Recorded.class, desk.checkIn(OTHER_ITEM, Set.of()));
        assertEquals(1, troubles.of(Contributed.BUNDLE).size());
    }

    @Test
    @DisplayName("whose class cannot be made is passed over and named, also when it needs what is not there")
    void unusable_is_passed_over() {
        rule(() -> {
            throw new ClassNotFoundException("org.example.Class");
        });
        rule(() -> (kind, barcode) -> {
            throw new NoClassDefFoundError("org/example/Missing");
        });

        assertInstanceOf(DeskAnswer.Recorded.class, desk.checkIn(ITEM, Set.of()));
        assertEquals(2, troubles.of(Contributed.BUNDLE).size());
    }

    @Test
    @DisplayName("goes with its bundle")
    void goes() {
        ContributedRule rule = rule(() -> (kind, barcode) -> new Verdict.Refused("No."));
        book.removeRule(rule);

        assertInstanceOf(DeskAnswer.Recorded.class, desk.checkIn(ITEM, Set.of()));
    }
}
