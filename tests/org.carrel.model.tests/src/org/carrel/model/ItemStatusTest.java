/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The status of an item")
class ItemStatusTest {

    @ParameterizedTest(name = "“{0}” is {1}")
    @CsvSource({ "AVAILABLE,AVAILABLE", "available,AVAILABLE", "ON LOAN,ON_LOAN", "ON_LOAN,ON_LOAN",
            "Checked out,ON_LOAN", "Claimed_returned,CLAIMED_RETURNED", "CLAIMED NEVER HAD,CLAIMED_NEVER_HAD",
            "' LOST ',LOST", "'',NOT_SAID", "' ',NOT_SAID", "other,OTHER", "not said,OTHER", "At the binder's,OTHER" })
    void is_read_in_the_words_of_item_files(String text, ItemStatus expected) {
        assertEquals(expected, ItemStatus.of(text));
    }

    @Test
    void only_what_nobody_said_is_elsewhere_is_expected_on_the_shelf() {
        assertTrue(ItemStatus.AVAILABLE.expectedOnShelf());
        assertTrue(ItemStatus.NOT_SAID.expectedOnShelf());
        assertFalse(ItemStatus.ON_LOAN.expectedOnShelf());
        assertFalse(ItemStatus.MISSING.expectedOnShelf());
        assertFalse(ItemStatus.OTHER.expectedOnShelf());
    }

    @Test
    void an_item_for_now_elsewhere_is_found_there() {
        ItemGroup home = new ItemGroup("VA@", "MAIN", "STACKS", "", "BOOK", "Book", "AVAILABLE");
        ItemGroup away = new ItemGroup("VA@", "MAIN", "STACKS", "EXHIBITION", "BOOK", "Book", "AVAILABLE");
        assertEquals("STACKS", home.location());
        assertEquals("EXHIBITION", away.location());
    }
}
