/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.carrel.model.CheckOut;
import org.carrel.model.Problem;
import org.carrel.model.QueueEntry;
import org.carrel.model.Standing;
import org.carrel.model.Transaction;
import org.carrel.model.TransactionState;
import org.carrel.sync.NextStep;
import org.carrel.sync.NextStep.Group;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The next step")
class AdviceTest {

    private static final Instant NOW = Desk.OPENING;

    private final CheckOut out = new Desk().checkOut("P", "A", 1);
    private final Standing fresh = Standing.awaitingSync(NOW);
    private final Standing sent = fresh.inFlight(NOW);

    private static NextStep of(Transaction transaction, Standing standing) {
        return NextStep.of(new QueueEntry(1, transaction, standing));
    }

    private NextStep of(Standing standing) {
        return of(out, standing);
    }

    private NextStep refused(Problem.Kind kind) {
        return of(sent.uploadFailed(NOW, new Problem(kind, "Some Type", "Some detail.")));
    }

    @Test
    void is_there_for_every_way_in_which_a_transaction_can_stand() {
        for (TransactionState state : TransactionState.values()) {
            for (int attempts : new int[] { 0, 1 }) {
                for (boolean unknown : new boolean[] { false, true }) {
                    for (boolean already : new boolean[] { false, true }) {
                        for (Optional<Instant> due : List.of(Optional.<Instant>empty(), Optional.of(NOW))) {
                            for (Optional<Problem> problem : problems()) {
                                for (Transaction transaction : List.of(out, new Desk().checkIn("A", 1))) {
                                    NextStep step = of(transaction, new Standing(state, attempts, NOW, unknown, already,
                                            due, problem, "connection reset"));
                                    assertFalse(step.headline().isBlank(), step.toString());
                                    assertTrue(step.headline().length() <= 60, step.headline());
                                    assertTrue(step.advice().endsWith(".") && step.advice().length() <= 240,
                                            step.advice());
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private static List<Optional<Problem>> problems() {
        List<Optional<Problem>> problems = new ArrayList<>(List.of(Optional.empty()));
        for (Problem.Kind kind : Problem.Kind.values()) {
            problems.add(Optional.of(new Problem(kind, "", "")));
            problems.add(Optional.of(new Problem(kind, "Some Type", "Some detail.")));
        }
        return problems;
    }

    @Test
    void differs_from_one_kind_of_refusal_to_the_next() {
        Set<String> advice = new HashSet<>();
        for (Problem.Kind kind : Problem.Kind.values()) {
            assertTrue(advice.add(refused(kind).advice()), kind.toString());
        }
    }

    @Test
    void belongs_to_the_group_that_the_desk_expects() {
        Map<Problem.Kind, Group> groups = new HashMap<>();
        for (Problem.Kind kind : Problem.Kind.values()) {
            groups.put(kind, refused(kind).group());
        }
        assertEquals(Map.of(Problem.Kind.UNKNOWN_PATRON, Group.CORRECT, Problem.Kind.UNKNOWN_ITEM, Group.CORRECT,
                Problem.Kind.PATRON_BLOCKED, Group.CORRECT, Problem.Kind.NOT_ALLOWED_BY_POLICY, Group.CORRECT,
                Problem.Kind.ITEM_ALREADY_OUT, Group.LOOK_AT_SHELF, Problem.Kind.ITEM_NOT_CHECKED_OUT,
                Group.LOOK_AT_SHELF, Problem.Kind.CONFIGURATION, Group.ASK_ADMINISTRATOR, Problem.Kind.TEMPORARY,
                Group.RETRY, Problem.Kind.OTHER, Group.CORRECT), groups);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "Whatever | securityContext is null | User to act as is gone",
            "'' | Cannot invoke \"x.getUser()\" because \"securityContext\" is null | User to act as is gone",
            "Agency Authentication Failed | securityContext is null | User to act as is gone",
            "Agency Authentication Failed | '' | User to act as is gone",
            "System Authentication Failed | '' | User to act as is gone",
            "Agency Authentication Failed | Invalid principalID | User to act as is gone",
            "Agency Authentication Failed | The WSKey has expired | Key is not accepted",
            "Unauthorized Service For Agency | '' | Key is not accepted",
            "Unsupported Service | '' | Key is not accepted", "Odd | invalid_client | Key is not accepted" })
    void leads_to_a_new_key_or_user_when_the_old_one_is_gone(String type, String detail, String headline) {
        Standing standing = sent.uploadFailed(NOW, new Problem(Problem.Kind.CONFIGURATION, type, detail));
        NextStep step = of(standing);
        assertEquals(headline, step.headline());
        assertEquals(Group.ASK_ADMINISTRATOR, step.group());
        assertTrue(step.advice().contains("carrel cli branch rekey"), step.advice());
        assertTrue(step.advice().contains("Nothing is lost"), step.advice());
        assertTrue(NextStep.isMendedByRekeying(new QueueEntry(1, out, standing)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "Unknown Agency | '' | Branch is not known there",
            "HTTP 404 | Nothing there. | Wrong address", "Something | new | Branch settings are wrong" })
    void leads_to_the_profile_when_the_branch_itself_is_not_accepted(String type, String detail, String headline) {
        Standing standing = sent.uploadFailed(NOW, new Problem(Problem.Kind.CONFIGURATION, type, detail));
        assertEquals(headline, of(standing).headline());
        assertFalse(NextStep.isMendedByRekeying(new QueueEntry(1, out, standing)));
    }

    @Test
    void is_not_to_set_a_new_key_for_a_refusal_that_has_nothing_to_do_with_it() {
        for (Problem.Kind kind : Problem.Kind.values()) {
            boolean mended = NextStep.isMendedByRekeying(new QueueEntry(1, out,
                    sent.uploadFailed(NOW, new Problem(kind, "Agency Authentication Failed", ""))));
            assertEquals(kind == Problem.Kind.CONFIGURATION, mended, kind.toString());
        }
    }

    @ParameterizedTest
    @EnumSource(value = TransactionState.class, names = { "AWAITING_SYNC", "COMMS_FAILURE" })
    void is_to_upload_again_when_it_is_pending(TransactionState state) {
        assertEquals(Group.RETRY, of(new Standing(state, 1, NOW, false, false, Optional.empty(), Optional.empty(), ""))
                .group());
    }

    @Test
    void sends_the_desk_to_the_patron_record_when_the_loan_may_be_its_own() {
        Problem isOut = new Problem(Problem.Kind.ITEM_ALREADY_OUT, "", "");
        Standing plain = sent.uploadFailed(NOW, isOut);
        NextStep perhapsOurs = of(
                new Standing(plain.state(), 2, NOW, true, false, Optional.empty(), plain.problem(), ""));
        assertNotEquals(of(plain), perhapsOurs);
        assertTrue(perhapsOurs.advice().contains("patron record"), perhapsOurs.advice());
    }

    @Test
    void tells_of_a_due_date_that_the_library_system_changed_but_not_of_seconds() {
        assertEquals("Due date changed",
                of(sent.uploaded(NOW, Optional.of(out.dueAt().minus(Duration.ofDays(1))), false)).headline());
        assertEquals("Done", of(sent.uploaded(NOW, Optional.of(out.dueAt().plusSeconds(59)), false)).headline());
        assertEquals("Done", of(sent.uploaded(NOW, Optional.empty(), false)).headline());
    }

    @Test
    void says_in_the_words_of_the_library_system_what_nobody_here_knows() {
        assertEquals("Some Type", refused(Problem.Kind.OTHER).headline());
    }
}
