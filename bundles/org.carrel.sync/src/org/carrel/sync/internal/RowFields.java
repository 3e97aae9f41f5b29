/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.carrel.model.Barcodes;
import org.carrel.model.CheckIn;
import org.carrel.model.CheckOut;
import org.carrel.model.ItemBarcode;
import org.carrel.model.Origin;
import org.carrel.model.PatronBarcode;
import org.carrel.model.Problem;
import org.carrel.model.QueueEntry;
import org.carrel.model.Standing;
import org.carrel.model.Texts;
import org.carrel.model.Transaction;
import org.carrel.model.TransactionId;

/**
 * The fields of one row in a file, by name, the same in every format. Of what {@link #of} writes, {@link #read} wants
 * the transaction back and leaves its standing alone: a file that was carried to another desk says nothing about that
 * desk's uploads.
 *
 * @param zone        what dates without an offset are meant in
 * @param closingTime when a due date without a time ends
 */
record RowFields(ZoneId zone, LocalTime closingTime) {

    /** In the order written. */
    static final List<String> NAMES = List.of("sequence", "id", "kind", "patron", "item", "dueAt", "occurredAt",
            "workstation", "operator", "state", "attempts", "changedAt", "outcomeUnknown", "alreadyApplied",
            "serverDueAt", "problem", "problemType", "problemDetail", "detail");

    private static final Texts TEXTS = Texts.of(RowFields.class);
    private static final String CHECK_OUT = "check-out";
    private static final String CHECK_IN = "check-in";
    private static final int LONGEST_ORIGIN = 100;
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    /** Every field of {@link #NAMES}; empty text where there is nothing to say. */
    Map<String, String> of(QueueEntry row) {
        Map<String, String> fields = new LinkedHashMap<>();
        NAMES.forEach(name -> fields.put(name, ""));
        Transaction transaction = row.transaction();
        fields.put("sequence", Long.toString(row.sequence()));
        fields.put("id", transaction.id().toString());
        fields.put("item", transaction.item().value());
        fields.put("occurredAt", transaction.occurredAt().toString());
        fields.put("workstation", transaction.origin().workstation());
        fields.put("operator", transaction.origin().operator());
        switch (transaction) {
            case CheckOut checkOut -> {
                fields.put("kind", CHECK_OUT);
                fields.put("patron", checkOut.patron().value());
                fields.put("dueAt", checkOut.dueAt().toString());
            }
            case CheckIn checkIn -> fields.put("kind", CHECK_IN);
        }
        putStanding(fields, row.standing());
        return fields;
    }

    private static void putStanding(Map<String, String> fields, Standing standing) {
        fields.put("state", standing.state().name());
        fields.put("attempts", Integer.toString(standing.attempts()));
        fields.put("changedAt", standing.changedAt().toString());
        fields.put("outcomeUnknown", Boolean.toString(standing.outcomeUnknown()));
        fields.put("alreadyApplied", Boolean.toString(standing.alreadyApplied()));
        fields.put("detail", standing.detail());
        standing.serverDueAt().ifPresent(due -> fields.put("serverDueAt", due.toString()));
        standing.problem().ifPresent(problem -> putProblem(fields, problem));
    }

    private static void putProblem(Map<String, String> fields, Problem problem) {
        fields.put("problem", problem.kind().name());
        fields.put("problemType", problem.type());
        fields.put("problemDetail", problem.detail());
    }

    /** The form in which names are compared: {@code due_at}, {@code Due at} and {@code dueAt} are one. */
    static String plain(String name) {
        return name.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }

    /**
     * The transaction that these fields describe.
     *
     * @param fields by {@linkplain #plain plain} name; unknown ones are passed over
     */
    Transaction read(Map<String, String> fields) throws UnreadableLineException {
        Instant occurredAt = moment(fields, "occurredAt", LocalTime.MIDNIGHT);
        ItemBarcode item = new ItemBarcode(barcode(fields, "item"));
        Origin origin = new Origin(origin(fields, "workstation"), origin(fields, "operator"));
        String kind = plain(text(fields, "kind"));
        if (kind.equals(plain(CHECK_OUT))) {
            PatronBarcode patron = new PatronBarcode(barcode(fields, "patron"));
            Instant dueAt = moment(fields, "dueAt", closingTime);
            TransactionId id = id(fields, occurredAt, CHECK_OUT, patron.value(), item.value(), dueAt.toString(),
                    occurredAt.toString(), origin.workstation(), origin.operator());
            return new CheckOut(id, patron, item, dueAt, occurredAt, origin);
        }
        if (kind.equals(plain(CHECK_IN))) {
            TransactionId id = id(fields, occurredAt, CHECK_IN, item.value(), occurredAt.toString(),
                    origin.workstation(), origin.operator());
            return new CheckIn(id, item, occurredAt, origin);
        }
        throw new UnreadableLineException(TEXTS.get("file.badKind", CHECK_OUT, CHECK_IN));
    }

    private static TransactionId id(Map<String, String> fields, Instant occurredAt, String... content)
            throws UnreadableLineException {
        String text = text(fields, "id");
        if (text.isBlank()) {
            return DerivedIds.of(occurredAt, content);
        }
        try {
            return TransactionId.parse(text.strip());
        } catch (IllegalArgumentException e) {
            throw new UnreadableLineException(TEXTS.get("file.badId"));
        }
    }

    private static String barcode(Map<String, String> fields, String name) throws UnreadableLineException {
        String text = text(fields, name);
        if (text.isBlank()) {
            throw new UnreadableLineException(TEXTS.get("file.missing", name));
        }
        if (!Barcodes.isSound(text)) {
            throw new UnreadableLineException(TEXTS.get("file.badBarcode", name));
        }
        return text;
    }

    private static String origin(Map<String, String> fields, String name) throws UnreadableLineException {
        String text = text(fields, name);
        if (text.length() > LONGEST_ORIGIN) {
            throw new UnreadableLineException(TEXTS.get("file.tooLongField", name, LONGEST_ORIGIN));
        }
        return text;
    }

    private Instant moment(Map<String, String> fields, String name, LocalTime endOfDay)
            throws UnreadableLineException {
        String text = text(fields, name).strip();
        if (text.isEmpty()) {
            throw new UnreadableLineException(TEXTS.get("file.missing", name));
        }
        try {
            Instant moment = moment(text.replace(' ', 'T'), endOfDay);
            if (moment.isBefore(EARLIEST) || moment.isAfter(LATEST)) {
                throw new UnreadableLineException(TEXTS.get("file.implausibleTime", name));
            }
            return moment;
        } catch (DateTimeException e) {
            throw new UnreadableLineException(TEXTS.get("file.badTime", name));
        }
    }

    /** What Carrel writes ends in {@code Z}; what people type has no offset, and sometimes no time. */
    private Instant moment(String text, LocalTime endOfDay) {
        if (!text.contains("T")) {
            return LocalDate.parse(text).atTime(endOfDay).atZone(zone).toInstant();
        }
        if (text.matches(".*(Z|z|[+-]\\d{2}:?\\d{0,2})")) {
            return OffsetDateTime.parse(text).toInstant();
        }
        return LocalDateTime.parse(text).atZone(zone).toInstant();
    }

    private static String text(Map<String, String> fields, String name) {
        return fields.getOrDefault(plain(name), "");
    }
}
