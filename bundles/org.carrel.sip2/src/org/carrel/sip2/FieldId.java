/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sip2;

/**
 * The two letters before a field of variable length. Those in use here; a message may have any others. Source: 3M
 * Standard Interchange Protocol, version 2.00, "Variable-length fields"; {@code CS} comes from its extensions and is
 * what library systems put call numbers into.
 */
public final class FieldId {

    public static final String PATRON = "AA";
    public static final String ITEM = "AB";
    public static final String TERMINAL_PASSWORD = "AC";
    public static final String PATRON_PASSWORD = "AD";
    public static final String PERSONAL_NAME = "AE";
    public static final String SCREEN_MESSAGE = "AF";
    public static final String PRINT_LINE = "AG";
    public static final String DUE_DATE = "AH";
    public static final String TITLE = "AJ";
    public static final String BLOCKED_CARD_MESSAGE = "AL";
    public static final String LIBRARY_NAME = "AM";
    public static final String TERMINAL_LOCATION = "AN";
    public static final String INSTITUTION = "AO";
    public static final String CURRENT_LOCATION = "AP";
    public static final String PERMANENT_LOCATION = "AQ";
    public static final String OWNER = "BG";
    public static final String VALID_PATRON = "BL";
    public static final String FEE_AMOUNT = "BV";
    /** Sixteen flags, one for each message that a server supports. */
    public static final String SUPPORTED_MESSAGES = "BX";
    public static final String ITEM_PROPERTIES = "CH";
    public static final String HOLD_QUEUE_LENGTH = "CF";
    public static final String MEDIA_TYPE = "CK";
    public static final String LOGIN_USER = "CN";
    public static final String LOGIN_PASSWORD = "CO";
    public static final String LOCATION_CODE = "CP";
    public static final String CALL_NUMBER = "CS";

    private FieldId() {}

    /** Whether these could be the letters before a field: two visible ASCII characters. */
    static boolean isSound(String id) {
        return id.length() == 2 && id.chars().allMatch(c -> c > ' ' && c <= '~' && c != '|');
    }
}
