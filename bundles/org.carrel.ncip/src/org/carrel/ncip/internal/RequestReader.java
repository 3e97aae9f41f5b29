/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ncip.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import org.carrel.model.Texts;
import org.carrel.ncip.NcipRequest;
import org.carrel.ncip.NcipRequest.Agencies;
import org.carrel.ncip.NcipRequest.CheckIn;
import org.carrel.ncip.NcipRequest.CheckOut;
import org.carrel.ncip.NcipRequest.Id;
import org.carrel.ncip.NcipRequest.NotUnderstood;
import org.carrel.ncip.internal.XmlTree.UnreadableException;

/** Reads requests for the server's side. Immutable; safe for use by several threads. */
public final class RequestReader {

    private static final Texts TEXTS = Texts.of(RequestReader.class);

    private final ZoneId zone;

    public RequestReader(ZoneId zone) {
        this.zone = zone;
    }

    /** What a request lacks, so that it cannot be answered with success. */
    private static final class LacksException extends Exception {
        private static final long serialVersionUID = 1L;
        private final NotUnderstood reason;

        LacksException(String type, String detail, String element) {
            super(type);
            this.reason = new NotUnderstood(type, detail, element);
        }
    }

    public NcipRequest read(byte[] body) {
        try {
            return read(XmlTree.read(body));
        } catch (UnreadableException e) {
            return new NotUnderstood("Invalid Message Syntax Error", TEXTS.get("request.unreadable", e.getMessage()),
                    "");
        } catch (LacksException e) {
            return e.reason;
        }
    }

    private NcipRequest read(XmlNode root) throws LacksException {
        if (!root.is("NCIPMessage")) {
            throw new LacksException("Invalid Message Syntax Error", TEXTS.get("request.root"), "NCIPMessage");
        }
        List<XmlNode> messages = root.children().stream().filter(XmlNode::isNcip).toList();
        if (messages.size() != 1) {
            throw new LacksException("Invalid Message Syntax Error", TEXTS.get("message.count", messages.size()),
                    "NCIPMessage");
        }
        XmlNode message = messages.getFirst();
        return switch (message.name()) {
            case Ncip.CHECK_OUT -> new CheckOut(agencies(message), id(message, "User"), id(message, "Item"),
                    date(message, "DesiredDateDue"), date(message, "MandatedAction", "DateEventOccurred"));
            case Ncip.CHECK_IN -> new CheckIn(agencies(message), id(message, "Item"),
                    date(message, "MandatedAction", "DateEventOccurred"));
            default -> throw new LacksException("Unsupported Service", TEXTS.get("request.unsupported"), "");
        };
    }

    private static Optional<Agencies> agencies(XmlNode message) throws LacksException {
        Optional<XmlNode> header = message.first("InitiationHeader");
        if (header.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Agencies(needed(header.get(), "FromAgencyId", "AgencyId"),
                needed(header.get(), "ToAgencyId", "AgencyId")));
    }

    private static Id id(XmlNode message, String what) throws LacksException {
        String value = needed(message, what + "Id", what + "IdentifierValue");
        return new Id(message.text(what + "Id", "AgencyId"), value);
    }

    private Optional<Instant> date(XmlNode message, String... path) throws LacksException {
        Optional<String> text = message.text(path);
        Optional<Instant> read = text.flatMap(t -> DateTimes.read(t, zone));
        if (text.isPresent() && read.isEmpty()) {
            String element = path[path.length - 1];
            throw new LacksException("Invalid Date", TEXTS.get("request.date", element), element);
        }
        return read;
    }

    private static String needed(XmlNode node, String... path) throws LacksException {
        String element = path[path.length - 1];
        Optional<String> text = node.text(path);
        if (text.isEmpty()) {
            throw new LacksException("Needed Data Missing", TEXTS.get("request.lacks", element), element);
        }
        return text.get();
    }
}
