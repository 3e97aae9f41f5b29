/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model.port;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

import org.carrel.model.Origin;
import org.carrel.model.PatronBarcode;
import org.carrel.model.TransactionId;

/**
 * Who did what with a branch's queue, and when. Lines are only ever added, each holds a hash of itself and of the one
 * before it, and no line holds a patron. What happens to transactions is written by the queue itself, in the same
 * commit; others add what they do with {@link #note}. Safe for use by several threads; never call it on the UI thread.
 * Every method throws {@link QueueUnavailableException} when the store fails.
 */
public interface AuditTrail {

    /** What was done. */
    enum Deed {
        /** The trail begins. */
        BEGUN,
        /** The branch has a key from here on: what follows can be written by those who have it only. */
        SEALED,
        /** The trail did not end as it should; what follows continues from what was there. */
        CONTINUED,
        /** A transaction was kept. */
        RECORDED,
        /** A transaction was deleted at the desk. */
        DELETED,
        /** A failed transaction was replaced by another; the detail is that one's id. */
        CORRECTED,
        /** The library system has it. */
        UPLOADED,
        /** The library system refused it. */
        UPLOAD_FAILED,
        /** A later transaction made it irrelevant. */
        SUPERSEDED,
        /** It was put back to be uploaded again. */
        PUT_BACK,
        /** Its patron was removed, because it is old. */
        ARCHIVED,
        /** It was removed whole, because it is very old. */
        FORGOTTEN,
        /** Transactions left in a file. */
        EXPORTED,
        /** The library system is told, or was told, of items that an inventory found; the detail says how many. */
        WRITTEN_BACK,
        /** A person decided about items of which the library system was not, or perhaps, told. */
        WRITE_BACK_DECIDED,
        /** Somebody signed in. */
        SIGNED_IN,
        /** Somebody signed out, or the desk locked itself. */
        SIGNED_OUT,
        /** A password, the WSKey or the user to act as was replaced. */
        REKEYED,
        /** A person or a machine got a password of its own. */
        GRANTED,
        /** Such a password was taken away. */
        REVOKED,
        /** An inventory began; the detail is its name. */
        INVENTORY_MADE,
        /** An inventory was closed. */
        INVENTORY_CLOSED,
        /** An inventory was opened again. */
        INVENTORY_OPENED,
        /** Whether an inventory counts was changed. */
        INVENTORY_CHANGED,
        /** An inventory was removed with all that was read for it. */
        INVENTORY_DELETED,
        /** Several findings of an inventory were dealt with at once. */
        FINDINGS_HANDLED
    }

    /**
     * One line.
     *
     * @param sequence    from 1
     * @param at          when
     * @param by          who, and where
     * @param deed        the name of a {@link Deed}, or whatever was made of it since
     * @param transaction what it is about, if it is about one
     * @param patron      whose, as {@link AuditTrail#patron} says it; empty when there is none
     * @param detail      more words, without patron data; may be empty
     */
    record Line(long sequence, Instant at, Origin by, String deed, Optional<TransactionId> transaction,
            String patron, String detail) {
        public Line {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(deed, "deed");
            Objects.requireNonNull(transaction, "transaction");
            Objects.requireNonNull(patron, "patron");
            Objects.requireNonNull(detail, "detail");
        }
    }

    /** Something that is wrong with the trail. */
    sealed interface Flaw {

        /** The line's words are not those it was written with. */
        record Changed(long sequence) implements Flaw {}

        /** Somebody else put the line there. */
        record Inserted(long sequence) implements Flaw {}

        /** Lines are gone behind this one; 0 when they are gone from the beginning. */
        record RemovedBehind(long sequence) implements Flaw {}
    }

    /**
     * What a check found.
     *
     * @param lines    how many lines there are
     * @param flaws in order of the lines; at most 100
     */
    record Verdict(long lines, List<Flaw> flaws) {
        public Verdict {
            flaws = List.copyOf(flaws);
        }

        /** Whether nothing was changed, inserted or removed. */
        public boolean isWhole() {
            return flaws.isEmpty();
        }
    }

    /**
     * Adds a line.
     *
     * @param detail without patron data and secrets; its end is cut off when it is longer than 1,000
     */
    void note(Deed deed, Origin by, String detail);

    /** Gives every line to {@code reader}, in order, one at a time. */
    void read(Consumer<Line> reader);

    /** Checks every line. Takes seconds when there are hundreds of thousands. */
    Verdict verify();

    /** How the trail calls a patron: a hash that needs the branch's key, so that nobody else can guess whose it is. */
    String patron(PatronBarcode patron);
}
