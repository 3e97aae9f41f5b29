/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.inventory;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import org.carrel.model.inventory.InventoryProject;
import org.carrel.model.inventory.InventoryRead;
import org.carrel.model.inventory.InventoryRead.Kind;
import org.carrel.model.inventory.InventoryRead.Mark;
import org.carrel.model.inventory.InventorySession;
import org.carrel.model.inventory.Scope;
import org.carrel.store.internal.derby.KeptStatements;
import org.carrel.store.internal.rows.Moments;

/** The rows of inventories, in the words of SQL. Each call is a part of the unit of work of its connection. */
final class InventoryTables {

    private static final String NEW_PROJECT = "INSERT INTO INVENTORY_PROJECT (NUMBER, NAME, BRANCH, RANGE_FROM,"
            + " RANGE_TO, MADE_AT, COUNTED, WHOLE) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String NEW_SCOPE = "INSERT INTO INVENTORY_SCOPE (PROJECT, KIND, NAME) VALUES (?, ?, ?)";
    private static final String SCOPES = "SELECT PROJECT, KIND, NAME FROM INVENTORY_SCOPE";
    private static final String PROJECTS = "SELECT NUMBER, NAME, BRANCH, RANGE_FROM, RANGE_TO, MADE_AT, CLOSED_AT,"
            + " COUNTED, WHOLE FROM INVENTORY_PROJECT ORDER BY NUMBER DESC";
    private static final String CLOSE = "UPDATE INVENTORY_PROJECT SET CLOSED_AT = ? WHERE NUMBER = ?";
    private static final String COUNT = "UPDATE INVENTORY_PROJECT SET COUNTED = ? WHERE NUMBER = ?";
    private static final String WHOLE = "UPDATE INVENTORY_PROJECT SET WHOLE = ? WHERE NUMBER = ?";
    private static final String NEW_SESSION = "INSERT INTO INVENTORY_SESSION (NUMBER, PROJECT, PERSON, DEVICE,"
            + " BEGUN_AT) VALUES (?, ?, ?, ?, ?)";
    private static final String SESSIONS = "SELECT NUMBER, PROJECT, PERSON, DEVICE, BEGUN_AT FROM INVENTORY_SESSION"
            + " WHERE PROJECT = ? ORDER BY NUMBER";
    /** By itself: joined, all reads of the project would be gone through once for each of its sessions. */
    private static final String COUNTS = "SELECT SESSION, COUNT(*) FROM INVENTORY_READ WHERE PROJECT = ?"
            + " GROUP BY SESSION";
    private static final String OPEN_PROJECT_OF = "SELECT S.PROJECT FROM INVENTORY_SESSION S, INVENTORY_PROJECT P"
            + " WHERE S.NUMBER = ? AND P.NUMBER = S.PROJECT AND P.CLOSED_AT IS NULL";
    private static final String NEW_READ = "INSERT INTO INVENTORY_READ (SEQUENCE, PROJECT, SESSION, KIND, TEXT,"
            + " READ_AT) VALUES (?, ?, ?, ?, ?, ?)";
    private static final String READS = "SELECT SEQUENCE, SESSION, KIND, TEXT, READ_AT FROM INVENTORY_READ"
            + " WHERE PROJECT = ? ORDER BY SEQUENCE";
    private static final String LOCATION = "LOCATION";
    private static final String ITEM_TYPE = "ITEM_TYPE";

    private InventoryTables() {}

    static void add(Connection connection, InventoryProject project) throws SQLException {
        Scope scope = project.scope();
        try (PreparedStatement insert = connection.prepareStatement(NEW_PROJECT)) {
            insert.setLong(1, project.number());
            insert.setString(2, project.name());
            insert.setString(3, scope.branch());
            insert.setString(4, scope.range().map(Scope.Range::from).orElse(null));
            insert.setString(5, scope.range().map(Scope.Range::to).orElse(null));
            insert.setString(6, Moments.text(project.madeAt()));
            insert.setBoolean(7, project.counted());
            insert.setBoolean(8, project.whole());
            insert.executeUpdate();
        }
        addNames(connection, project.number(), LOCATION, scope.locations());
        addNames(connection, project.number(), ITEM_TYPE, scope.itemTypes());
    }

    private static void addNames(Connection connection, long project, String kind, Set<String> names)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(NEW_SCOPE)) {
            for (String name : names) {
                insert.setLong(1, project);
                insert.setString(2, kind);
                insert.setString(3, name);
                insert.executeUpdate();
            }
        }
    }

    static List<InventoryProject> projects(Connection connection) throws SQLException {
        Map<Long, Map<String, Set<String>>> names = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(SCOPES); ResultSet row = select.executeQuery()) {
            while (row.next()) {
                names.computeIfAbsent(row.getLong(1), number -> new HashMap<>())
                        .computeIfAbsent(row.getString(2), kind -> new HashSet<>()).add(row.getString(3));
            }
        }
        List<InventoryProject> projects = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(PROJECTS);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                long number = row.getLong(1);
                Map<String, Set<String>> mine = names.getOrDefault(number, Map.of());
                Optional<Scope.Range> range = row.getString(4) == null ? Optional.empty()
                        : Optional.of(new Scope.Range(row.getString(4), row.getString(5)));
                Scope scope = new Scope(row.getString(3), mine.getOrDefault(LOCATION, Set.of()),
                        mine.getOrDefault(ITEM_TYPE, Set.of()), range);
                projects.add(new InventoryProject(number, row.getString(2), scope, Moments.parse(row.getString(6)),
                        Moments.parseNullable(row.getString(7)), row.getBoolean(8), row.getBoolean(9)));
            }
        }
        return projects;
    }

    static void setClosed(Connection connection, long project, Optional<Instant> at) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(CLOSE)) {
            if (at.isPresent()) {
                update.setString(1, Moments.text(at.get()));
            } else {
                update.setNull(1, Types.VARCHAR);
            }
            update.setLong(2, project);
            update.executeUpdate();
        }
    }

    static void setCounted(Connection connection, long project, boolean counted) throws SQLException {
        say(connection, COUNT, project, counted);
    }

    static void setWhole(Connection connection, long project, boolean whole) throws SQLException {
        say(connection, WHOLE, project, whole);
    }

    private static void say(Connection connection, String sql, long project, boolean what) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setBoolean(1, what);
            update.setLong(2, project);
            update.executeUpdate();
        }
    }

    static void add(Connection connection, InventorySession session) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(NEW_SESSION)) {
            insert.setLong(1, session.number());
            insert.setLong(2, session.project());
            insert.setString(3, session.person());
            insert.setString(4, session.device());
            insert.setString(5, Moments.text(session.begunAt()));
            insert.executeUpdate();
        }
    }

    static List<InventorySession> sessions(Connection connection, long project) throws SQLException {
        Map<Long, Integer> counts = counts(connection, project);
        List<InventorySession> sessions = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(SESSIONS)) {
            select.setLong(1, project);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    sessions.add(new InventorySession(row.getLong(1), row.getLong(2), row.getString(3),
                            row.getString(4), Moments.parse(row.getString(5)), counts.getOrDefault(row.getLong(1), 0)));
                }
            }
        }
        return sessions;
    }

    /** The reads of each session that has any. */
    private static Map<Long, Integer> counts(Connection connection, long project) throws SQLException {
        Map<Long, Integer> counts = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(COUNTS)) {
            select.setLong(1, project);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    counts.put(row.getLong(1), row.getInt(2));
                }
            }
        }
        return counts;
    }

    /** The project that {@code session} is of; empty when there is no such session, or the project is closed. */
    static OptionalLong openProjectOf(Connection connection, long session) throws SQLException {
        PreparedStatement select = connection.unwrap(KeptStatements.class).kept(OPEN_PROJECT_OF);
        select.setLong(1, session);
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
        }
    }

    /** All of them or, when it throws, none that will be committed. */
    static void add(Connection connection, long project, List<InventoryRead> reads) throws SQLException {
        PreparedStatement insert = connection.unwrap(KeptStatements.class).kept(NEW_READ);
        insert.clearBatch();
        for (InventoryRead read : reads) {
            insert.setLong(1, read.sequence());
            insert.setLong(2, project);
            insert.setLong(3, read.session());
            insert.setString(4, read.mark().kind().name());
            insert.setString(5, read.mark().text());
            insert.setString(6, Moments.text(read.mark().at()));
            if (reads.size() == 1) {
                insert.executeUpdate();
            } else {
                insert.addBatch();
            }
        }
        if (reads.size() > 1) {
            insert.executeBatch();
        }
    }

    static List<InventoryRead> reads(Connection connection, long project) throws SQLException {
        List<InventoryRead> reads = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(READS)) {
            select.setLong(1, project);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    reads.add(new InventoryRead(row.getLong(1), row.getLong(2), new Mark(
                            Kind.valueOf(row.getString(3)), row.getString(4), Moments.parse(row.getString(5)))));
                }
            }
        }
        return reads;
    }
}
