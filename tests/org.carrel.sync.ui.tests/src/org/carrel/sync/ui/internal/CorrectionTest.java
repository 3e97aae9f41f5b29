/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.ui.internal;

import static org.carrel.sync.ui.internal.Examples.AT_NOON;
import static org.carrel.sync.ui.internal.Examples.IDS;
import static org.carrel.sync.ui.internal.Examples.NOON;
import static org.carrel.sync.ui.internal.Examples.ZONE;
import static org.carrel.sync.ui.internal.Examples.checkIn;
import static org.carrel.sync.ui.internal.Examples.checkOut;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Duration;
import java.time.LocalDateTime;

import org.carrel.model.CheckIn;
import org.carrel.model.CheckOut;
import org.carrel.model.Transaction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A correction")
class CorrectionTest {

    private static final LocalDateTime NEXT_WEEK = LocalDateTime.ofInstant(NOON, ZONE).plusWeeks(1);

    private final CheckOut loan = checkOut("P001", "I001", NOON.minus(Duration.ofDays(1)));

    @Test
    void starts_with_what_was_recorded() {
        var start = correction(loan).start();
        assertEquals("P001", start.patron());
        assertEquals("I001", start.item());
        assertEquals(loan.dueAt(), start.due().atZone(ZONE).toInstant());
    }

    @Test
    void keeps_when_and_where_it_happened_and_gets_a_new_id() {
        var corrected = assertInstanceOf(CheckOut.class, sound(loan, "P002", "I002", NEXT_WEEK));
        assertNotEquals(loan.id(), corrected.id());
        assertEquals(loan.occurredAt(), corrected.occurredAt());
        assertEquals(loan.origin(), corrected.origin());
        assertEquals("P002", corrected.patron().value());
        assertEquals("I002", corrected.item().value());
        assertEquals(NEXT_WEEK.atZone(ZONE).toInstant(), corrected.dueAt());
    }

    @Test
    void of_a_check_in_needs_no_patron() {
        var corrected = assertInstanceOf(CheckIn.class, sound(checkIn("I001", NOON), "", "I009", NEXT_WEEK));
        assertEquals("I009", corrected.item().value());
    }

    @Test
    void passes_over_blanks_around_a_barcode() {
        assertEquals("I002", sound(loan, " P002 ", " I002\t", NEXT_WEEK).item().value());
    }

    @ParameterizedTest(name = "is refused for patron ''{0}'' and item ''{1}''")
    @CsvSource({ "'',I001", "P001,''", "I001,I001", "P001,P001" })
    void is_refused_with_a_sentence_when_a_barcode_cannot_be_right(String patron, String item) {
        var answer = correction(loan).judge(new Correction.Draft(patron, item, NEXT_WEEK));
        assertFalse(assertInstanceOf(Correction.Answer.Unsound.class, answer).sentence().isBlank());
    }

    @Test
    void is_refused_when_the_due_date_has_passed() {
        var answer = correction(loan).judge(
                new Correction.Draft("P001", "I001", LocalDateTime.ofInstant(NOON, ZONE).minusMinutes(1)));
        assertInstanceOf(Correction.Answer.Unsound.class, answer);
    }

    private static Transaction sound(Transaction failed, String patron, String item, LocalDateTime due) {
        var answer = correction(failed).judge(new Correction.Draft(patron, item, due));
        return assertInstanceOf(Correction.Answer.Sound.class, answer).corrected();
    }

    private static Correction correction(Transaction failed) {
        return new Correction(failed, Examples.profile(false), AT_NOON, IDS);
    }
}
