/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.LongStream;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;

import org.carrel.model.ItemBarcode;
import org.carrel.model.QueueEntry;
import org.carrel.model.ToDo;
import org.carrel.model.TransactionId;
import org.carrel.model.TransactionState;
import org.carrel.model.UploadRun;
import org.carrel.model.port.QueueQuery;
import org.carrel.model.port.UploadLedger;
import org.carrel.store.internal.rows.Moments;
import org.carrel.store.internal.rows.QueueRow;
import org.carrel.store.internal.rows.RunRow;
import org.carrel.store.internal.rows.ToDoRow;

/** What can be asked of the database, as units of work. */
public final class QueueReads {

    /** One page of rows in memory at a time, as managed objects; what is handed out is smaller. */
    private static final int PAGE = 2_000;

    /** Lists in queries always have this length, so that the database compiles each query once. */
    private static final int GROUP = 50;
    private static final int ID_LENGTH = 36;

    private QueueReads() {}

    /** See {@code QueueView.index}. */
    public static long[] index(Connection connection, QueueQuery query) throws SQLException {
        LongStream.Builder found = LongStream.builder();
        for (QueueQuery part : QueryText.parts(query)) {
            try (PreparedStatement question = QueryText.of(part).ask(connection, "SEQUENCE", true);
                    ResultSet rows = question.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getLong(1));
                }
            }
        }
        long[] all = found.build().toArray();
        return query.descending() ? reversed(all) : all;
    }

    /** See {@code QueueView.count}. */
    public static int count(Connection connection, QueueQuery query) throws SQLException {
        try (PreparedStatement question = QueryText.of(query).ask(connection, "COUNT(*)", false);
                ResultSet rows = question.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** See {@code QueueView.earliest}. */
    public static Optional<Instant> earliest(Connection connection, QueueQuery query) throws SQLException {
        try (PreparedStatement question = QueryText.of(query).ask(connection, "MIN(OCCURRED_AT)", false);
                ResultSet rows = question.executeQuery()) {
            rows.next();
            return Moments.parseNullable(rows.getString(1));
        }
    }

    /** See {@code QueueView.entries}. */
    public static List<QueueEntry> entries(EntityManager manager, long[] sequences) {
        Map<Long, QueueRow> rows = new HashMap<>();
        List<Long> wanted = Arrays.stream(sequences).boxed().distinct().toList();
        TypedQuery<QueueRow> query = rows(manager, "SELECT r FROM QueueRow r WHERE r.sequence IN :group");
        inGroups(wanted, query, row -> rows.put(row.sequence(), row));
        List<QueueEntry> entries = new ArrayList<>(sequences.length);
        for (long sequence : sequences) {
            QueueRow row = rows.get(sequence);
            if (row != null) {
                entries.add(row.toEntry());
            }
        }
        return entries;
    }

    /** The row of {@code id}, for reading or for changing. */
    static Optional<QueueRow> row(EntityManager manager, TransactionId id) {
        return manager.createQuery("SELECT r FROM QueueRow r WHERE r.id = :id", QueueRow.class)
                .setParameter("id", id.toString()).getResultStream().findFirst();
    }

    /** The rows of those of {@code ids} that are there, by id, for changing. */
    static Map<String, QueueRow> rows(EntityManager manager, Collection<String> ids) {
        Map<String, QueueRow> found = new LinkedHashMap<>();
        inGroups(List.copyOf(ids), manager.createQuery("SELECT r FROM QueueRow r WHERE r.id IN :group",
                QueueRow.class), row -> found.put(row.id(), row));
        return found;
    }

    /** Those of {@code ids} that were deleted or archived once. */
    static Set<String> gone(EntityManager manager, Collection<String> ids) {
        Set<String> found = new HashSet<>();
        for (String entity : List.of("DeletedRow", "ArchivedRow")) {
            inGroups(List.copyOf(ids), manager.createQuery("SELECT d.id FROM " + entity + " d WHERE d.id IN :group",
                    String.class), found::add);
        }
        return found;
    }

    /** See {@code QueueView.find}. */
    public static Optional<QueueEntry> find(EntityManager manager, TransactionId id) {
        return row(manager, id).map(QueueRow::toEntry);
    }

    /** See {@code QueueView.counts}. */
    public static Map<TransactionState, Integer> counts(EntityManager manager) {
        Map<TransactionState, Integer> counts = new EnumMap<>(TransactionState.class);
        for (Object[] line : manager
                .createQuery("SELECT r.state, COUNT(r) FROM QueueRow r GROUP BY r.state", Object[].class)
                .getResultList()) {
            counts.put(TransactionState.valueOf((String) line[0]), Math.toIntExact((Long) line[1]));
        }
        return counts;
    }

    /** See {@code UploadLedger.pending}. */
    public static List<QueueEntry> pending(EntityManager manager) {
        List<String> states = Arrays.stream(TransactionState.values()).filter(TransactionState::isPending)
                .map(Enum::name).toList();
        long[] sequences = manager
                .createQuery("SELECT r.sequence FROM QueueRow r WHERE r.state IN :states ORDER BY r.sequence",
                        Long.class)
                .setParameter("states", states).getResultStream().mapToLong(Long::longValue).toArray();
        List<QueueEntry> pending = new ArrayList<>(sequences.length);
        for (int from = 0; from < sequences.length; from += PAGE) {
            long[] page = Arrays.copyOfRange(sequences, from, Math.min(from + PAGE, sequences.length));
            // A row may have moved on since the index was read.
            entries(manager, page).stream().filter(entry -> entry.state().isPending()).forEach(pending::add);
            manager.clear();
        }
        return pending;
    }

    /** See {@code UploadLedger.latestUploaded}. Moments and ids are text that sorts as they do, and ids are 36 long. */
    public static Map<ItemBarcode, UploadLedger.Uploaded> latestUploaded(EntityManager manager,
            Collection<ItemBarcode> items) {
        Map<ItemBarcode, UploadLedger.Uploaded> latest = new HashMap<>();
        List<String> wanted = items.stream().map(ItemBarcode::value).distinct().toList();
        for (String entity : List.of("ArchivedRow", "QueueRow")) {
            TypedQuery<Object[]> query = manager.createQuery(
                    "SELECT r.item, MAX(CONCAT(r.occurredAt, r.id)) FROM " + entity + " r WHERE r.item IN :group"
                            + " AND r.state = :uploaded GROUP BY r.item",
                    Object[].class).setParameter("uploaded", TransactionState.UPLOADED.name());
            inGroups(wanted, query, line -> latest.merge(new ItemBarcode((String) line[0]),
                    uploaded((String) line[1]), QueueReads::later));
        }
        return latest;
    }

    private static UploadLedger.Uploaded later(UploadLedger.Uploaded one, UploadLedger.Uploaded other) {
        int order = one.occurredAt().compareTo(other.occurredAt());
        return order > 0 || order == 0 && one.id().compareTo(other.id()) > 0 ? one : other;
    }

    private static UploadLedger.Uploaded uploaded(String momentAndId) {
        int split = momentAndId.length() - ID_LENGTH;
        return new UploadLedger.Uploaded(Moments.parse(momentAndId.substring(0, split)),
                TransactionId.parse(momentAndId.substring(split)));
    }

    /** See {@code UploadLedger.toDos}. */
    public static List<ToDo> toDos(EntityManager manager, int limit) {
        List<ToDo> toDos = new ArrayList<>();
        for (String which : List.of("IS NULL", "IS NOT NULL")) {
            if (toDos.size() < limit) {
                manager.createQuery("SELECT t FROM ToDoRow t WHERE t.doneAt " + which
                        + " ORDER BY t.since DESC, t.number DESC", ToDoRow.class).setMaxResults(limit - toDos.size())
                        .getResultList().forEach(row -> toDos.add(row.toToDo()));
            }
        }
        return toDos;
    }

    /** See {@code UploadLedger.runs}. */
    public static List<UploadRun> runs(EntityManager manager, int limit) {
        return limit <= 0 ? List.of()
                : manager.createQuery("SELECT u FROM RunRow u ORDER BY u.startedAt DESC", RunRow.class)
                        .setMaxResults(limit).getResultList().stream().map(RunRow::toRun).toList();
    }

    /** The greatest number under {@code attribute}, 0 when there is none. */
    static long greatest(EntityManager manager, String attribute, String entity) {
        Long found = manager.createQuery("SELECT MAX(x." + attribute + ") FROM " + entity + " x", Long.class)
                .getSingleResult();
        return found == null ? 0 : found;
    }

    /** The greatest id, the empty text when there is none. */
    static String greatestId(EntityManager manager, String entity) {
        String found = manager.createQuery("SELECT MAX(x.id) FROM " + entity + " x", String.class).getSingleResult();
        return found == null ? "" : found;
    }

    private static TypedQuery<QueueRow> rows(EntityManager manager, String text) {
        return manager.createQuery(text, QueueRow.class).setHint("eclipselink.read-only", "true");
    }

    private static <K, T> void inGroups(List<K> keys, TypedQuery<T> query, Consumer<T> each) {
        for (int from = 0; from < keys.size(); from += GROUP) {
            List<K> group = new ArrayList<>(keys.subList(from, Math.min(from + GROUP, keys.size())));
            while (group.size() > 1 && group.size() < GROUP) {
                group.add(group.getLast());
            }
            query.setParameter("group", group).getResultList().forEach(each);
        }
    }

    private static long[] reversed(long[] given) {
        long[] turned = new long[given.length];
        for (int i = 0; i < given.length; i++) {
            turned[i] = given[given.length - 1 - i];
        }
        return turned;
    }
}
