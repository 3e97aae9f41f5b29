/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;

import org.carrel.model.CallNumberRules;
import org.carrel.model.CallNumberRules.Prefix;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The call numbers of a profile")
class CallNumbersReaderTest {

    private static final int FIRST_LINE = 17;

    private static CallNumberRules rules(String section) {
        return Profiles.accepted(Profiles.SOUND + section).callNumbers();
    }

    @Test
    void are_the_common_ones_when_nothing_is_said() {
        assertEquals(CallNumberRules.STANDARD, rules(""));
        assertEquals(CallNumberRules.STANDARD, rules("call-numbers:\n"));
    }

    @Test
    void have_schemes_and_prefixes_in_the_order_of_the_shelf() {
        CallNumberRules rules = rules("""
                call-numbers:
                  schemes: [dewey, org.example.cutter]
                  prefixes:
                    - spelled: [Juvenile, J]
                    - spelled: Folio
                      at-end: yes
                    - spelled: Fic
                      schemes: [local]
                    - spelled: New
                      apart: no
                """);
        assertEquals(List.of("dewey", "org.example.cutter"), rules.schemes());
        assertEquals(
                List.of(Prefix.apart("Juvenile", "J"), Prefix.size("Folio"),
                        new Prefix(List.of("Fic"), true, false, List.of("local")),
                        new Prefix(List.of("New"), false, false, List.of())),
                rules.prefixes());
    }

    @Test
    void may_have_no_prefix_at_all() {
        assertEquals(List.of(), rules("call-numbers:\n  prefixes: []\n").prefixes());
    }

    @Test
    void of_the_example_are_understood() throws IOException {
        assertEquals(4, Profiles.accepted(Profiles.shipped("example.yaml").replace("hmac", "oauth")).callNumbers()
                .prefixes().size());
    }

    @ParameterizedTest
    @ValueSource(strings = { "  schemes: [lc, lc]", "  schemes: [L C]", "  prefixes: [Ref]",
            "  prefixes: [{ apart: yes }]", "  prefixes: [{ spelled: '+' }]", "  prefixes: [{ spelled: [J, j] }]",
            "  prefixes: [{ spelled: J, apart: perhaps }]", "  prefixes: [{ spelled: J, schemes: ['?'] }]" })
    void that_are_written_otherwise_are_refused_with_their_line(String section) {
        assertEquals(FIRST_LINE,
                Profiles.errors(Profiles.SOUND + "call-numbers:\n" + section + "\n").getFirst().line());
    }

    @Test
    void are_not_without_end() {
        String many = "call-numbers:\n  schemes: [" + "x, ".repeat(5) + "]\n  prefixes:\n"
                + "    - spelled: J\n".repeat(CallNumberRules.MOST + 1);
        assertTrue(Profiles.errors(Profiles.SOUND + many).stream()
                .anyMatch(error -> error.sentence().contains("prefixes")));
    }
}
