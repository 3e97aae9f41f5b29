/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ncip.internal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.carrel.model.Texts;
import org.carrel.ncip.UnwritableException;

/** What XML 1.0 and the schema's types can hold. */
final class XmlText {

    private static final Texts TEXTS = Texts.of(XmlText.class);
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant BEYOND = Instant.parse("9999-12-31T23:59:59Z").plusSeconds(1);

    private XmlText() {}

    /** {@code text}, if XML 1.0 (production 2, Char) can hold all of it, and if it is not empty. */
    static String require(String element, String text) throws UnwritableException {
        if (text.isBlank() || !text.codePoints().allMatch(XmlText::isChar)) {
            throw new UnwritableException(TEXTS.get("unwritable.text", element));
        }
        return text;
    }

    /** An xs:dateTime in UTC, whole seconds. */
    static String dateTime(String element, Instant instant) throws UnwritableException {
        if (instant.isBefore(FIRST) || !instant.isBefore(BEYOND)) {
            throw new UnwritableException(TEXTS.get("unwritable.date", element));
        }
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static boolean isChar(int c) {
        return c == '\t' || c == '\n' || c == '\r' || c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD
                || c >= 0x10000 && c <= 0x10FFFF;
    }
}
