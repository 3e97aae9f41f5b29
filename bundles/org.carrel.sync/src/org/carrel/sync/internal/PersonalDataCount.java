/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import org.carrel.model.CheckOut;
import org.carrel.model.PatronBarcode;
import org.carrel.model.QueueEntry;
import org.carrel.model.Texts;
import org.carrel.sync.QueueFiles.PersonalData;

/** Counts what rows say about people. Not safe for use by several threads. */
final class PersonalDataCount {

    private static final Texts TEXTS = Texts.of(PersonalDataCount.class);

    private final ZoneId zone;
    private final Set<PatronBarcode> patrons = new HashSet<>();
    private final Set<String> operators = new HashSet<>();
    private int checkOuts;
    private Optional<Instant> from = Optional.empty();
    private Optional<Instant> to = Optional.empty();

    PersonalDataCount(ZoneId zone) {
        this.zone = zone;
    }

    void take(QueueEntry row) {
        boolean personal = false;
        if (row.transaction() instanceof CheckOut checkOut) {
            patrons.add(checkOut.patron());
            checkOuts++;
            personal = true;
        }
        String operator = row.transaction().origin().operator();
        if (!operator.isBlank()) {
            operators.add(operator);
            personal = true;
        }
        if (personal) {
            Instant moment = row.transaction().occurredAt();
            from = Optional.of(from.filter(earliest -> earliest.isBefore(moment)).orElse(moment));
            to = Optional.of(to.filter(latest -> latest.isAfter(moment)).orElse(moment));
        }
    }

    PersonalData result() {
        return new PersonalData(patrons.size(), checkOuts, operators.size(), from, to, sentence());
    }

    private String sentence() {
        if (from.isEmpty() || to.isEmpty()) {
            return TEXTS.get("personal.none");
        }
        String when = when(day(from.get()), day(to.get()));
        String what = patrons.isEmpty() ? TEXTS.get("personal.operatorsOnly", operators.size(), when)
                : TEXTS.get("personal.patrons", patrons.size(), checkOuts, when);
        return patrons.isEmpty() || operators.isEmpty() ? what
                : what + ' ' + TEXTS.get("personal.operators", operators.size());
    }

    private static String when(String first, String last) {
        return first.equals(last) ? TEXTS.get("personal.day", first) : TEXTS.get("personal.days", first, last);
    }

    private String day(Instant moment) {
        return LocalDate.ofInstant(moment, zone).toString();
    }
}
