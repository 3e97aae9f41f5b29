/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branches;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * What any web server or shared folder can serve to the workstations of a branch: the repository of the program and
 * that of the branch, as one.
 */
final class Site {

    /** The repositories that it is made of. */
    static final List<String> PARTS = List.of("program", "branch");

    private Site() {}

    /** Adds to {@code folder}, which has the branch's own repository in {@code branch}, the program's and the whole. */
    static void complete(Path folder, Path program, String name, Instant time) throws IOException {
        Path copy = folder.resolve("program");
        Folders.remove(copy);
        Folders.copy(program, copy, path -> true);
        Files.writeString(folder.resolve("p2.index"), """
                version=1
                metadata.repository.factory.order=compositeContent.xml,!
                artifact.repository.factory.order=compositeArtifacts.xml,!
                """);
        Files.writeString(folder.resolve("compositeContent.xml"), composite("compositeMetadataRepository",
                "org.eclipse.equinox.internal.p2.metadata.repository.CompositeMetadataRepository", name, time));
        Files.writeString(folder.resolve("compositeArtifacts.xml"), composite("compositeArtifactRepository",
                "org.eclipse.equinox.internal.p2.artifact.repository.CompositeArtifactRepository", name, time));
    }

    private static String composite(String kind, String type, String name, Instant time) {
        return """
                <?xml version='1.0' encoding='UTF-8'?>
                <?%s version='1.0.0'?>
                <repository name='%s' type='%s' version='1.0.0'>
                  <properties size='2'>
                    <property name='p2.timestamp' value='%d'/>
                    <property name='p2.atomic.composite.loading' value='true'/>
                  </properties>
                  <children size='2'>
                    <child location='program'/>
                    <child location='branch'/>
                  </children>
                </repository>
                """.formatted(kind, Xml.escaped(name), type, time.toEpochMilli());
    }
}
