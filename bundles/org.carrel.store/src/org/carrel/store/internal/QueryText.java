/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.carrel.model.TransactionState;
import org.carrel.model.port.QueueQuery;
import org.carrel.store.internal.rows.Moments;

/**
 * A {@link QueueQuery} as SQL on {@code TRANSACTION_QUEUE}. Not as JPQL: for the index of a long queue, EclipseLink
 * makes four objects a row, which takes a second of each start at 100,000 rows; a cursor takes a third of that.
 *
 * @param where      conditions, joined by "and"; may be empty
 * @param order      what to sort by, ascending: Derby reads an index forwards only, so whoever wants the greatest first
 *                   turns the result round
 * @param parameters values, in the order of their question marks
 */
record QueryText(List<String> where, String order, List<String> parameters) {

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
        List<String> parameters = new ArrayList<>();
        if (!query.states().isEmpty()) {
            List<String> states = query.states().stream().map(Enum::name).sorted().toList();
            where.add(states.size() == 1 ? "STATE = ?"
                    : "STATE IN (" + String.join(", ", Collections.nCopies(states.size(), "?")) + ")");
            parameters.addAll(states);
        }
        if (query.kind() != QueueQuery.Kind.ANY) {
            where.add("KIND = ?");
            parameters.add(query.kind().name());
        }
        query.item().ifPresent(item -> {
            where.add("ITEM = ?");
            parameters.add(item.value());
        });
        query.patron().ifPresent(patron -> {
            where.add("PATRON = ?");
            parameters.add(patron.value());
        });
        query.recordedSince().ifPresent(moment -> {
            where.add("OCCURRED_AT >= ?");
            parameters.add(Moments.text(moment));
        });
        if (!query.text().isBlank()) {
            String text = "%" + escaped(query.text().strip()).toUpperCase(Locale.ROOT) + "%";
            List<String> either = new ArrayList<>();
            for (String column : List.of("PATRON", "ITEM", "PROBLEM_TYPE", "PROBLEM_DETAIL", "DETAIL")) {
                either.add("UPPER(" + column + ") LIKE ? ESCAPE '" + ESCAPE + "'");
                parameters.add(text);
            }
            where.add("(" + String.join(" OR ", either) + ")");
        }
        return new QueryText(List.copyOf(where), order(query.order()), List.copyOf(parameters));
    }

    /**
     * To be closed by the caller.
     *
     * @param select what to select
     */
    PreparedStatement ask(Connection connection, String select, boolean sorted) throws SQLException {
        PreparedStatement question = connection.prepareStatement("SELECT " + select + " FROM TRANSACTION_QUEUE"
                + (where.isEmpty() ? "" : " WHERE " + String.join(" AND ", where))
                + (sorted ? " ORDER BY " + order : ""));
        for (int i = 0; i < parameters.size(); i++) {
            question.setString(i + 1, parameters.get(i));
        }
        return question;
    }

    private static String order(QueueQuery.Order order) {
        return switch (order) {
            case SEQUENCE, STATE -> "SEQUENCE";
            case OCCURRED_AT -> "OCCURRED_AT, SEQUENCE";
            case KIND -> "KIND, SEQUENCE";
            case PATRON -> "PATRON, SEQUENCE";
            case ITEM -> "ITEM, SEQUENCE";
            case DUE_AT -> "DUE_AT, SEQUENCE";
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
