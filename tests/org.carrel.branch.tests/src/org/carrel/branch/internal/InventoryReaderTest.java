/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.carrel.model.inventory.ConditionCode;
import org.carrel.model.inventory.InventoryRules;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The rules for inventories in a profile")
class InventoryReaderTest {

    private static InventoryRules rules(String section) {
        return Profiles.accepted(Profiles.SOUND + section).inventory();
    }

    @Test
    void have_the_common_conditions_when_nothing_is_said_and_none_when_that_is_said() {
        assertEquals(InventoryRules.standard(), rules(""));
        assertEquals(List.of("damaged", "relabel", "outdated"),
                InventoryRules.standard().conditions().stream().map(ConditionCode::code).toList());
        assertEquals(List.of(), rules("inventory:\n  conditions: []\n").conditions());
    }

    @Test
    void have_the_conditions_of_the_branch_in_its_order() {
        InventoryRules rules = rules("""
                inventory:
                  conditions:
                    - code: mouldy
                      label: Mouldy
                      next-step: Put it into the freezer.
                      barcode: +MOULD
                    - code: Spine-2
                """);
        assertEquals(List.of(
                new ConditionCode("mouldy", "Mouldy", "Put it into the freezer.", Optional.of("+MOULD")),
                new ConditionCode("Spine-2", "Spine-2", "", Optional.empty())), rules.conditions());
        assertEquals("mouldy", rules.ofBarcode("+mould").orElseThrow().code());
        assertEquals(Optional.empty(), rules.ofBarcode("31234000000001"));
        assertEquals("Spine-2", rules.ofCode("SPINE-2").orElseThrow().code());
    }

    @Test
    void of_the_example_are_the_common_ones() throws IOException {
        assertEquals(InventoryRules.standard(),
                Profiles.accepted(Profiles.shipped("example.yaml").replace("hmac", "oauth")).inventory());
    }

    @ParameterizedTest
    @ValueSource(strings = { "[damaged]", "[{ label: x }]", "[{ code: 'a b' }]", "[{ code: a }, { code: A }]",
            "[{ code: a, barcode: X }, { code: b, barcode: x }]" })
    void that_are_written_otherwise_are_refused(String conditions) {
        assertTrue(!Profiles.errors(Profiles.SOUND + "inventory:\n  conditions: " + conditions + "\n").isEmpty());
    }

    @Test
    void are_not_without_end() {
        String many = "inventory:\n  conditions:\n" + "    - code: a\n".repeat(InventoryRules.MOST_CONDITIONS + 1);
        assertTrue(Profiles.errors(Profiles.SOUND + many).stream()
                .anyMatch(error -> error.sentence().contains("conditions")));
    }
}
