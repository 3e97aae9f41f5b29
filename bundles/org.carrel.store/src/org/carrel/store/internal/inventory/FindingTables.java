/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.inventory;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.carrel.model.ItemBarcode;
import org.carrel.model.inventory.FindingKey;
import org.carrel.model.inventory.Handling;
import org.carrel.model.inventory.ItemChoice;
import org.carrel.model.inventory.KeptHandling;
import org.carrel.store.internal.rows.Moments;

/** The rows of what was done about findings. Each call is a part of the unit of work of its connection. */
final class FindingTables {

    private static final String NEW_HANDLING = "INSERT INTO INVENTORY_HANDLING (SEQUENCE, BATCH, PROJECT, SUBJECT,"
            + " BARCODE, ITEM, STATE, NOTE, PERSON, SAID_AT) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String HANDLINGS = "SELECT SEQUENCE, BATCH, SUBJECT, BARCODE, ITEM, STATE, NOTE, SAID_AT,"
            + " PERSON FROM INVENTORY_HANDLING WHERE PROJECT = ? ORDER BY SEQUENCE";
    private static final String NO_CHOICE = "DELETE FROM INVENTORY_CHOICE WHERE PROJECT = ? AND BARCODE = ?";
    private static final String NEW_CHOICE = "INSERT INTO INVENTORY_CHOICE (PROJECT, BARCODE, ITEM, PERSON, CHOSEN_AT)"
            + " VALUES (?, ?, ?, ?, ?)";
    private static final String CHOICES = "SELECT BARCODE, ITEM FROM INVENTORY_CHOICE WHERE PROJECT = ?";
    /** What a project has, in an order in which it can go. */
    private static final List<String> DELETE = List.of("DELETE FROM INVENTORY_HANDLING WHERE PROJECT = ?",
            "DELETE FROM WRITE_BACK WHERE PROJECT = ?", "DELETE FROM INVENTORY_CHOICE WHERE PROJECT = ?",
            "DELETE FROM INVENTORY_READ WHERE PROJECT = ?", "DELETE FROM INVENTORY_SESSION WHERE PROJECT = ?",
            "DELETE FROM INVENTORY_SCOPE WHERE PROJECT = ?", "DELETE FROM INVENTORY_PROJECT WHERE NUMBER = ?");

    private FindingTables() {}

    static void add(Connection connection, long project, List<KeptHandling> handlings) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(NEW_HANDLING)) {
            for (KeptHandling kept : handlings) {
                FindingKey finding = kept.handling().finding();
                insert.setLong(1, kept.sequence());
                insert.setLong(2, kept.batch());
                insert.setLong(3, project);
                insert.setString(4, finding.kind());
                insert.setString(5, finding.barcode().value());
                insert.setString(6, finding.item());
                insert.setString(7, kept.handling().state().name());
                insert.setString(8, kept.handling().note());
                insert.setString(9, kept.person());
                insert.setString(10, Moments.text(kept.at()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    static List<KeptHandling> handlings(Connection connection, long project) throws SQLException {
        List<KeptHandling> handlings = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(HANDLINGS)) {
            select.setLong(1, project);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    FindingKey finding = new FindingKey(row.getString(3), new ItemBarcode(row.getString(4)),
                            row.getString(5));
                    Handling handling = new Handling(finding, Handling.State.valueOf(row.getString(6)),
                            row.getString(7));
                    handlings.add(new KeptHandling(row.getLong(1), row.getLong(2), handling,
                            Moments.parse(row.getString(8)), row.getString(9)));
                }
            }
        }
        return handlings;
    }

    static void choose(Connection connection, long project, ItemChoice choice, String person, Instant at)
            throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(NO_CHOICE)) {
            delete.setLong(1, project);
            delete.setString(2, choice.barcode().value());
            delete.executeUpdate();
        }
        if (choice.item().isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(NEW_CHOICE)) {
            insert.setLong(1, project);
            insert.setString(2, choice.barcode().value());
            insert.setString(3, choice.item());
            insert.setString(4, person);
            insert.setString(5, Moments.text(at));
            insert.executeUpdate();
        }
    }

    static Map<ItemBarcode, String> choices(Connection connection, long project) throws SQLException {
        Map<ItemBarcode, String> choices = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(CHOICES)) {
            select.setLong(1, project);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    choices.put(new ItemBarcode(row.getString(1)), row.getString(2));
                }
            }
        }
        return choices;
    }

    /** Removes a project with all that it has. */
    static void delete(Connection connection, long project) throws SQLException {
        for (String sql : DELETE) {
            try (PreparedStatement delete = connection.prepareStatement(sql)) {
                delete.setLong(1, project);
                delete.executeUpdate();
            }
        }
    }
}
