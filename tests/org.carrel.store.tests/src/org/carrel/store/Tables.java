/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.carrel.model.port.DataKey;
import org.carrel.store.internal.derby.DerbyDatabase;

/** Looks into a closed store's tables, past the store. */
final class Tables {

    private Tables() {}

    /** One line a row, columns joined by bars. */
    static List<String> read(Path queue, String sql) throws Exception {
        return read(queue, Optional.empty(), sql);
    }

    static List<String> read(Path queue, Optional<DataKey> key, String sql) throws Exception {
        List<String> lines = new ArrayList<>();
        try (DerbyDatabase database = DerbyDatabase.open(queue, key);
                Connection connection = database.connections().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    columns.add(rows.getString(i));
                }
                lines.add(String.join("|", columns));
            }
        }
        return lines;
    }

    /** Runs statements in one transaction. */
    static void change(Path queue, String... statements) throws Exception {
        change(queue, Optional.empty(), statements);
    }

    static void change(Path queue, Optional<DataKey> key, String... statements) throws Exception {
        try (DerbyDatabase database = DerbyDatabase.open(queue, key);
                Connection connection = database.connections().getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
            }
            connection.commit();
        }
    }
}
