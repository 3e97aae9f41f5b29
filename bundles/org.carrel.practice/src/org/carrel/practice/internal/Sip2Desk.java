/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.practice.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

import org.carrel.model.ItemStatus;
import org.carrel.model.Sip2Server;
import org.carrel.model.Texts;
import org.carrel.practice.PracticeLibrary.Item;
import org.carrel.sip2.FieldId;
import org.carrel.sip2.FixedField;
import org.carrel.sip2.MessageType;
import org.carrel.sip2.Sip2Codec;
import org.carrel.sip2.Sip2Message;
import org.carrel.sip2.SipDates;

/**
 * What the practice library answers to SIP2: sign-in, its status, items, patrons. It lends nothing by this way. Safe
 * for use by several threads.
 */
public final class Sip2Desk {

    private static final Texts TEXTS = Texts.of(Sip2Desk.class);
    private static final DateTimeFormatter DUE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    /** Patron status, status, login, patron information, end of session, item information; see BX in the protocol. */
    private static final String OFFERED = "YNNNYYYYYNYNNNNN";

    private final Circulation circulation;
    private final Sip2Server settings;
    private final Supplier<Optional<char[]>> password;
    private final Sip2Codec codec;
    private final Clock clock;
    private final ZoneId zone;

    /** @param password a fresh array at each call, which is overwritten; while it is empty every sign-in fails */
    public Sip2Desk(Circulation circulation, Sip2Server settings, Supplier<Optional<char[]>> password, Clock clock,
            ZoneId zone) {
        this.circulation = circulation;
        this.settings = settings;
        this.password = password;
        this.codec = new Sip2Codec(settings.charset());
        this.clock = clock;
        this.zone = zone;
    }

    Sip2Codec codec() {
        return codec;
    }

    /** Whether somebody must sign in before anything else. */
    boolean asksForSignIn() {
        return !settings.user().isEmpty();
    }

    boolean admits(Sip2Message login) {
        Optional<char[]> right = password.get();
        try {
            return login.first(FieldId.LOGIN_USER).filter(settings.user()::equals).isPresent() && right.isPresent()
                    && Arrays.equals(login.first(FieldId.LOGIN_PASSWORD).orElse("").toCharArray(), right.get());
        } finally {
            right.ifPresent(letters -> Arrays.fill(letters, '\0'));
        }
    }

    static Sip2Message login(boolean admitted) {
        return Sip2Message.of(MessageType.LOGIN_RESPONSE).with(FixedField.OK, admitted ? "1" : "0");
    }

    /** The answer to a message of somebody who is signed in; empty for one that is not served. */
    Optional<Sip2Message> answer(Sip2Message request) {
        return switch (request.type()) {
            case SC_STATUS -> Optional.of(status(true));
            case ITEM_INFORMATION -> Optional.of(item(request));
            case PATRON_STATUS_REQUEST -> Optional.of(patron(request, MessageType.PATRON_STATUS_RESPONSE));
            case PATRON_INFORMATION -> Optional.of(patron(request, MessageType.PATRON_INFORMATION_RESPONSE));
            case END_PATRON_SESSION -> Optional.of(Sip2Message.of(MessageType.END_SESSION_RESPONSE)
                    .with(FixedField.END_SESSION, "Y").with(FixedField.TRANSACTION_DATE, now())
                    .with(FieldId.INSTITUTION, institution(request))
                    .with(FieldId.PATRON, request.first(FieldId.PATRON).orElse("")));
            default -> Optional.empty();
        };
    }

    Sip2Message status(boolean offersItems) {
        return Sip2Message.of(MessageType.ACS_STATUS).with(FixedField.ONLINE, "Y").with(FixedField.CHECKIN_OK, "N")
                .with(FixedField.CHECKOUT_OK, "N").with(FixedField.RENEWAL_POLICY, "N")
                .with(FixedField.STATUS_UPDATE_OK, "N").with(FixedField.OFFLINE_OK, "N")
                .with(FixedField.TIMEOUT_PERIOD, "010").with(FixedField.RETRIES_ALLOWED, "003")
                .with(FixedField.DATE_TIME_SYNC, now()).with(FixedField.PROTOCOL_VERSION, "2.00")
                .with(FieldId.INSTITUTION, settings.institution())
                .with(FieldId.SUPPORTED_MESSAGES, offersItems ? OFFERED : OFFERED.substring(0, 10) + "NNNNNN");
    }

    private Sip2Message item(Sip2Message request) {
        String barcode = request.first(FieldId.ITEM).orElse("");
        return circulation.look(barcode).map(seen -> item(barcode, seen)).orElseGet(() -> unknown(request));
    }

    Sip2Message unknown(Sip2Message request) {
        return head("01").with(FieldId.ITEM, request.first(FieldId.ITEM).orElse("")).with(FieldId.TITLE, "")
                .with(FieldId.SCREEN_MESSAGE, codec.writable(TEXTS.get("item.unknown")));
    }

    private Sip2Message item(String barcode, Circulation.Seen seen) {
        Item item = seen.item();
        String status = seen.loan().isPresent() ? "04" : seen.isAwaited() ? "08" : atHome(seen.item().status());
        Sip2Message answer = head(status).with(FieldId.ITEM, barcode)
                .with(FieldId.TITLE, codec.writable(item.title()))
                .with(FieldId.CALL_NUMBER, codec.writable(item.callNumber())).with(FieldId.OWNER, item.branch())
                .with(FieldId.PERMANENT_LOCATION, codec.writable(item.branch() + " " + item.shelf()))
                .with(FieldId.CURRENT_LOCATION, codec.writable(item.branch() + " " + item.shelf()));
        if (seen.loan().isPresent()) {
            answer = answer.with(FieldId.DUE_DATE, DUE.format(seen.loan().get().dueAt().atZone(zone)));
        }
        return item.instruction().isEmpty() ? answer
                : answer.with(FieldId.SCREEN_MESSAGE, codec.writable(item.instruction().get()));
    }

    /** The circulation status of SIP2 for what is neither out nor awaited. */
    private static String atHome(ItemStatus status) {
        return switch (status) {
            case AVAILABLE -> "03";
            case ON_ORDER -> "02";
            case IN_PROCESSING -> "06";
            case RECENTLY_RETURNED -> "09";
            case IN_TRANSIT -> "10";
            case CLAIMED_RETURNED -> "11";
            case LOST -> "12";
            case MISSING -> "13";
            default -> "01";
        };
    }

    private Sip2Message head(String status) {
        return Sip2Message.of(MessageType.ITEM_INFORMATION_RESPONSE).with(FixedField.CIRCULATION_STATUS, status)
                .with(FixedField.SECURITY_MARKER, "02").with(FixedField.FEE_TYPE, "01")
                .with(FixedField.TRANSACTION_DATE, now());
    }

    private Sip2Message patron(Sip2Message request, MessageType type) {
        String barcode = request.first(FieldId.PATRON).orElse("");
        Optional<Circulation.Standing> standing = circulation.standing(barcode);
        boolean blocked = standing.filter(known -> !known.blocked()).isEmpty();
        Sip2Message answer = Sip2Message.of(type)
                .with(FixedField.PATRON_STATUS, blocked ? "YYYY          " : " ".repeat(14))
                .with(FixedField.LANGUAGE, "001").with(FixedField.TRANSACTION_DATE, now())
                .with(FieldId.INSTITUTION, institution(request)).with(FieldId.PATRON, barcode)
                .with(FieldId.PERSONAL_NAME, "").with(FieldId.VALID_PATRON, standing.isPresent() ? "Y" : "N");
        if (type == MessageType.PATRON_INFORMATION_RESPONSE) {
            answer = answer.with(FixedField.CHARGED_ITEMS_COUNT, count(standing.map(Circulation.Standing::loans)))
                    .with(FixedField.OVERDUE_ITEMS_COUNT, count(standing.map(Circulation.Standing::overdue)))
                    .with(FixedField.HOLD_ITEMS_COUNT, count(standing.map(Circulation.Standing::holds)));
        }
        return standing.isPresent() ? answer
                : answer.with(FieldId.SCREEN_MESSAGE, codec.writable(TEXTS.get("patron.unknown")));
    }

    private static String count(Optional<Long> number) {
        return String.format("%04d", Math.min(number.orElse(0L), 9999));
    }

    private String institution(Sip2Message request) {
        return request.first(FieldId.INSTITUTION).orElse(settings.institution());
    }

    private String now() {
        Instant now = clock.instant();
        return SipDates.write(now, zone);
    }
}
