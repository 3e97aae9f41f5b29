/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.callnumber.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

import org.carrel.inventory.callnumber.CallNumber;
import org.carrel.inventory.callnumber.CallNumberScheme;
import org.carrel.inventory.callnumber.CallNumbers;
import org.carrel.inventory.callnumber.ShelfKey;
import org.carrel.model.CallNumberRules;
import org.carrel.model.CallNumberRules.Prefix;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The call numbers of a branch")
class CallNumberTableTest {

    private static final List<CallNumberScheme> SCHEMES = List.of(new LcScheme(), new NlmScheme(), new DeweyScheme(),
            new SuDocScheme(), new LocalScheme());

    private final CallNumbers standard = table(CallNumberRules.STANDARD);
    private final CallNumbers school = table(new CallNumberRules(List.of("dewey", "local"),
            List.of(new Prefix(List.of("Juvenile", "J", "Juv"), true, false, List.of()),
                    new Prefix(List.of("Fiction", "Fic"), true, false, List.of("local")),
                    new Prefix(List.of("Biography", "B"), true, false, List.of("local")),
                    new Prefix(List.of("New books", "New"), false, false, List.of()), Prefix.size("Folio", "Fol"))));

    private static CallNumbers table(CallNumberRules rules) {
        return new CallNumberTable(rules, SCHEMES);
    }

    @Test
    void stand_in_one_order_over_all_schemes_and_prefixes() {
        assertOrder(standard, "A1 .B2", "QA76 .C3", "QV 4 A1", "R1 .A5", "W 1", "Z1000 .B3", "005.13 K3", "823 D55",
                "A 1.10:3", "Y 4.ED 8/1:117-48", "ZZZZZ.485", "…", "Ref. QA76 .C3", "REFERENCE R1 .A5", "Ref 823 D55",
                "Quarto N7 .A1", "Folio N7 .A1", "N8 .A1 Folio", "Oversize N7 .A1", "FIC SMI", "Fic. SMITH 2", "DVD 12",
                "DVD 100");
    }

    @Test
    void of_a_school_stand_by_its_own_table() {
        assertOrder(school, "031 WOR", "New 523.2 ABC", "523.2 BAR", "NEW BOOKS: 600 A1", "Box 9", "Box 10",
                "J 001 A1", "Juv. 523.2 ABC", "[J] 900 Z9", "J FIC ROW", "J Folio 500", "Fic A1", "FIC ROW",
                "Fic: Rowe",
                "B LINCOLN", "[B] Lindbergh", "Folio 031");
    }

    @ParameterizedTest
    @CsvSource({ "Ref. QA76 .C3, REF QA76.C3", "[Ref] QA76 .C3, ref:QA76 .C3", "REF\u00a0QA76 .C3, Ref QA76 .C3",
            "Folio N7 .A1, N7 .A1 FOLIO", "fol. N7 .A1, N7 .A1 (Fol.)", "DVD123, DVD 123" })
    void do_not_depend_on_how_a_prefix_is_written(String one, String other) {
        assertEquals(standard.read(one).key(), standard.read(other).key());
        assertEquals(standard.read(one).sections(), standard.read(other).sections());
        assertTrue(standard.read(one).isUnderstood());
    }

    @Test
    void are_not_taken_for_prefixes() {
        assertEquals(List.of(), standard.read("REFORM 5").sections());
        assertEquals(List.of(), standard.read("N7 .FOLIO5").sections());
        assertEquals(List.of(), school.read("J5 .A1").sections(), "J5 is a class");
        assertEquals(List.of("Juvenile"), school.read("J 5").sections());
    }

    @Test
    void may_have_prefixes_of_any_alphabet() {
        CallNumbers table = table(
                new CallNumberRules(List.of("lc"), List.of(Prefix.apart("Справ"), Prefix.size("Größe"))));
        assertEquals(List.of("Справ"), table.read("СПРАВ. QA76").sections());
        assertEquals(List.of("Größe"), table.read("QA76 .A1 grosse").sections());
        assertEquals(table.read("QA76 .A1 GRÖSSE").key(), table.read("Größe QA76 .A1").key());
    }

    @Test
    void name_their_sections_and_their_scheme() {
        CallNumber read = standard.read("Ref. Folio QA76 .C3");
        assertEquals(List.of("Reference", "Folio"), read.sections());
        assertEquals(Optional.of("lc"), read.scheme());
        assertEquals("Ref. Folio QA76 .C3", read.text());
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "   ", "…", "Shelved by title", "MLCS 83/1234", "1984", "XX(123.4)" })
    void that_no_scheme_understands_are_said_to_be_so_and_come_last(String strange) {
        CallNumber read = standard.read(strange);
        assertFalse(read.isUnderstood());
        assertTrue(read.key().compareTo(standard.read("ZZ9999 .Z9").key()) > 0);
        assertTrue(read.key().compareTo(standard.read("Ref. A1").key()) < 0);
    }

    @Test
    void without_any_letter_or_digit_come_behind_those_that_nobody_understands() {
        assertTrue(standard.read("").key().compareTo(standard.read("zzz").key()) > 0);
        assertEquals(standard.read("").key(), standard.read(" - ").key());
        assertTrue(CallNumbers.maySayNothing(standard.read("Ref. …").key().toBytes()));
        assertFalse(CallNumbers.maySayNothing(standard.read("QA76").key().toBytes()));
    }

    @Test
    void go_on_with_volume_and_copy() {
        assertEquals(standard.read("QA76 .C3 v.2 c.1").key(), standard.read("QA76 .C3", "v.2 c.1", "").key());
        assertEquals(standard.read("Folio QA76 .C3 v.2").key(), standard.read("QA76 .C3 Folio", "v.2", "").key());
        assertTrue(
                standard.read("QA76 .C3", "V.9", "").key().compareTo(standard.read("QA76 .C3", "V.10", "").key()) < 0);
    }

    @Test
    void are_first_tried_with_the_scheme_that_the_item_file_names() {
        CallNumbers both = table(new CallNumberRules(List.of("local", "dewey"), List.of()));
        assertEquals(Optional.of("local"), both.read("823 D55").scheme());
        assertEquals(Optional.of("dewey"), both.read("823 D55", "", "dewey").scheme());
        assertEquals(Optional.of("local"), both.read("D55", "", "dewey").scheme(), "the item file may be wrong");
        assertEquals(Optional.of("local"), both.read("D55", "", "lc").scheme(), "the branch does not use LC");
    }

    @Test
    void that_are_too_long_are_not_understood_but_stand_somewhere() {
        CallNumber read = standard.read("QA76 .C3 " + "x".repeat(100_000));
        assertFalse(read.isUnderstood());
        assertTrue(read.key().length() < 2 * CallNumbers.LONGEST);
        CallNumber volume = standard.read("QA76 .C3", "v".repeat(100_000), "");
        assertFalse(volume.isUnderstood());
        assertTrue(volume.key().length() < 2 * CallNumbers.LONGEST);
    }

    @Test
    void survive_a_scheme_that_is_wrong() {
        CallNumberScheme broken = scheme("broken", text -> {
            throw new IllegalStateException("broken on purpose");
        });
        CallNumbers table = new CallNumberTable(new CallNumberRules(List.of("broken", "lc"), List.of()),
                List.of(broken, new LcScheme()));
        assertEquals(Optional.of("lc"), table.read("QA76").scheme());
    }

    @Test
    void name_the_schemes_that_nobody_provides() {
        CallNumbers table = table(new CallNumberRules(List.of("lc", "org.example.cutter"), List.of()));
        assertEquals(Set.of("org.example.cutter"), table.missingSchemes());
        assertEquals(Set.of(), standard.missingSchemes());
    }

    @Test
    void have_another_version_when_their_keys_may_differ() {
        assertEquals(standard.version(), table(CallNumberRules.STANDARD).version());
        assertNotEquals(standard.version(), school.version());
        assertNotEquals(standard.version(),
                new CallNumberTable(CallNumberRules.STANDARD, List.of(new LcScheme())).version());
    }

    private static CallNumberScheme scheme(String id, Function<String, Optional<ShelfKey>> key) {
        return new CallNumberScheme() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public String name() {
                return id;
            }

            @Override
            public Optional<ShelfKey> key(String callNumber) {
                return key.apply(callNumber);
            }
        };
    }

    private static void assertOrder(CallNumbers numbers, String... expected) {
        List<String> shuffled = new ArrayList<>(List.of(expected));
        long seed = System.nanoTime();
        Collections.shuffle(shuffled, new Random(seed));
        shuffled.sort(Comparator.comparing(text -> numbers.read(text).key()));
        assertEquals(List.of(expected), shuffled, () -> "seed " + seed);
    }
}
