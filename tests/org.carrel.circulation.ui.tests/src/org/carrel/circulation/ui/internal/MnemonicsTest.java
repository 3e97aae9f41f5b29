/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.circulation.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Mnemonics")
class MnemonicsTest {

    @Test
    void are_different_for_the_labels_of_one_row() {
        Mnemonics mnemonics = new Mnemonics("o");
        assertEquals("+&1 day", mnemonics.mark("+1 day"));
        assertEquals("+1 &week", mnemonics.mark("+1 week"));
        assertEquals("+&2 weeks", mnemonics.mark("+2 weeks"));
        assertEquals("&End of term", mnemonics.mark("End of term"));
    }

    @Test
    void leave_out_what_is_reserved() {
        assertEquals("O&n", new Mnemonics("o").mark("On"));
    }

    @Test
    void are_missing_when_nothing_is_left() {
        Mnemonics mnemonics = new Mnemonics("");
        assertEquals("&1", mnemonics.mark("1"));
        assertEquals("1", mnemonics.mark("1"));
    }

    @Test
    void do_not_take_an_ampersand_of_the_label_for_one() {
        assertEquals("&A && B", new Mnemonics("").mark("A & B"));
    }
}
