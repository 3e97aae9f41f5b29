/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.xlsx.internal;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names for sheets that Excel accepts, each of them once. For one workbook. */
final class SheetNames {

    private static final int LONGEST = 31;
    private static final String FORBIDDEN = "[\\\\/?*\\[\\]:\\p{Cntrl}]";
    /** A name of Excel's own, in English. */
    private static final String RESERVED = "history";

    private final Set<String> taken = new HashSet<>(Set.of(RESERVED));

    /** A name like {@code wanted} that no other sheet has; case does not tell names apart. */
    String take(String wanted) {
        String sound = wanted.replaceAll(FORBIDDEN, "-").replace('\'', '\u2019').strip();
        String name = cut(sound.isEmpty() ? "-" : sound, LONGEST);
        for (int n = 2; !taken.add(name.toLowerCase(Locale.ROOT)); n++) {
            String number = " (" + n + ")";
            name = cut(sound, LONGEST - number.length()) + number;
        }
        return name;
    }

    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length).strip();
    }
}
