/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.bom;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Recognises licences by what is written about them. Pure. */
final class Statements {

    private static final Map<String, Pattern> SIGNS = signs();

    private Statements() {}

    private static Map<String, Pattern> signs() {
        Map<String, String> words = new HashMap<>();
        words.put("EPL-2.0", "epl-?v?-?2|eclipse public license,? *(-)? *v(ersion)?\\.? *2");
        words.put("EPL-1.0", "epl-?v?-?1|eclipse public license,? *(-)? *v(ersion)?\\.? *1");
        words.put("Apache-2.0", "apache-2|apache license,? *version 2|apache\\.org/licenses/license-2");
        words.put("MIT", "\\bmit\\b( license)?$|the mit license|mit license|opensource\\.org/licenses?/mit"
                + "|permission is hereby granted, free of charge, to any person obtaining a copy");
        words.put("BSD-3-Clause",
                "bsd-3-clause|revised bsd|edl-v10|eclipse distribution license|neither the name of the copyright");
        words.put("0BSD", "\\b0bsd\\b");
        words.put("BSD-2-Clause", "bsd-2-clause");
        words.put("Unicode-3.0", "unicode-3|unicode license v3");
        words.put("LGPL-2.1-only", "lgpl-2|lesser general public license");
        words.put("LGPL-2.1-or-later", "lgpl-2\\.1-or-later|lgpl-2\\.1\\+|lgpl 2\\.1 or later"
                + "|lesser general public license,? *version 2\\.1,? or later|lgpl, version 2\\.1 or later");
        words.put("GPL-2.0-only", "gnu general public license,? *version 2|gpl-2\\.0|classpath/license");
        words.put("GPL-3.0-only", "gnu general public license,? *version 3|gpl-3\\.0");
        words.put("AGPL-3.0-only", "affero general public");
        words.put("W3C", "w3c.{0,3} software|www\\.w3\\.org/consortium/legal");
        words.put("MPL-2.0", "mozilla public license,? *version 2|mpl-2\\.0");
        words.put("CDDL-1.0", "common development and distribution license");
        Map<String, Pattern> compiled = new LinkedHashMap<>();
        words.forEach((licence, sign) -> compiled.put(licence, Pattern.compile(sign, Pattern.CASE_INSENSITIVE)));
        return compiled;
    }

    /** The licences that {@code text} names. */
    static Set<String> in(String text) {
        String oneLine = text.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip();
        return SIGNS.entrySet().stream().filter(sign -> sign.getValue().matcher(oneLine).find())
                .map(Map.Entry::getKey).collect(Collectors.toSet());
    }
}
