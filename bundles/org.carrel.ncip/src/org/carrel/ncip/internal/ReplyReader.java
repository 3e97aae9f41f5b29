/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ncip.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import org.carrel.model.FollowUp;
import org.carrel.model.Texts;
import org.carrel.ncip.internal.NcipReply.CheckedIn;
import org.carrel.ncip.internal.NcipReply.CheckedOut;
import org.carrel.ncip.internal.NcipReply.Problems;
import org.carrel.ncip.internal.NcipReply.Stated;
import org.carrel.ncip.internal.NcipReply.Unreadable;
import org.carrel.ncip.internal.XmlTree.UnreadableException;

/** Reads answers, whatever they are. Immutable; safe for use by several threads. */
public final class ReplyReader {

    private static final Texts TEXTS = Texts.of(ReplyReader.class);

    private final ZoneId zone;
    private final int maxBytes;

    /** @param maxBytes where a body is given up */
    public ReplyReader(ZoneId zone, int maxBytes) {
        this.zone = zone;
        this.maxBytes = maxBytes;
    }

    /** What {@code body} says. Reads one byte more than the limit at most. */
    public NcipReply read(InputStream body, Optional<String> contentType) {
        byte[] bytes;
        try {
            bytes = body.readNBytes(maxBytes + 1);
        } catch (IOException e) {
            return new Unreadable(TEXTS.get("body.broken", e.getClass().getSimpleName()));
        }
        if (bytes.length == 0) {
            return new Unreadable(TEXTS.get("body.empty"));
        }
        if (bytes.length > maxBytes) {
            return new Unreadable(TEXTS.get("body.long", maxBytes));
        }
        try {
            return read(XmlTree.read(bytes));
        } catch (UnreadableException e) {
            return plainText(bytes).orElseGet(() -> new Unreadable(TEXTS.get("body.unreadable", e.getMessage(),
                    contentType.map(ReplyReader::printable).orElse("-"))));
        }
    }

    /** Not every layer of a server speaks NCIP: a lost security context is worth recognising wherever it is said. */
    private static Optional<NcipReply> plainText(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return ProblemKinds.isLostSecurityContext(text) ? Optional.of(new Problems(Optional.empty(), Optional.empty(),
                List.of(new Stated("", ProblemKinds.LOST_SECURITY_CONTEXT, "", "")))) : Optional.empty();
    }

    private NcipReply read(XmlNode root) throws UnreadableException {
        if (!root.is("NCIPMessage")) {
            throw new UnreadableException(TEXTS.get("message.other"));
        }
        List<XmlNode> direct = root.all("Problem");
        if (!direct.isEmpty()) {
            return new Problems(Optional.empty(), Optional.empty(), stated(direct));
        }
        List<XmlNode> messages = root.children().stream().filter(XmlNode::isNcip).toList();
        if (messages.size() != 1) {
            return new Unreadable(TEXTS.get("message.count", messages.size()));
        }
        XmlNode message = messages.getFirst();
        return switch (message.name()) {
            case Ncip.CHECK_OUT + Ncip.RESPONSE -> read(Ncip.CHECK_OUT, message);
            case Ncip.CHECK_IN + Ncip.RESPONSE -> read(Ncip.CHECK_IN, message);
            default -> new Unreadable(TEXTS.get("message.unexpected"));
        };
    }

    private NcipReply read(String kind, XmlNode message) {
        Optional<String> item = message.text("ItemId", "ItemIdentifierValue");
        List<XmlNode> problems = message.all("Problem");
        if (!problems.isEmpty()) {
            return new Problems(Optional.of(kind), item, stated(problems));
        }
        Optional<Instant> due = message.text("DateDue").flatMap(text -> DateTimes.read(text, zone));
        List<FollowUp> followUps = FollowUps.in(message);
        if (item.isEmpty() && message.first("DateDue").isEmpty() && followUps.isEmpty()) {
            return new Unreadable(TEXTS.get("message.silent"));
        }
        return kind.equals(Ncip.CHECK_OUT) ? new CheckedOut(item, due, followUps) : new CheckedIn(item, followUps);
    }

    private static List<Stated> stated(List<XmlNode> problems) {
        return problems.stream().map(p -> new Stated(words(p, "ProblemType"), words(p, "ProblemDetail"),
                words(p, "ProblemElement"), words(p, "ProblemValue"))).toList();
    }

    private static String words(XmlNode problem, String part) {
        return problem.text(part).map(ServerWords::clean).orElse("");
    }

    private static String printable(String contentType) {
        String media = contentType.split(";", 2)[0].strip();
        return media.matches("[\\w.+-]{1,60}/[\\w.+-]{1,60}") ? media : "?";
    }
}
