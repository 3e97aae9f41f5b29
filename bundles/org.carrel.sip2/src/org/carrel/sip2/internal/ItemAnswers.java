/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sip2.internal;

import java.util.Optional;

import org.carrel.model.ItemBarcode;
import org.carrel.model.ItemDetails;
import org.carrel.model.ItemStatus;
import org.carrel.model.Texts;
import org.carrel.model.port.ItemLookup.Answer;
import org.carrel.sip2.FieldId;
import org.carrel.sip2.FixedField;
import org.carrel.sip2.Sip2Message;

/**
 * What an Item Information Response says. Source of the numbers: 3M Standard Interchange Protocol, version 2.00,
 * "circulation status".
 */
final class ItemAnswers {

    private static final Texts TEXTS = Texts.of(ItemAnswers.class);
    private static final int OTHER = 1;
    private static final int LAST = 13;

    private ItemAnswers() {}

    /** Servers answer about items that they do not know as well: without a title, and with a status of no meaning. */
    static Answer of(ItemBarcode item, Sip2Message message) {
        int status = status(message.fixed(FixedField.CIRCULATION_STATUS));
        Optional<String> title = message.first(FieldId.TITLE);
        if (title.isEmpty() && status == OTHER) {
            return new Answer.Unknown(item, String.join(" ", message.all(FieldId.SCREEN_MESSAGE)));
        }
        return new Answer.Known(new ItemDetails(item, title.map(String::strip).orElse(""),
                text(message, FieldId.CALL_NUMBER), meaning(status), TEXTS.get("status." + status),
                text(message, FieldId.DUE_DATE), text(message, FieldId.PERMANENT_LOCATION),
                text(message, FieldId.CURRENT_LOCATION), text(message, FieldId.OWNER),
                message.all(FieldId.SCREEN_MESSAGE)));
    }

    private static String text(Sip2Message message, String id) {
        return message.first(id).map(String::strip).orElse("");
    }

    /** A number that nobody knows counts as "other". */
    private static int status(String text) {
        int number = text.matches("\\d{1,2}") ? Integer.parseInt(text) : OTHER;
        return number > LAST || number < OTHER ? OTHER : number;
    }

    private static ItemStatus meaning(int status) {
        return switch (status) {
            case 2 -> ItemStatus.ON_ORDER;
            case 3 -> ItemStatus.AVAILABLE;
            case 4, 5, 7 -> ItemStatus.ON_LOAN;
            case 6 -> ItemStatus.IN_PROCESSING;
            case 8 -> ItemStatus.ON_HOLD;
            case 9 -> ItemStatus.RECENTLY_RETURNED;
            case 10 -> ItemStatus.IN_TRANSIT;
            case 11 -> ItemStatus.CLAIMED_RETURNED;
            case 12 -> ItemStatus.LOST;
            case 13 -> ItemStatus.MISSING;
            default -> ItemStatus.OTHER;
        };
    }
}
