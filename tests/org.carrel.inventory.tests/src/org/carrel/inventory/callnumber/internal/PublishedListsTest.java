/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.callnumber.internal;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.carrel.inventory.callnumber.CallNumberScheme;
import org.carrel.inventory.callnumber.ShelfKey;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists in shelf order that other projects have published. They lie beside the checkout and are not part of it. */
@DisplayName("Published lists of call numbers")
class PublishedListsTest {

    private static final String FOLDER = "CARREL_CONFORMANCE_DATA";

    @ParameterizedTest
    @ValueSource(strings = { "lc_order_1_searchworks", "lc_order_class0_solrmarc", "lc_order_cutters_solrmarc",
            "lc_order_depression_solrmarc", "lc_order_dvorakBurghauser_solrmarc", "lc_order_long_solrmarc",
            "lc_order_maps_solrmarc", "lc_order_serialWithVolume_solrmarc", "lc_order_suffixCutter_solrmarc",
            "lc_order_wwiDivisions_solrmarc" })
    void of_lc_sort_as_given(String name) throws IOException {
        assertSorted(new LcScheme(), list(name));
    }

    @ParameterizedTest
    @ValueSource(strings = { "dewey_order_1_searchworks", "dewey_order_solrmarc" })
    void of_dewey_sort_as_given(String name) throws IOException {
        assertSorted(new DeweyScheme(), list(name));
    }

    @Test
    void of_government_documents_sort_as_given() throws IOException {
        assertSorted(new SuDocScheme(), list("sudoc_order_1_searchworks"));
    }

    @Test
    @DisplayName("of Harvard-Yenching sort as given when they are local call numbers, for that scheme is one library's")
    void of_harvard_yenching_sort_as_given() throws IOException {
        assertSorted(new LocalScheme(), list("lc_order_harvardYenching_solrmarc"));
    }

    /**
     * The list mixes numbers in a composer's catalogue (K.3, K.25, K.240: whole numbers) with cutters of the same
     * letter (K2, K240: fractions), with K.3 between K2 and K240 but also K.240 before K240: no rule that looks at a
     * call number alone does that. Numbers of a catalogue come before the cutters of their letter here, as in the list
     * of what that project really does. All else is as given.
     */
    @Test
    @DisplayName("with traps sort as given, but numbers of a composer's catalogue come before cutters of that letter")
    void with_traps_sort_as_given() throws IOException {
        List<String> given = list("lc_order_diabolical_solrmarc");
        Set<String> catalogue = Set.of("M5 L3 K.3", "M5 L3 K.25", "M5 L3 K.240 1900", "M5 L3 K.240 1900Z",
                "M5 L3 K.240 1900Z M", "M5 L3 K.240D B");
        assertTrue(given.containsAll(catalogue));
        List<String> expected = new ArrayList<>(given);
        expected.removeAll(catalogue);
        int firstCutter = expected.indexOf("M5.L3.K2");
        assertTrue(firstCutter > 0);
        expected.addAll(firstCutter, given.stream().filter(catalogue::contains).toList());
        assertSorted(new LcScheme(), expected);
    }

    private static void assertSorted(CallNumberScheme scheme, List<String> callNumbers) {
        assertTrue(callNumbers.size() > 2, "the list is empty");
        List<String> wrong = new ArrayList<>();
        Optional<ShelfKey> former = Optional.empty();
        for (int i = 0; i < callNumbers.size(); i++) {
            Optional<ShelfKey> key = scheme.key(callNumbers.get(i));
            if (key.isEmpty()) {
                wrong.add(callNumbers.get(i) + " is not understood");
            } else if (former.isPresent() && former.get().compareTo(key.get()) > 0) {
                wrong.add(callNumbers.get(i - 1) + " is behind " + callNumbers.get(i));
            }
            former = key;
        }
        assertTrue(wrong.isEmpty(), wrong::toString);
    }

    private static List<String> list(String name) throws IOException {
        String folder = System.getenv(FOLDER);
        assumeTrue(folder != null && !folder.isBlank(), FOLDER + " is not set");
        Path file = Path.of(folder, "callnumbers", name + ".txt");
        return Files.readAllLines(file).stream().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    }
}
