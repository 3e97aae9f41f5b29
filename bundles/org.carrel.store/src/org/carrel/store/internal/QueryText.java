/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;

import org.carrel.model.TransactionState;
import org.carrel.model.port.QueueQuery;
import org.carrel.store.internal.rows.Moments;

/**
 * A {@link QueueQuery} as JPQL on {@code QueueRow r}.
 *
 * @param where      conditions, joined by "and"; may be empty
 * @param order      what to sort by, ascending: Derby reads an index forwards only, so whoever wants the greatest first
 *                   turns the result round
 * @param parameters values, by name
 */
record QueryText(List<String> where, String order, Map<String, Object> parameters) {

    /** Backslash would need escaping in more places. */
    private static final char ESCAPE = '!';

    /**
     * The queries whose results, one after the other, are that of {@code query}, ascending. Only states need it: they
     * are sorted by the road a transaction goes, not by name.
     */
    static List<QueueQuery> parts(QueueQuery query) {
        if (query.order() != QueueQuery.Order.STATE) {
            return List.of(query);
        }
        return Arrays.stream(TransactionState.values())
                .filter(state -> query.states().isEmpty() || query.states().contains(state))
                .map(state -> query.withStates(Set.of(state))).toList();
    }

    static QueryText of(QueueQuery query) {
        List<String> where = new ArrayList<>();
        Map<String, Object> parameters = new LinkedHashMap<>();
        if (query.states().size() == 1) {
            where.add("r.state = :state");
            parameters.put("state", query.states().iterator().next().name());
        } else if (!query.states().isEmpty()) {
            where.add("r.state IN :states");
            parameters.put("states", query.states().stream().map(Enum::name).sorted().toList());
        }
        if (query.kind() != QueueQuery.Kind.ANY) {
            where.add("r.kind = :kind");
            parameters.put("kind", query.kind().name());
        }
        query.item().ifPresent(item -> {
            where.add("r.item = :item");
            parameters.put("item", item.value());
        });
        query.patron().ifPresent(patron -> {
            where.add("r.patron = :patron");
            parameters.put("patron", patron.value());
        });
        query.recordedSince().ifPresent(moment -> {
            where.add("r.occurredAt >= :since");
            parameters.put("since", Moments.text(moment));
        });
        if (!query.text().isBlank()) {
            List<String> either = new ArrayList<>();
            for (String column : List.of("patron", "item", "problemType", "problemDetail", "detail")) {
                either.add("UPPER(r." + column + ") LIKE :text ESCAPE '" + ESCAPE + "'");
            }
            where.add("(" + String.join(" OR ", either) + ")");
            parameters.put("text", "%" + escaped(query.text().strip()).toUpperCase(Locale.ROOT) + "%");
        }
        return new QueryText(List.copyOf(where), order(query.order()), Map.copyOf(parameters));
    }

    /** @param select what to select from {@code QueueRow r} */
    <T> TypedQuery<T> ask(EntityManager manager, String select, Class<T> type, boolean sorted) {
        TypedQuery<T> query = manager.createQuery("SELECT " + select + " FROM QueueRow r"
                + (where.isEmpty() ? "" : " WHERE " + String.join(" AND ", where))
                + (sorted ? " ORDER BY " + order : ""), type);
        parameters.forEach(query::setParameter);
        return query;
    }

    private static String order(QueueQuery.Order order) {
        return switch (order) {
            case SEQUENCE, STATE -> "r.sequence";
            case OCCURRED_AT -> "r.occurredAt, r.sequence";
            case KIND -> "r.kind, r.sequence";
            case PATRON -> "r.patron, r.sequence";
            case ITEM -> "r.item, r.sequence";
            case DUE_AT -> "r.dueAt, r.sequence";
        };
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(next -> {
            if (next == '%' || next == '_' || next == ESCAPE) {
                escaped.append(ESCAPE);
            }
            escaped.append((char) next);
        });
        return escaped.toString();
    }
}
