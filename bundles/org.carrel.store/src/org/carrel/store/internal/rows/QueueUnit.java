/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.rows;

import java.net.URL;
import java.util.List;
import java.util.Properties;

import javax.sql.DataSource;

import jakarta.persistence.SharedCacheMode;
import jakarta.persistence.ValidationMode;
import jakarta.persistence.spi.ClassTransformer;
import jakarta.persistence.spi.PersistenceUnitInfo;

/**
 * The queue's persistence unit, described in code: in OSGi nobody looks for a {@code persistence.xml} across class
 * loaders, and the connections are made here anyway.
 *
 * @param connections where connections come from
 * @param name        no two units that are open have the same
 */
public record QueueUnit(DataSource connections, String name) implements PersistenceUnitInfo {

    @Override
    public String getPersistenceUnitName() {
        return "org.carrel.queue";
    }

    @Override
    public String getPersistenceProviderClassName() {
        return "org.eclipse.persistence.jpa.PersistenceProvider";
    }

    @Override
    public String getScopeAnnotationName() {
        return null;
    }

    @Override
    public List<String> getQualifierAnnotationNames() {
        return List.of();
    }

    @Override
    @SuppressWarnings({ "deprecation", "removal" })
    public jakarta.persistence.spi.PersistenceUnitTransactionType getTransactionType() {
        return jakarta.persistence.spi.PersistenceUnitTransactionType.RESOURCE_LOCAL;
    }

    @Override
    public DataSource getJtaDataSource() {
        return null;
    }

    @Override
    public DataSource getNonJtaDataSource() {
        return connections;
    }

    @Override
    public List<String> getMappingFileNames() {
        return List.of();
    }

    @Override
    public List<URL> getJarFileUrls() {
        return List.of();
    }

    /** Nothing is looked for there, because the classes are listed; EclipseLink wants to know all the same. */
    @Override
    public URL getPersistenceUnitRootUrl() {
        return QueueUnit.class.getProtectionDomain().getCodeSource().getLocation();
    }

    @Override
    public List<String> getManagedClassNames() {
        return List.of(QueueRow.class.getName(), DeletedRow.class.getName(), ArchivedRow.class.getName(),
                ToDoRow.class.getName(), RunRow.class.getName());
    }

    @Override
    public boolean excludeUnlistedClasses() {
        return true;
    }

    /** Rows live in one unit of work: what is shown is what is on disk. */
    @Override
    public SharedCacheMode getSharedCacheMode() {
        return SharedCacheMode.NONE;
    }

    @Override
    public ValidationMode getValidationMode() {
        return ValidationMode.NONE;
    }

    @Override
    public Properties getProperties() {
        Properties properties = new Properties();
        properties.setProperty("eclipselink.target-database", "Derby");
        properties.setProperty("eclipselink.weaving", "false");
        // By its name EclipseLink finds what is open already: two queues of one name would both be the first one.
        properties.setProperty("eclipselink.session-name", name);
        properties.setProperty("eclipselink.ddl-generation", "none");
        properties.setProperty("eclipselink.jdbc.batch-writing", "JDBC");
        // Parameters are patrons' barcodes: neither the log nor the text of an exception may hold them.
        properties.setProperty("eclipselink.logging.level", "OFF");
        properties.setProperty("eclipselink.logging.parameters", "false");
        return properties;
    }

    @Override
    public String getPersistenceXMLSchemaVersion() {
        return "3.2";
    }

    @Override
    public ClassLoader getClassLoader() {
        return QueueUnit.class.getClassLoader();
    }

    @Override
    public void addTransformer(ClassTransformer transformer) {
        // Nothing is woven: no mapping here needs it.
    }

    @Override
    public ClassLoader getNewTempClassLoader() {
        return getClassLoader();
    }
}
