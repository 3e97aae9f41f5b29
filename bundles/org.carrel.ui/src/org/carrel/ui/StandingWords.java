/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ui;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.carrel.model.CheckOut;
import org.carrel.model.Problem;
import org.carrel.model.QueueEntry;
import org.carrel.model.Standing;
import org.carrel.model.Texts;
import org.carrel.model.Transaction;
import org.carrel.model.TransactionState;

/** How the state of a transaction is put into words, colour and icon. Immutable; no SWT resources; any thread. */
public final class StandingWords {

    private final Texts texts = Texts.of(StandingWords.class);
    private final Moments moments;

    public StandingWords(Moments moments) {
        this.moments = moments;
    }

    /** The state as a table shows it, for instance <i>Awaiting Sync</i>. */
    public String state(TransactionState state) {
        return texts.get("state." + state.name());
    }

    /** <i>Check out</i> or <i>Check in</i>. */
    public String kind(Transaction transaction) {
        return texts.get(transaction instanceof CheckOut ? "kind.out" : "kind.in");
    }

    /** The colours for it. */
    public Tone tone(TransactionState state) {
        return switch (state) {
            case AWAITING_SYNC, IN_FLIGHT -> Tone.WAITING;
            case COMMS_FAILURE -> Tone.CAUTION;
            case UPLOADED -> Tone.GOOD;
            case UPLOAD_FAILED -> Tone.BAD;
            case SUPERSEDED -> Tone.NEUTRAL;
        };
    }

    /** The picture for it: no state is told by colour alone. */
    public Icon icon(TransactionState state) {
        return switch (state) {
            case AWAITING_SYNC -> Icon.AWAITING;
            case IN_FLIGHT -> Icon.IN_FLIGHT;
            case COMMS_FAILURE -> Icon.COMMS_FAILURE;
            case UPLOADED -> Icon.UPLOADED;
            case UPLOAD_FAILED -> Icon.UPLOAD_FAILED;
            case SUPERSEDED -> Icon.SUPERSEDED;
        };
    }

    /** Why it stands there, short enough for a table cell; empty when there is nothing to say. */
    public String reason(QueueEntry entry) {
        Standing standing = entry.standing();
        return switch (standing.state()) {
            case AWAITING_SYNC, IN_FLIGHT -> "";
            case COMMS_FAILURE -> texts.get(standing.outcomeUnknown() ? "reason.commsUnknown" : "reason.comms");
            case UPLOADED -> uploaded(entry);
            case UPLOAD_FAILED -> standing.problem().map(this::problem).orElse("");
            case SUPERSEDED -> texts.get("reason.superseded");
        };
    }

    /** What somebody should do about it, in a sentence; empty when there is nothing to do. */
    public String advice(QueueEntry entry) {
        Standing standing = entry.standing();
        return switch (standing.state()) {
            case AWAITING_SYNC -> texts.get("advice.awaiting");
            case IN_FLIGHT -> texts.get("advice.inFlight");
            case COMMS_FAILURE -> texts.get(standing.outcomeUnknown() ? "advice.commsUnknown" : "advice.comms");
            case UPLOADED -> "";
            case UPLOAD_FAILED -> standing.problem().map(p -> texts.get("advice." + p.kind().name())).orElse("");
            case SUPERSEDED -> texts.get("advice.superseded");
        };
    }

    /** The server's own words and other technical ones; empty when there are none. */
    public String fullText(QueueEntry entry) {
        Standing standing = entry.standing();
        Stream<String> problem = standing.problem().stream().flatMap(p -> Stream.of(p.type(), p.detail()));
        return Stream.concat(problem, Stream.of(standing.detail())).filter(text -> !text.isBlank()).distinct()
                .collect(Collectors.joining("\n"));
    }

    private String uploaded(QueueEntry entry) {
        Standing standing = entry.standing();
        boolean otherDue = standing.serverDueAt().isPresent()
                && !(entry.transaction() instanceof CheckOut out && out.dueAt().equals(standing.serverDueAt().get()));
        if (otherDue) {
            return texts.get("reason.otherDue", moments.inTable(standing.serverDueAt().get()));
        }
        return standing.alreadyApplied() ? texts.get("reason.alreadyApplied") : "";
    }

    private String problem(Problem problem) {
        return problem.kind() == Problem.Kind.OTHER && !problem.type().isBlank()
                ? texts.get("problem.OTHER.named", problem.type())
                : texts.get("problem." + problem.kind().name());
    }
}
