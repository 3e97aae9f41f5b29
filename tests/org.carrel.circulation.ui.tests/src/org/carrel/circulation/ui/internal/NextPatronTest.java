/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.circulation.ui.internal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.regex.Pattern;

import org.carrel.model.BranchProfile.BarcodeRules;
import org.carrel.model.BranchProfile.BarcodeRules.CheckDigit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A barcode in the item field")
class NextPatronTest {

    private static final Optional<Pattern> CARD = Optional.of(Pattern.compile("2[0-9]{4}"));
    private static final Optional<Pattern> ITEM = Optional.of(Pattern.compile("3[0-9]{4}"));

    private static boolean begins(String text, Optional<Pattern> patron, Optional<Pattern> item, boolean on) {
        return new NextPatron(new BarcodeRules(patron, item, CheckDigit.NONE), () -> on).begins(text);
    }

    @Test
    void begins_with_the_next_patron_when_it_can_be_nothing_but_a_card() {
        assertTrue(begins(" 21234 ", CARD, ITEM, true));
        assertTrue(begins("21234", CARD, Optional.empty(), true));
        assertFalse(begins("31234", CARD, ITEM, true));
        assertFalse(begins("21234", Optional.empty(), ITEM, true), "nobody says what a card looks like");
        assertFalse(begins("21234", CARD, Optional.of(Pattern.compile("[0-9]+")), true), "it could be an item");
    }

    @Test
    void is_an_item_to_be_judged_when_the_desk_wants_the_key_for_the_next_patron() {
        assertFalse(begins("21234", CARD, ITEM, false));
    }
}
