/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sip2;

import static org.carrel.sip2.FixedField.ALERT;
import static org.carrel.sip2.FixedField.AVAILABLE;
import static org.carrel.sip2.FixedField.CARD_RETAINED;
import static org.carrel.sip2.FixedField.CHARGED_ITEMS_COUNT;
import static org.carrel.sip2.FixedField.CHECKIN_OK;
import static org.carrel.sip2.FixedField.CHECKOUT_OK;
import static org.carrel.sip2.FixedField.CIRCULATION_STATUS;
import static org.carrel.sip2.FixedField.CURRENCY_TYPE;
import static org.carrel.sip2.FixedField.DATE_TIME_SYNC;
import static org.carrel.sip2.FixedField.DESENSITIZE;
import static org.carrel.sip2.FixedField.END_SESSION;
import static org.carrel.sip2.FixedField.FEE_TYPE;
import static org.carrel.sip2.FixedField.FINE_ITEMS_COUNT;
import static org.carrel.sip2.FixedField.HOLD_ITEMS_COUNT;
import static org.carrel.sip2.FixedField.HOLD_MODE;
import static org.carrel.sip2.FixedField.ITEM_PROPERTIES_OK;
import static org.carrel.sip2.FixedField.LANGUAGE;
import static org.carrel.sip2.FixedField.MAGNETIC_MEDIA;
import static org.carrel.sip2.FixedField.NB_DUE_DATE;
import static org.carrel.sip2.FixedField.NO_BLOCK;
import static org.carrel.sip2.FixedField.OFFLINE_OK;
import static org.carrel.sip2.FixedField.OK;
import static org.carrel.sip2.FixedField.ONLINE;
import static org.carrel.sip2.FixedField.OVERDUE_ITEMS_COUNT;
import static org.carrel.sip2.FixedField.PASSWORD_ALGORITHM;
import static org.carrel.sip2.FixedField.PATRON_STATUS;
import static org.carrel.sip2.FixedField.PAYMENT_ACCEPTED;
import static org.carrel.sip2.FixedField.PAYMENT_TYPE;
import static org.carrel.sip2.FixedField.PRINT_WIDTH;
import static org.carrel.sip2.FixedField.PROTOCOL_VERSION;
import static org.carrel.sip2.FixedField.RECALL_ITEMS_COUNT;
import static org.carrel.sip2.FixedField.RENEWAL_OK;
import static org.carrel.sip2.FixedField.RENEWAL_POLICY;
import static org.carrel.sip2.FixedField.RENEWED_COUNT;
import static org.carrel.sip2.FixedField.RESENSITIZE;
import static org.carrel.sip2.FixedField.RETRIES_ALLOWED;
import static org.carrel.sip2.FixedField.RETURN_DATE;
import static org.carrel.sip2.FixedField.SECURITY_MARKER;
import static org.carrel.sip2.FixedField.STATUS_CODE;
import static org.carrel.sip2.FixedField.STATUS_UPDATE_OK;
import static org.carrel.sip2.FixedField.SUMMARY;
import static org.carrel.sip2.FixedField.THIRD_PARTY_ALLOWED;
import static org.carrel.sip2.FixedField.TIMEOUT_PERIOD;
import static org.carrel.sip2.FixedField.TRANSACTION_DATE;
import static org.carrel.sip2.FixedField.UID_ALGORITHM;
import static org.carrel.sip2.FixedField.UNAVAILABLE_HOLDS_COUNT;
import static org.carrel.sip2.FixedField.UNRENEWED_COUNT;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The messages of SIP2 and their layouts: fields of fixed width first, then fields with two letters in any order.
 * Source: 3M Standard Interchange Protocol, version 2.00; layouts as public implementations agree on them.
 */
public enum MessageType {
    BLOCK_PATRON("01", layout(CARD_RETAINED, TRANSACTION_DATE), "AO", "AL", "AA"),
    CHECKIN("09", layout(NO_BLOCK, TRANSACTION_DATE, RETURN_DATE), "AP", "AO", "AB", "AC"),
    CHECKIN_RESPONSE("10", layout(OK, RESENSITIZE, MAGNETIC_MEDIA, ALERT, TRANSACTION_DATE), "AO", "AB", "AQ"),
    CHECKOUT("11", layout(RENEWAL_POLICY, NO_BLOCK, TRANSACTION_DATE, NB_DUE_DATE), "AO", "AA", "AB", "AC"),
    CHECKOUT_RESPONSE("12", layout(OK, RENEWAL_OK, MAGNETIC_MEDIA, DESENSITIZE, TRANSACTION_DATE), "AO", "AA", "AB",
            "AJ", "AH"),
    HOLD("15", layout(HOLD_MODE, TRANSACTION_DATE), "AO", "AA"),
    HOLD_RESPONSE("16", layout(OK, AVAILABLE, TRANSACTION_DATE), "AO", "AA"),
    ITEM_INFORMATION("17", layout(TRANSACTION_DATE), "AO", "AB"),
    ITEM_INFORMATION_RESPONSE("18", layout(CIRCULATION_STATUS, SECURITY_MARKER, FEE_TYPE, TRANSACTION_DATE), "AB",
            "AJ"),
    ITEM_STATUS_UPDATE("19", layout(TRANSACTION_DATE), "AO", "AB", "CH"),
    ITEM_STATUS_UPDATE_RESPONSE("20", layout(ITEM_PROPERTIES_OK, TRANSACTION_DATE), "AB"),
    PATRON_STATUS_REQUEST("23", layout(LANGUAGE, TRANSACTION_DATE), "AO", "AA", "AC", "AD"),
    PATRON_STATUS_RESPONSE("24", layout(PATRON_STATUS, LANGUAGE, TRANSACTION_DATE), "AO", "AA", "AE"),
    PATRON_ENABLE("25", layout(TRANSACTION_DATE), "AO", "AA"),
    PATRON_ENABLE_RESPONSE("26", layout(PATRON_STATUS, LANGUAGE, TRANSACTION_DATE), "AO", "AA", "AE"),
    RENEW("29", layout(THIRD_PARTY_ALLOWED, NO_BLOCK, TRANSACTION_DATE, NB_DUE_DATE), "AO", "AA"),
    RENEW_RESPONSE("30", layout(OK, RENEWAL_OK, MAGNETIC_MEDIA, DESENSITIZE, TRANSACTION_DATE), "AO", "AA", "AB", "AJ",
            "AH"),
    END_PATRON_SESSION("35", layout(TRANSACTION_DATE), "AO", "AA"),
    END_SESSION_RESPONSE("36", layout(END_SESSION, TRANSACTION_DATE), "AO", "AA"),
    FEE_PAID("37", layout(TRANSACTION_DATE, FEE_TYPE, PAYMENT_TYPE, CURRENCY_TYPE), "BV", "AO", "AA"),
    FEE_PAID_RESPONSE("38", layout(PAYMENT_ACCEPTED, TRANSACTION_DATE), "AO", "AA"),
    PATRON_INFORMATION("63", layout(LANGUAGE, TRANSACTION_DATE, SUMMARY), "AO", "AA"),
    PATRON_INFORMATION_RESPONSE("64", layout(PATRON_STATUS, LANGUAGE, TRANSACTION_DATE, HOLD_ITEMS_COUNT,
            OVERDUE_ITEMS_COUNT, CHARGED_ITEMS_COUNT, FINE_ITEMS_COUNT, RECALL_ITEMS_COUNT, UNAVAILABLE_HOLDS_COUNT),
            "AO", "AA", "AE"),
    RENEW_ALL("65", layout(TRANSACTION_DATE), "AO", "AA"),
    RENEW_ALL_RESPONSE("66", layout(OK, RENEWED_COUNT, UNRENEWED_COUNT, TRANSACTION_DATE), "AO"),
    LOGIN("93", layout(UID_ALGORITHM, PASSWORD_ALGORITHM), "CN", "CO"), LOGIN_RESPONSE("94", layout(OK)),
    /** To the terminal: send your last message again. */
    REQUEST_SC_RESEND("96", layout()),
    /** To the library system: send your last message again. */
    REQUEST_ACS_RESEND("97", layout()),
    ACS_STATUS("98", layout(ONLINE, CHECKIN_OK, CHECKOUT_OK, RENEWAL_POLICY, STATUS_UPDATE_OK, OFFLINE_OK,
            TIMEOUT_PERIOD, RETRIES_ALLOWED, DATE_TIME_SYNC, PROTOCOL_VERSION), "AO", "BX"),
    SC_STATUS("99", layout(STATUS_CODE, PRINT_WIDTH, PROTOCOL_VERSION));

    private static final Map<String, MessageType> BY_CODE = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(MessageType::code, Function.identity()));

    private final String code;
    private final List<FixedField> fixed;
    private final List<String> required;

    MessageType(String code, List<FixedField> fixed, String... required) {
        this.code = code;
        this.fixed = fixed;
        this.required = List.of(required);
    }

    /** The type of that code; empty when nobody has heard of it. */
    public static Optional<MessageType> ofCode(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** Two digits. */
    public String code() {
        return code;
    }

    /** In their order. */
    public List<FixedField> fixed() {
        return fixed;
    }

    /** The letters of the fields that must be there when the message is written; their values may be empty. */
    public List<String> required() {
        return required;
    }

    /** Requests to send again have no sequence number: they are about whatever came last. */
    boolean hasSequence() {
        return this != REQUEST_SC_RESEND && this != REQUEST_ACS_RESEND;
    }

    private static List<FixedField> layout(FixedField... fields) {
        return List.of(fields);
    }
}
