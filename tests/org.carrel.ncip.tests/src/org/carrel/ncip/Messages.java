/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ncip;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

import org.carrel.model.BranchProfile.Registry;
import org.carrel.model.CheckIn;
import org.carrel.model.CheckOut;
import org.carrel.model.ItemBarcode;
import org.carrel.model.Origin;
import org.carrel.model.Outcome;
import org.carrel.model.PatronBarcode;
import org.carrel.model.Transaction;
import org.carrel.model.TransactionId;
import org.carrel.model.TransactionIds;

/** Transactions and messages that several tests use. */
final class Messages {

    static final Registry REGISTRY = new Registry("200001", "200000");
    static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    static final Instant NOW = Instant.parse("2026-03-02T09:15:30Z");
    static final Instant DUE = Instant.parse("2026-03-30T16:00:00Z");
    static final String PATRON = "21234000000017";
    static final String ITEM = "31234000000015";

    private static final String NAMESPACE = "http://www.niso.org/2008/ncip";

    private Messages() {}

    static CheckOut checkOut() {
        return checkOut(PATRON, ITEM);
    }

    static CheckOut checkOut(String patron, String item) {
        return new CheckOut(id(), new PatronBarcode(patron), new ItemBarcode(item), DUE, NOW, origin());
    }

    static CheckIn checkIn() {
        return checkIn(ITEM);
    }

    static CheckIn checkIn(String item) {
        return new CheckIn(id(), new ItemBarcode(item), NOW, origin());
    }

    static NcipCodec codec() {
        return new NcipCodec(REGISTRY, ZONE, false, false);
    }

    /** An answer with prefix {@code p} on every element. */
    static String message(String content) {
        return "<?xml version='1.0' encoding='UTF-8'?><p:NCIPMessage xmlns:p='" + NAMESPACE + "' p:version='x'>"
                + content.replaceAll("<(/?)(\\w)", "<$1p:$2") + "</p:NCIPMessage>";
    }

    static String checkedIn(String more) {
        return message("<CheckInItemResponse><ItemId><ItemIdentifierValue>" + ITEM + "</ItemIdentifierValue></ItemId>"
                + more + "</CheckInItemResponse>");
    }

    static String checkedOut(String dateDue) {
        return message("<CheckOutItemResponse><ItemId><ItemIdentifierValue>" + ITEM
                + "</ItemIdentifierValue></ItemId><UserId><UserIdentifierValue>x</UserIdentifierValue></UserId>"
                + "<DateDue>" + dateDue + "</DateDue></CheckOutItemResponse>");
    }

    static String problem(String type, String detail) {
        return "<Problem><ProblemType>" + type + "</ProblemType><ProblemDetail>" + detail
                + "</ProblemDetail></Problem>";
    }

    static Outcome decode(Transaction sent, String body) {
        return decode(sent, body.getBytes(StandardCharsets.UTF_8));
    }

    static Outcome decode(Transaction sent, byte[] body) {
        return codec().decode(sent, new ByteArrayInputStream(body), Optional.of("application/xml"));
    }

    private static TransactionId id() {
        return new TransactionIds(Clock.systemUTC()).next();
    }

    private static Origin origin() {
        return new Origin("desk", "operator");
    }
}
