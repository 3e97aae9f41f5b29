/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.internal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.carrel.model.CheckOut;
import org.carrel.model.Problem;
import org.carrel.model.QueueEntry;
import org.carrel.model.Standing;
import org.carrel.model.Texts;
import org.carrel.sync.NextStep;
import org.carrel.sync.NextStep.Group;

/** Knows the next step for every way a transaction can stand. Pure. */
public final class Advice {

    private static final Texts TEXTS = Texts.of(Advice.class);

    private Advice() {}

    /** The next step for {@code entry}; never null. */
    public static NextStep of(QueueEntry entry) {
        Standing standing = entry.standing();
        return switch (standing.state()) {
            case AWAITING_SYNC -> step(Group.RETRY, standing.attempts() == 0 ? "awaiting" : "awaitingAgain");
            case IN_FLIGHT -> step(Group.NOTHING, "inFlight");
            case COMMS_FAILURE -> step(Group.RETRY, standing.outcomeUnknown() ? "commsFailureUnknown" : "commsFailure");
            case UPLOADED -> step(Group.NOTHING, uploaded(entry));
            case SUPERSEDED -> step(Group.NOTHING, standing.outcomeUnknown() ? "supersededUnknown" : "superseded");
            case UPLOAD_FAILED -> standing.problem().map(problem -> refused(problem, standing))
                    .orElseGet(() -> step(Group.CORRECT, "problem.OTHER"));
        };
    }

    /** Whether a new key or a new user to act as gets {@code entry} through. */
    public static boolean isMendedByRekeying(QueueEntry entry) {
        return entry.standing().problem().filter(problem -> problem.kind() == Problem.Kind.CONFIGURATION)
                .filter(problem -> Misconfiguration.of(problem).isMendedByRekeying()).isPresent();
    }

    private static String uploaded(QueueEntry entry) {
        if (entry.standing().alreadyApplied()) {
            return "uploadedAlready";
        }
        boolean otherDueDate = entry.transaction() instanceof CheckOut checkOut
                && entry.standing().serverDueAt().filter(chosen -> differ(chosen, checkOut.dueAt())).isPresent();
        return otherDueDate ? "uploadedOtherDueDate" : "uploaded";
    }

    /** The library system keeps minutes at best: seconds are no difference to a desk. */
    private static boolean differ(Instant one, Instant other) {
        return !one.truncatedTo(ChronoUnit.MINUTES).equals(other.truncatedTo(ChronoUnit.MINUTES));
    }

    private static NextStep refused(Problem problem, Standing standing) {
        return switch (problem.kind()) {
            case UNKNOWN_PATRON, UNKNOWN_ITEM, PATRON_BLOCKED,
                    NOT_ALLOWED_BY_POLICY -> step(Group.CORRECT, "problem." + problem.kind());
            case ITEM_ALREADY_OUT -> step(Group.LOOK_AT_SHELF,
                    standing.outcomeUnknown() ? "problem.perhapsOurs" : "problem.ITEM_ALREADY_OUT");
            case ITEM_NOT_CHECKED_OUT -> step(Group.LOOK_AT_SHELF, "problem.ITEM_NOT_CHECKED_OUT");
            case CONFIGURATION -> step(Group.ASK_ADMINISTRATOR,
                    "problem.CONFIGURATION." + Misconfiguration.of(problem));
            case TEMPORARY -> step(Group.RETRY, "problem.TEMPORARY");
            case OTHER -> other(problem);
        };
    }

    /** A refusal that Carrel knows nothing about: the library system's own words must do. */
    private static NextStep other(Problem problem) {
        NextStep plain = step(Group.CORRECT, "problem.OTHER");
        return problem.type().isBlank() ? plain : new NextStep(plain.group(), problem.type(), plain.advice());
    }

    private static NextStep step(Group group, String key) {
        return new NextStep(group, TEXTS.get(key + ".headline"), TEXTS.get(key + ".advice"));
    }
}
