/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.EntityManager;

import org.apache.derby.jdbc.EmbeddedDataSource;
import org.carrel.model.Transaction;
import org.carrel.testkit.ChildJvm;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.eclipse.persistence.sessions.Session;
import org.slf4j.Logger;

import com.google.gson.stream.JsonReader;

/** Starts main classes of these tests as processes of their own, with all that the store needs. */
final class StoreProcess {

    /** What the store reaches without naming it. Not every arrangement of the libraries has them all. */
    private static final List<String> FOUND_BY_NAME = List.of("org.objectweb.asm.ClassVisitor",
            "org.objectweb.asm.commons.Remapper", "org.objectweb.asm.tree.ClassNode",
            "org.eclipse.persistence.jpa.jpql.JPQLQueryHelper", "org.eclipse.persistence.jpa.jpql.parser.JPQLGrammar");

    /** Derby's engine, which is reached through its data sources only. */
    private static final List<String> ENGINE = List.of("org.apache.derby.iapi.jdbc.AutoloadedDriver",
            "org.apache.derby.shared.common.error.StandardException");

    private StoreProcess() {}

    /** @param scratch see {@link ChildJvm#start} */
    static ChildJvm start(Path scratch, Class<?> main, String... arguments) throws IOException, ClassNotFoundException {
        List<Class<?>> witnesses = new ArrayList<>(List.of(main, Store.class, Transaction.class, ChildJvm.class,
                PersistenceProvider.class, Session.class, EntityManager.class, JsonReader.class, Logger.class,
                EmbeddedDataSource.class));
        for (String name : FOUND_BY_NAME) {
            try {
                witnesses.add(Class.forName(name, false, Store.class.getClassLoader()));
            } catch (ClassNotFoundException e) {
                // Without one that is needed, the child fails.
                continue;
            }
        }
        for (String name : ENGINE) {
            witnesses.add(Class.forName(name, false, EmbeddedDataSource.class.getClassLoader()));
        }
        return ChildJvm.start(scratch, main, witnesses, arguments);
    }
}
