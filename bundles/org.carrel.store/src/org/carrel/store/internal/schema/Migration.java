/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.carrel.store.internal.derby.DerbyDatabase;
import org.carrel.store.internal.derby.Fault;
import org.carrel.store.internal.derby.Folders;
import org.carrel.store.internal.rows.Moments;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a database to the newest schema: each pending step and its line in the version table in one transaction, after
 * a backup if there is anything to lose.
 */
public final class Migration {

    /** How it went. Only {@link Done} means that the database may be used. */
    public sealed interface Result {

        /** The schema is the one this program works with. */
        record Done(int from, int to) implements Result {}

        /** The database has a schema that this program does not know; nothing was touched. */
        record Newer(int found, int known) implements Result {}

        /** It holds tables, and they are not ours; nothing was touched. */
        record Foreign() implements Result {}

        /** There is no backup, so no step was tried; nothing was touched. */
        record NoBackup(Path folder, Exception cause) implements Result {}

        /** A step failed and was rolled back; steps before it are done. */
        record Failed(Step step, Optional<Path> backup, SQLException cause) implements Result {}
    }

    private static final Logger LOG = LoggerFactory.getLogger(Migration.class);
    private static final String VERSION_LINE = "INSERT INTO SCHEMA_VERSION (VERSION, DESCRIPTION, APPLIED_AT)"
            + " VALUES (?, ?, ?)";
    private static final int BACKUPS_KEPT = 3;
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final DerbyDatabase database;
    private final Path backups;
    private final Clock clock;
    private final List<Step> steps;

    /**
     * @param backups where backups go; made when needed
     * @param steps   every step; see {@link Schema#requireInOrder}
     */
    public Migration(DerbyDatabase database, Path backups, Clock clock, List<Step> steps) {
        this.database = database;
        this.backups = backups;
        this.clock = clock;
        this.steps = List.copyOf(steps);
    }

    /** @throws SQLException when the database cannot even say which schema it has */
    public Result run() throws SQLException {
        int found;
        try (Connection connection = database.connections().getConnection()) {
            Optional<Integer> version = version(connection);
            if (version.isEmpty()) {
                return new Result.Foreign();
            }
            found = version.get();
        }
        if (found > steps.size()) {
            return new Result.Newer(found, steps.size());
        }
        if (found == steps.size()) {
            return new Result.Done(found, found);
        }
        Optional<Path> backup = Optional.empty();
        if (found > 0) {
            Path target = backups.resolve("queue-v" + found + "-" + STAMP.format(clock.instant()));
            try {
                Files.createDirectories(target);
                database.backUpTo(target);
                backup = Optional.of(target);
                prune();
            } catch (SQLException | IOException e) {
                return new Result.NoBackup(backups, e);
            }
        }
        for (Step step : steps.subList(found, steps.size())) {
            try (Connection connection = database.connections().getConnection()) {
                apply(step, connection);
            } catch (SQLException e) {
                LOG.error("Step {} of the schema ({}) failed with SQLState {}; it was rolled back", step.version(),
                        step.description(), Fault.states(e), e);
                return new Result.Failed(step, backup, e);
            }
            LOG.info("The queue now has schema {}: {}", step.version(), step.description());
        }
        return new Result.Done(found, steps.size());
    }

    /** The version; 0 for an empty database; empty when there are tables but none of ours. */
    public static Optional<Integer> version(Connection connection) throws SQLException {
        try (ResultSet tables = connection.getMetaData().getTables(null, null, null, new String[] { "TABLE" })) {
            boolean any = false;
            boolean ours = false;
            while (tables.next()) {
                any = true;
                ours |= tables.getString("TABLE_NAME").equals("SCHEMA_VERSION");
            }
            if (!ours) {
                return any ? Optional.empty() : Optional.of(0);
            }
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT MAX(VERSION) FROM SCHEMA_VERSION")) {
            row.next();
            return Optional.of(row.getInt(1));
        }
    }

    private void apply(Step step, Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try {
            try (Statement statement = connection.createStatement()) {
                for (String sql : step.statements()) {
                    statement.execute(sql);
                }
            }
            try (PreparedStatement line = connection.prepareStatement(VERSION_LINE)) {
                line.setInt(1, step.version());
                line.setString(2, step.description());
                line.setString(3, Moments.text(Instant.now(clock)));
                line.executeUpdate();
            }
            connection.commit();
        } catch (SQLException e) {
            rollBack(connection, e);
            throw e;
        }
    }

    private static void rollBack(Connection connection, SQLException why) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            // The connection is gone, and with it the transaction: Derby rolls it back when it opens the database.
            why.addSuppressed(e);
        }
    }

    /** Starts that fail again and again must not fill the disk with backups. */
    private void prune() throws IOException {
        List<Path> old;
        try (Stream<Path> all = Files.list(backups)) {
            old = all.filter(path -> path.getFileName().toString().matches("queue-v\\d+-\\d{8}T\\d{9}Z"))
                    .sorted(Comparator.comparing((Path path) -> stamp(path)).reversed()).skip(BACKUPS_KEPT).toList();
        }
        for (Path backup : old) {
            Folders.erase(backup);
        }
    }

    private static String stamp(Path backup) {
        String name = backup.getFileName().toString();
        return name.substring(name.lastIndexOf('-') + 1);
    }
}
