/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.derby;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

import javax.sql.DataSource;
import javax.sql.PooledConnection;

import org.apache.derby.jdbc.EmbeddedConnectionPoolDataSource;
import org.carrel.model.port.DataKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One embedded Derby database in one folder, open for as long as this object is. Durability is Derby's default: a
 * commit returns when the log is forced to disk.
 *
 * <p>
 * The one place that makes connections, and so the place where attributes of connections belong. With a key, everything
 * in the folder is encrypted: tables, log and temporary files, with AES-256. Derby takes the key as text in the
 * attributes of the first connection; no later one has it, and here it is kept nowhere.
 */
public final class DerbyDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DerbyDatabase.class);

    private final Path folder;
    private final boolean encrypted;
    private final ConnectionPool pool;

    private DerbyDatabase(Path folder, boolean encrypted) {
        this.folder = folder;
        this.encrypted = encrypted;
        this.pool = new ConnectionPool(source(folder));
    }

    /**
     * Opens the database in {@code folder}, making an empty one if there is no such folder. A crash while it is made
     * leaves no half-made database behind: it is made beside and moved when complete.
     *
     * @param key what the database is, or becomes, encrypted with; empty for a clear one
     * @throws SQLException when it cannot be opened or made; {@link Fault} tells why
     * @throws IOException  when a new one cannot be put in place, or a clear one is to be opened with a key
     */
    public static DerbyDatabase open(Path folder, Optional<DataKey> key) throws SQLException, IOException {
        Objects.requireNonNull(folder, "folder");
        settle(folder.toAbsolutePath().getParent());
        if (Files.notExists(folder)) {
            make(folder, key);
        } else if (key.isPresent() && !isEncrypted(folder)) {
            // Derby would encrypt it in place, then and there.
            throw new IOException("not encrypted: " + folder);
        }
        boot(source(folder), key);
        return new DerbyDatabase(folder, key.isPresent());
    }

    /**
     * Whether the database in {@code folder} says that it is encrypted.
     *
     * @throws IOException when its description is there and cannot be read
     */
    public static boolean isEncrypted(Path folder) throws IOException {
        Path description = folder.resolve("service.properties");
        if (Files.notExists(description)) {
            return false;
        }
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(description)) {
            properties.load(in);
        } catch (IllegalArgumentException e) {
            throw new IOException("not a description of a database: " + description, e);
        }
        return Boolean.parseBoolean(properties.getProperty("dataEncryption"));
    }

    /** Makes the first connection, which starts the database; a data source that saw the key is not used again. */
    private static void boot(EmbeddedConnectionPoolDataSource source, Optional<DataKey> key) throws SQLException {
        key.ifPresent(present -> source.setConnectionAttributes(attributes(present)));
        PooledConnection first = source.getPooledConnection();
        try (Connection connection = first.getConnection()) {
            connection.isValid(0);
        } finally {
            first.close();
        }
    }

    private static String attributes(DataKey key) {
        byte[] bytes = key.derive(DataKey.Purpose.QUEUE);
        try {
            return "dataEncryption=true;encryptionAlgorithm=AES/CBC/NoPadding;encryptionKey="
                    + HexFormat.of().formatHex(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** Where connections come from; closing one gives it back. */
    public DataSource connections() {
        return pool;
    }

    public Path folder() {
        return folder;
    }

    /** Whether Derby found that it cannot write here. */
    public boolean isReadOnly() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return connection.isReadOnly();
        }
    }

    /** Copies the whole database, while it is open, into {@code target}, which gets a folder named like this one. */
    public void backUpTo(Path target) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement call = connection.prepareStatement("CALL SYSCS_UTIL.SYSCS_BACKUP_DATABASE(?)")) {
            call.setString(1, target.toString());
            call.execute();
        }
    }

    /**
     * Shuts the database down in order, so that the next start needs no recovery.
     *
     * <p>
     * Nothing here refers to the key or to a page of the database afterwards. But Derby's connections have finalizers,
     * and hold both until these have run; so for an encrypted database the collector is asked to see to it now, and not
     * some hours later.
     */
    @Override
    public void close() {
        pool.close();
        try {
            shutDown(folder);
        } catch (SQLException e) {
            LOG.warn("The queue in {} did not shut down in order (SQLState {}); the next start recovers it.", folder,
                    Fault.states(e));
        }
        if (encrypted) {
            System.gc();
        }
    }

    /**
     * Engine-wide settings; they count only before Derby's first use in this process. Derby's own log says nothing of
     * failed statements, because it would print their parameters, patrons' barcodes among them.
     */
    private static void settle(Path home) {
        setIfAbsent("derby.system.home", home.toString());
        setIfAbsent("derby.stream.error.file", home.resolve("derby.log").toString());
        setIfAbsent("derby.stream.error.logSeverityLevel", String.valueOf(Integer.MAX_VALUE));
        // Pages of 8 KB: 24 MB of heap for a queue of 100,000 rows. With the default, 8 MB, it would wait for the disk.
        setIfAbsent("derby.storage.pageCacheSize", "3000");
        // Its thread stops itself, and waits for that for ever, when it is the one that finds a page damaged: whoever
        // needs the page waits with it. The queries here have an index each, and no choice that statistics could help
        // with.
        setIfAbsent("derby.storage.indexStats.auto", "false");
        setIfAbsent("derby.locks.waitTimeout", "10");
        setIfAbsent("derby.locks.deadlockTimeout", "2");
    }

    private static void setIfAbsent(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    private static EmbeddedConnectionPoolDataSource source(Path folder) {
        EmbeddedConnectionPoolDataSource source = new EmbeddedConnectionPoolDataSource();
        source.setDatabaseName(folder.toAbsolutePath().toString());
        return source;
    }

    private static void make(Path folder, Optional<DataKey> key) throws SQLException, IOException {
        Path making = folder.resolveSibling(folder.getFileName() + ".making");
        Folders.erase(making);
        EmbeddedConnectionPoolDataSource source = source(making);
        source.setCreateDatabase("create");
        boot(source, key);
        shutDown(making);
        Files.move(making, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void shutDown(Path folder) throws SQLException {
        EmbeddedConnectionPoolDataSource source = source(folder);
        source.setShutdownDatabase("shutdown");
        try {
            source.getPooledConnection().getConnection().close();
        } catch (SQLException e) {
            // 08006: it is shut down, which is what was asked for; 08004, XJ004: it was not up any more.
            if (!List.of("08006", "08004", "XJ004").contains(e.getSQLState())) {
                throw e;
            }
        }
    }
}
