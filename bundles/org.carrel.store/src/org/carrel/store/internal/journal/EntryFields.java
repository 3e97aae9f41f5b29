/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.journal;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.carrel.model.CheckIn;
import org.carrel.model.CheckOut;
import org.carrel.model.ItemBarcode;
import org.carrel.model.Origin;
import org.carrel.model.PatronBarcode;
import org.carrel.model.Transaction;
import org.carrel.model.TransactionId;
import org.carrel.model.inventory.InventoryProject;
import org.carrel.model.inventory.InventoryRead.Kind;
import org.carrel.model.inventory.InventoryRead.Mark;
import org.carrel.model.inventory.InventorySession;
import org.carrel.model.inventory.Scope;

/** An entry as names and texts, of which a name can have several, and back. */
final class EntryFields {

    private static final String KIND = "kind";
    private static final String READ = "READ";

    private final Map<String, List<String>> fields;

    private EntryFields(Map<String, List<String>> fields) {
        this.fields = fields;
    }

    /** In the order in which they are written. */
    static Map<String, List<String>> of(JournalEntry entry) {
        EntryFields made = new EntryFields(new LinkedHashMap<>());
        switch (entry) {
            case JournalEntry.Scan scan -> made.put(scan.transaction());
            case JournalEntry.Read read -> made.put(read);
        }
        return made.fields;
    }

    /**
     * @throws RuntimeException when a field is missing or makes no sense: an {@link IllegalArgumentException}, a
     *                          {@link java.time.DateTimeException} or a {@link NullPointerException}
     */
    static JournalEntry entry(Map<String, List<String>> fields) {
        EntryFields given = new EntryFields(fields);
        return given.one(KIND).equals(READ) ? given.read() : new JournalEntry.Scan(given.transaction());
    }

    private void put(Transaction transaction) {
        put("id", transaction.id().toString());
        switch (transaction) {
            case CheckOut checkOut -> {
                put(KIND, "CHECK_OUT");
                put("patron", checkOut.patron().value());
                put("dueAt", checkOut.dueAt().toString());
            }
            case CheckIn checkIn -> put(KIND, "CHECK_IN");
        }
        put("item", transaction.item().value());
        put("occurredAt", transaction.occurredAt().toString());
        put("workstation", transaction.origin().workstation());
        put("operator", transaction.origin().operator());
    }

    private Transaction transaction() {
        TransactionId id = TransactionId.parse(one("id"));
        ItemBarcode item = new ItemBarcode(one("item"));
        Instant occurredAt = Instant.parse(one("occurredAt"));
        Origin origin = new Origin(one("workstation"), one("operator"));
        return switch (one(KIND)) {
            case "CHECK_OUT" -> new CheckOut(id, new PatronBarcode(one("patron")), item,
                    Instant.parse(one("dueAt")), occurredAt, origin);
            case "CHECK_IN" -> new CheckIn(id, item, occurredAt, origin);
            default -> throw new IllegalArgumentException("unknown kind");
        };
    }

    private void put(JournalEntry.Read read) {
        put(KIND, READ);
        InventoryProject project = read.project();
        put("project", Long.toString(project.number()));
        put("name", project.name());
        put("branch", project.scope().branch());
        fields.put("locations", project.scope().locations().stream().sorted().toList());
        fields.put("itemTypes", project.scope().itemTypes().stream().sorted().toList());
        fields.put("range", project.scope().range().stream().flatMap(range -> List.of(range.from(), range.to())
                .stream()).toList());
        put("madeAt", project.madeAt().toString());
        put("counted", Boolean.toString(project.counted()));
        put("whole", Boolean.toString(project.whole()));
        put("session", Long.toString(read.session().number()));
        put("person", read.session().person());
        put("device", read.session().device());
        put("begunAt", read.session().begunAt().toString());
        put("mark", read.mark().kind().name());
        put("text", read.mark().text());
        put("at", read.mark().at().toString());
    }

    private JournalEntry.Read read() {
        List<String> range = fields.get("range");
        Optional<Scope.Range> between = range.isEmpty() ? Optional.empty()
                : Optional.of(new Scope.Range(range.getFirst(), range.getLast()));
        Set<String> locations = new HashSet<>(fields.get("locations"));
        Set<String> itemTypes = new HashSet<>(fields.get("itemTypes"));
        InventoryProject project = new InventoryProject(Long.parseLong(one("project")), one("name"),
                new Scope(one("branch"), locations, itemTypes, between), Instant.parse(one("madeAt")),
                Optional.empty(), Boolean.parseBoolean(one("counted")), Boolean.parseBoolean(one("whole")));
        InventorySession session = new InventorySession(Long.parseLong(one("session")), project.number(),
                one("person"), one("device"), Instant.parse(one("begunAt")), 0);
        return new JournalEntry.Read(project, session,
                new Mark(Kind.valueOf(one("mark")), one("text"), Instant.parse(one("at"))));
    }

    private void put(String name, String text) {
        fields.put(name, List.of(text));
    }

    private String one(String name) {
        return fields.get(name).getFirst();
    }
}
