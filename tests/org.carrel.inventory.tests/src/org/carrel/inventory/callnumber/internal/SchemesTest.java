/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.callnumber.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.carrel.inventory.callnumber.CallNumberScheme;
import org.carrel.inventory.callnumber.ShelfKey;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each row is in shelf order: every call number before the next, or equal to it behind {@code =}. */
@DisplayName("Schemes of call numbers")
class SchemesTest {

    private static final CallNumberScheme LC = new LcScheme();
    private static final CallNumberScheme NLM = new NlmScheme();
    private static final CallNumberScheme DEWEY = new DeweyScheme();
    private static final CallNumberScheme SUDOC = new SuDocScheme();
    private static final CallNumberScheme LOCAL = new LocalScheme();

    static List<Row> lc() {
        return List.of(new Row("classes by letters, then by number", "B9|BF1|BF9|BF10|C1"),
                new Row("fractions of the class by their digits", "QA76|QA76.5|QA76.54|QA76.6|QA77"),
                new Row("nothing before something", "QA76|QA76 1999|QA76 .A1|QA76 .A1 1999|QA76 .A1 B2"),
                new Row("cutters are fractions", "QA76 .C2|QA76 .C25|QA76 .C250|QA76 .C3|QA76 .D1"),
                new Row("points and blanks are free",
                        "PR6052 .A8 Z5|=PR6052.A8Z5|=pr 6052 a8 z5|=PR6052  .A8.Z5|=PR 6052 .A 8 Z5"),
                new Row("a date behind the class, with an ordinal",
                        "D570.3 28th .M3|=D570.3 28TH.M3|D570.3 42nd .C66|=D570.3 42d.C66|D570.3 90th .P7|D570.3 .A1"),
                new Row("letters attached to a cutter behind all else",
                        "M5 .K24|M5 .K24 1900|M5 .K24 D4|M5 .K24a|M5 .K24a 1900|M5 .K24b|M5 .K241"),
                new Row("letters attached to a year", "M5 .K24 1900|M5 .K24 1900 v.2|M5 .K24 1900z|M5 .K24 1901"),
                new Row("volumes by number",
                        "B1 .A2 v.2|=B1 .A2 vol. 2|=B1 .A2 V. 02|=B1 .A2 volume 2|B1 .A2 v.10|B1 .A2 v.10 no.2|"
                                + "B1 .A2 v.10 no.12"),
                new Row("volume 2 is no cutter behind a date", "B1 .A2 1999 v2|=B1 .A2 1999 v.2|B1 .A2 1999 v10"),
                new Row("copies behind the volume", "B1 .A2 v.1|B1 .A2 v.1 c.1|B1 .A2 v.1 copy 2|B1 .A2 v.2 c.1"),
                new Row("attached copies", "B1 .A2 1999|B1 .A2 1999c.2|=B1 .A2 1999 c.2|B1 .A2 1999 c.10|B1 .A2 2000"),
                new Row("catalogues of composers before cutters",
                        "M5 .M93 K.3|M5 .M93 K.25|M5 .M93 K.240|M5 .M93 K2|M5 .M93 K25|M5 .M93 L1"),
                new Row("months of a year",
                        "AP2 .N6 v.1 1999|AP2 .N6 v.1 1999 Jan|=AP2 .N6 v.1 1999:January|AP2 .N6 v.1 1999 Feb.|"
                                + "AP2 .N6 v.1 1999 Sept|AP2 .N6 v.1 1999 Oct"),
                new Row("words behind the class come last",
                        "BF1999 1973|BF1999 v.2|BF1999 .A6|BF1999 .Z9|BF1999 Aarons"),
                new Row("copyright dates are dates", "PZ7 .A2 c1999|=PZ7 .A2 1999|PZ7 .A2 .C1999"),
                new Row("ranges by their first number", "AP2 .N6 no.3|AP2 .N6 no.3-5|AP2 .N6 no.23-28"),
                new Row("numbers of any length",
                        "B1 .A2 no.99999999999999999999|B1 .A2 no.100000000000000000000|B1 .A2 no."
                                + "9".repeat(40) + "|B1 .A2 no.1" + "0".repeat(40)));
    }

    static List<Row> nlm() {
        return List.of(new Row("classes", "QS 4|QV 4|QZ 200|W 1|W 20.5|WA 100|WZ 260"),
                new Row("serials by name", "W1 AD44|W1 ADD5|W1 JO645|W1 JO645 v.2|W1 JO645 v.10|W1 NO75K|W1 NO76"),
                new Row("places", "WG 11 .A1|WG 11 AA1|WG 11 DA1|WG 11 DC2"),
                new Row("works of an author", "QV 4 B878 1998|QV 4 B878p 1998|QV 4 B878p 2001|QV 4 B879"));
    }

    static List<Row> dewey() {
        return List.of(new Row("classes by number, then by fraction", "005|5.1|005.13|005.133|005.2|010|100|512"),
                new Row("marks of segmentation do not count", "338.476|=338.4/76|=338.4'76|=338.4’76|338.48"),
                new Row("cutters of many digits",
                        "813.54 S5|813.54 S53|813.54 S5301|813.54 S53019|813.54 S5302|813.54 S531|813.54 S6"),
                new Row("letters attached to a cutter", "823 D55|823 D55 1999|823 D55b|823 D55bl|823 D55c|823 D551"),
                new Row("two cutters", "398.2 G7|398.2 G7 H35|398.2 G7 H4|398.2 G71"),
                new Row("authors by name", "641.5 B|641.5 BAK|641.5 BAKER|641.5 BAL|641.5 O'BRIEN|=641.5 OBRIEN"),
                new Row("volumes and dates", "909 T52|909 T52 1999|909 T52 v.2|909 T52 v.10|909 T52 v.10 2001"));
    }

    static List<Row> sudoc() {
        return List.of(new Row("numbers are whole numbers", "A 1.2:9|A 1.2:76|A 1.10:3|A 2.1:3|A 10.1:3|C 1.1:1"),
                new Row("blanks do not count", "Y 4.ED 8/1:117-48|=Y4.ED8/1:117-48|=Y 4. ED 8/1: 117-48"),
                new Row("nothing, letters, numbers behind the slash",
                        "EP 1.23:|EP 1.23:A 62|EP 1.23:91-44|EP 1.23/A:R 31|EP 1.23/2:|EP 1.23/3:|EP 1.23/3-2:"),
                new Row("years, letters, numbers behind the colon",
                        "L 2.3:957|L 2.3:998|=L 2.3:1998|L 2.3:2004|L 2.3:B 73|L 2.3:B 73/998|L 2.3:B 73/2|L 2.3:235"),
                new Row("congresses and their papers", "Y 1.1/5:106-9|Y 1.1/5:106-998|Y 1.1/5:107-1"));
    }

    static List<Row> local() {
        return List.of(new Row("words and numbers", "DVD 9|=DVD9|=dvd-9|DVD 10|DVD A|DVDS"),
                new Row("word by word", "FIC SMI|FIC SMITH|FIC SMITH 2|FIC SMITH A|FIC SMITHSON"),
                new Row("letters behind a number", "MAP 12|MAP 12 3|MAP 12 B|MAP 12.3|MAP 12b|MAP 13"),
                new Row("other alphabets behind ours", "Z|Ж|Я"));
    }

    @ParameterizedTest
    @MethodSource("lc")
    void lc_sorts(Row row) {
        row.check(LC);
    }

    @ParameterizedTest
    @MethodSource("nlm")
    void nlm_sorts(Row row) {
        row.check(NLM);
    }

    @ParameterizedTest
    @MethodSource("dewey")
    void dewey_sorts(Row row) {
        row.check(DEWEY);
    }

    @ParameterizedTest
    @MethodSource("sudoc")
    void sudoc_sorts(Row row) {
        row.check(SUDOC);
    }

    @ParameterizedTest
    @MethodSource("local")
    void local_sorts(Row row) {
        row.check(LOCAL);
    }

    @ParameterizedTest
    @CsvSource({ "QA\u00a076\u2009.C3", "\ufeffQA76 .C3", "ＱＡ７６ .Ｃ３", "qa76\u200b.c3", "QA٧٦ .C٣", "QA76\t.C3" })
    void blanks_that_do_not_break_and_other_forms_of_letters_and_digits_do_not_count(String spelling) {
        assertEquals(LC.key("QA76 .C3"), LC.key(spelling));
    }

    @Test
    void marks_on_letters_do_not_count() {
        assertEquals(DEWEY.key("839.8 MOLLER"), DEWEY.key("839.8 Mo\u0308ller"));
        assertEquals(DEWEY.key("839.8 MOLLER"), DEWEY.key("839.8 Møller"));
        assertEquals(DEWEY.key("830 AE"), DEWEY.key("830 Æ"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "…", "QA", "76", "I5 .A1", "W20", "QV4", "XX1", "QA12345", "C 3.134:993",
            "D 1.2/3:5",
            "DVD 123", "ABCD 12", "B-12", "813.54 S5", "Shelved by title" })
    void lc_leaves_alone_what_is_not_its_own(String other) {
        assertEquals(Optional.empty(), LC.key(other));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "1984", "12", "12 Monkeys", "012:345", "123-45", "123/4", "QA76", "A1" })
    void dewey_leaves_alone_what_is_not_its_own(String other) {
        assertEquals(Optional.empty(), DEWEY.key(other));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "QA76 .C3", "X1", "WAB 1", "QR1", "W" })
    void nlm_leaves_alone_what_is_not_its_own(String other) {
        assertEquals(Optional.empty(), NLM.key(other));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "QA76.5", "M5.L3 K2 OP.7:NO.6", "A 1.10", "A 1 10:3", "ABCDE 1.2:3", "12.3:4",
            "A 1.:3",
            "A 1./2:" })
    void sudoc_leaves_alone_what_is_not_its_own(String other) {
        assertEquals(Optional.empty(), SUDOC.key(other));
    }

    /** A name and call numbers between bars. */
    record Row(String name, String callNumbers) {

        void check(CallNumberScheme scheme) {
            List<String> wrong = new ArrayList<>();
            String former = "";
            for (String entry : callNumbers.split("\\|")) {
                boolean same = entry.startsWith("=");
                String callNumber = same ? entry.substring(1) : entry;
                Optional<ShelfKey> key = scheme.key(callNumber);
                if (key.isEmpty()) {
                    wrong.add(callNumber + " is not understood");
                } else if (!former.isEmpty()) {
                    int order = scheme.key(former).orElseThrow().compareTo(key.get());
                    if (same != (order == 0) || order > 0) {
                        wrong.add(former + (order == 0 ? " is equal to " : order < 0 ? " is before " : " is behind ")
                                + callNumber);
                    }
                }
                former = callNumber;
            }
            assertTrue(wrong.isEmpty(), wrong::toString);
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
