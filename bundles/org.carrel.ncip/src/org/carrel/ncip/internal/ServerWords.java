/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ncip.internal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.carrel.model.CheckOut;
import org.carrel.model.Transaction;

/** Makes what a server says fit to be stored, shown and logged. */
final class ServerWords {

    /** As long as anybody reads. */
    private static final int MAX_LENGTH = 1000;

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}]+");

    private ServerWords() {}

    /** On one line, and not too long. */
    static String clean(String text) {
        String line = BLANKS.matcher(text).replaceAll(" ").strip();
        return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH) + "…";
    }

    /** With the patron's barcode replaced by its hash: servers repeat it in problems, and problems get into logs. */
    static String withoutPatron(String text, Transaction sent) {
        if (!(sent instanceof CheckOut out)) {
            return text;
        }
        Pattern barcode = Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(out.patron().value())
                + "(?![\\p{L}\\p{N}])", Pattern.CASE_INSENSITIVE);
        return barcode.matcher(text).replaceAll(Matcher.quoteReplacement(out.patron().toString()));
    }
}
