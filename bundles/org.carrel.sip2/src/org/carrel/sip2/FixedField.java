/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sip2;

/**
 * The fields of fixed width at the start of SIP2 messages, all ASCII. Source: 3M Standard Interchange Protocol, version
 * 2.00, "Fixed-length fields".
 */
public enum FixedField {
    UID_ALGORITHM(1, Kind.TEXT), PASSWORD_ALGORITHM(1, Kind.TEXT), OK(1, Kind.DIGITS), STATUS_CODE(1, Kind.DIGITS),
    PRINT_WIDTH(3, Kind.DIGITS), PROTOCOL_VERSION(4, Kind.TEXT), ONLINE(1, Kind.FLAG), CHECKIN_OK(1, Kind.FLAG),
    CHECKOUT_OK(1, Kind.FLAG), RENEWAL_POLICY(1, Kind.FLAG), STATUS_UPDATE_OK(1, Kind.FLAG), OFFLINE_OK(1, Kind.FLAG),
    /** In tenths of a second; 999 for unknown. */
    TIMEOUT_PERIOD(3, Kind.DIGITS),
    /** 999 for unknown. */
    RETRIES_ALLOWED(3, Kind.DIGITS), DATE_TIME_SYNC(18, Kind.DATE), NO_BLOCK(1, Kind.FLAG),
    TRANSACTION_DATE(18, Kind.DATE), NB_DUE_DATE(18, Kind.DATE), RETURN_DATE(18, Kind.DATE), RENEWAL_OK(1, Kind.FLAG),
    MAGNETIC_MEDIA(1, Kind.FLAG), DESENSITIZE(1, Kind.FLAG), RESENSITIZE(1, Kind.FLAG), ALERT(1, Kind.FLAG),
    CIRCULATION_STATUS(2, Kind.DIGITS), SECURITY_MARKER(2, Kind.DIGITS), FEE_TYPE(2, Kind.DIGITS),
    PAYMENT_TYPE(2, Kind.DIGITS), CURRENCY_TYPE(3, Kind.TEXT), PAYMENT_ACCEPTED(1, Kind.FLAG),
    THIRD_PARTY_ALLOWED(1, Kind.FLAG), LANGUAGE(3, Kind.DIGITS),
    /** Fourteen flags, each {@code Y} or blank. */
    PATRON_STATUS(14, Kind.TEXT),
    /** Ten flags, of which at most one is {@code Y}. */
    SUMMARY(10, Kind.TEXT), HOLD_ITEMS_COUNT(4, Kind.DIGITS), OVERDUE_ITEMS_COUNT(4, Kind.DIGITS),
    CHARGED_ITEMS_COUNT(4, Kind.DIGITS), FINE_ITEMS_COUNT(4, Kind.DIGITS), RECALL_ITEMS_COUNT(4, Kind.DIGITS),
    UNAVAILABLE_HOLDS_COUNT(4, Kind.DIGITS), RENEWED_COUNT(4, Kind.DIGITS), UNRENEWED_COUNT(4, Kind.DIGITS),
    HOLD_MODE(1, Kind.TEXT), AVAILABLE(1, Kind.FLAG), CARD_RETAINED(1, Kind.FLAG), END_SESSION(1, Kind.FLAG),
    ITEM_PROPERTIES_OK(1, Kind.DIGITS);

    /** What is written there. */
    enum Kind {
        /** Printable ASCII. */
        TEXT,
        /** Digits; blanks occur in messages that are read. */
        DIGITS,
        /** {@code Y}, {@code N} or {@code U}; blanks and digits occur in messages that are read. */
        FLAG,
        /** {@code YYYYMMDDZZZZHHMMSS}, or blanks when there is none. */
        DATE
    }

    private final int width;
    private final Kind kind;

    FixedField(int width, Kind kind) {
        this.width = width;
        this.kind = kind;
    }

    /** In characters, which are bytes here. */
    public int width() {
        return width;
    }

    Kind kind() {
        return kind;
    }

    /** Whether {@code text} is what the protocol has in this place. */
    boolean accepts(String text) {
        return text.length() == width && switch (kind) {
            case TEXT -> text.chars().allMatch(c -> c >= ' ' && c <= '~' && c != '|');
            case DIGITS -> text.chars().allMatch(c -> c >= '0' && c <= '9');
            case FLAG -> "YNU".contains(text);
            case DATE -> text.isBlank() || SipDates.isWellFormed(text);
        };
    }

    /** What stands here when nothing is known. */
    String nothing() {
        return switch (kind) {
            case TEXT, DATE -> " ".repeat(width);
            case DIGITS -> "0".repeat(width);
            case FLAG -> "U";
        };
    }
}
