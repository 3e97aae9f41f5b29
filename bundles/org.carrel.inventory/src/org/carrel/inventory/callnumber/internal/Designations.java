/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.callnumber.internal;

import java.util.Map;

/** Words of volumes, parts, copies and months, which are written in several ways. */
final class Designations {

    private static final int LONGEST = 10;

    private static final Map<String, String> WORDS = Map.ofEntries(Map.entry("VOL", "V"), Map.entry("VOLS", "V"),
            Map.entry("VOLUME", "V"), Map.entry("NO", "NO"), Map.entry("NOS", "NO"), Map.entry("NR", "NO"),
            Map.entry("NUM", "NO"), Map.entry("NUMBER", "NO"), Map.entry("PT", "PT"), Map.entry("PTS", "PT"),
            Map.entry("PART", "PT"), Map.entry("COPY", "C"), Map.entry("TOME", "T"), Map.entry("TOMO", "T"),
            Map.entry("BD", "BD"), Map.entry("BAND", "BD"), Map.entry("BK", "BK"), Map.entry("BOOK", "BK"),
            Map.entry("ED", "ED"), Map.entry("EDITION", "ED"), Map.entry("SER", "SER"), Map.entry("SERIES", "SER"),
            Map.entry("OP", "OP"), Map.entry("OPUS", "OP"), Map.entry("SUPPL", "SUPPL"),
            Map.entry("SUPPLEMENT", "SUPPL"), Map.entry("FASC", "FASC"), Map.entry("ISSUE", "ISSUE"),
            Map.entry("DISC", "DISC"), Map.entry("DISK", "DISC"), Map.entry("JAHRG", "JAHRG"),
            Map.entry("HEFT", "HEFT"));

    private static final String[] MONTHS = { "JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE", "JULY", "AUGUST",
            "SEPTEMBER", "OCTOBER", "NOVEMBER", "DECEMBER" };
    private static final String[] NUMBERS = { "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12" };

    private Designations() {}

    /**
     * The one way to write the designation of capital letters, for instance {@code V} for {@code vol}; empty when it is
     * none.
     */
    static String of(char[] text, int from, int to) {
        if (to - from == 1) {
            return switch (text[from]) {
                case 'V' -> "V";
                case 'C' -> "C";
                case 'T' -> "T";
                default -> "";
            };
        }
        return to - from > LONGEST ? "" : WORDS.getOrDefault(new String(text, from, to - from), "");
    }

    /** The number of the month, for instance {@code 3} for {@code Mar}; empty when it is none. */
    static String month(String text, int from, int to) {
        int length = to - from;
        for (int month = 0; month < MONTHS.length; month++) {
            String name = MONTHS[month];
            boolean whole = length == name.length() || length == 3 || length == 4 && name.startsWith("SEPT");
            if (whole && text.regionMatches(true, from, name, 0, length)) {
                return NUMBERS[month];
            }
        }
        return "";
    }
}
