/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

import jakarta.persistence.EntityManager;

import org.apache.derby.jdbc.EmbeddedDataSource;
import org.carrel.model.Transaction;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.eclipse.persistence.sessions.Session;
import org.slf4j.Logger;

import com.google.gson.stream.JsonReader;

/**
 * A second JVM that runs a main class of these tests on a plain class path. The path is told from where this JVM's
 * classes came from, which also works inside OSGi, where {@code java.class.path} names only the launcher.
 */
final class ChildProcess implements AutoCloseable {

    private static final List<String> FOUND_BY_NAME = List.of("org.objectweb.asm.ClassVisitor",
            "org.objectweb.asm.commons.Remapper", "org.objectweb.asm.tree.ClassNode",
            "org.eclipse.persistence.jpa.jpql.JPQLQueryHelper", "org.eclipse.persistence.jpa.jpql.parser.JPQLGrammar");

    private final Process process;
    private final BufferedReader output;

    private ChildProcess(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** @param scratch a folder for jars that have to be unpacked, and for what the child says on its error stream */
    static ChildProcess start(Path scratch, Class<?> main, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC", "-Xmx256m", "-Djava.io.tmpdir=" + scratch, "-cp", classPath(scratch),
                        main.getName()));
        command.addAll(Arrays.asList(arguments));
        return new ChildProcess(new ProcessBuilder(command).directory(scratch.toFile())
                .redirectError(ProcessBuilder.Redirect.appendTo(scratch.resolve("child-errors.txt").toFile())).start());
    }

    long pid() {
        return process.pid();
    }

    /** The next line; null when the child has ended. */
    String line() throws IOException {
        return output.readLine();
    }

    /** SIGKILL. By its handle: killed as a {@link Process}, what it printed last could not be read any more. */
    void kill() {
        process.toHandle().destroyForcibly();
    }

    int waitFor() throws InterruptedException {
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            throw new AssertionError("the child does not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() throws Exception {
        process.destroyForcibly().waitFor();
        output.close();
    }

    private static String classPath(Path scratch) throws Exception {
        Set<Path> path = new LinkedHashSet<>();
        for (Class<?> type : List.of(ChildProcess.class, Store.class, Transaction.class, PersistenceProvider.class,
                Session.class, EntityManager.class, JsonReader.class, Logger.class, EmbeddedDataSource.class)) {
            path.addAll(entries(type, scratch));
        }
        for (String name : FOUND_BY_NAME) {
            try {
                path.addAll(entries(Class.forName(name, false, Store.class.getClassLoader()), scratch));
            } catch (ClassNotFoundException e) {
                // Not every arrangement of the libraries has it or needs it; without a needed one, the child fails.
                continue;
            }
        }
        // Derby's engine is reached through its data sources only.
        for (String name : List.of("org.apache.derby.iapi.jdbc.AutoloadedDriver",
                "org.apache.derby.shared.common.error.StandardException")) {
            path.addAll(entries(Class.forName(name, false, EmbeddedDataSource.class.getClassLoader()), scratch));
        }
        return String.join(System.getProperty("path.separator"), path.stream().map(Path::toString).toList());
    }

    private static List<Path> entries(Class<?> type, Path scratch) throws Exception {
        Path source = location(type);
        List<Path> entries = new ArrayList<>();
        String file = type.getName().replace('.', '/') + ".class";
        if (Files.isDirectory(source)) {
            // A bundle in a workspace is its project folder.
            entries.add(Files.exists(source.resolve(file)) ? source : source.resolve("target/classes"));
            Path manifest = source.resolve("META-INF/MANIFEST.MF");
            if (Files.exists(manifest)) {
                try (InputStream in = Files.newInputStream(manifest)) {
                    for (String nested : bundleClassPath(new Manifest(in))) {
                        entries.add(source.resolve(nested));
                    }
                }
            }
            return entries;
        }
        entries.add(source);
        try (JarFile jar = new JarFile(source.toFile())) {
            for (String nested : bundleClassPath(jar.getManifest())) {
                Path unpacked = scratch.resolve(nested.replace('/', '_'));
                if (Files.notExists(unpacked)) {
                    ZipEntry entry = jar.getEntry(nested);
                    try (InputStream in = jar.getInputStream(entry)) {
                        Files.copy(in, unpacked);
                    }
                }
                entries.add(unpacked);
            }
        }
        return entries;
    }

    private static List<String> bundleClassPath(Manifest manifest) {
        String path = manifest == null ? null : manifest.getMainAttributes().getValue("Bundle-ClassPath");
        return path == null ? List.of()
                : Arrays.stream(path.split(",")).map(String::strip).filter(entry -> entry.endsWith(".jar")).toList();
    }

    private static Path location(Class<?> type) throws URISyntaxException {
        URL location = type.getProtectionDomain().getCodeSource().getLocation();
        return Path.of(location.toURI());
    }
}
