/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * A second JVM that runs a main class on a plain class path, to be killed. The path is told from where classes of this
 * JVM came from, which also works inside OSGi, where {@code java.class.path} names only the launcher.
 */
public final class ChildJvm implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    private ChildJvm(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /**
     * Starts one. Its temporary folder is {@code scratch}.
     *
     * @param scratch  a folder for jars that have to be unpacked, and for what the child says on its error stream
     * @param witnesses one class of each bundle or library that the child needs, its main class included
     */
    public static ChildJvm start(Path scratch, Class<?> main, Collection<Class<?>> witnesses, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC", "-Xshare:auto", "-Xmx256m", "-Djava.io.tmpdir=" + scratch, "-cp",
                        classPath(scratch, witnesses), main.getName()));
        command.addAll(Arrays.asList(arguments));
        return new ChildJvm(new ProcessBuilder(command).directory(scratch.toFile())
                .redirectError(ProcessBuilder.Redirect.appendTo(scratch.resolve("child-errors.txt").toFile())).start());
    }

    public long pid() {
        return process.pid();
    }

    /** The next line that it printed; empty when it has ended. */
    public Optional<String> line() throws IOException {
        return Optional.ofNullable(output.readLine());
    }

    /** The lines that it prints from now on, until it has ended. */
    public Iterable<String> lines() {
        return output.lines()::iterator;
    }

    /**
     * Kills it now, the way that leaves it no time for anything. What it printed before can still be read, which it
     * could not when it were killed as a {@link Process}.
     */
    public void kill() {
        process.toHandle().destroyForcibly();
    }

    /**
     * Waits until it ends by itself.
     *
     * @return its exit code
     * @throws AssertionError when it does not end within two minutes
     */
    public int waitFor() throws InterruptedException {
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            throw new AssertionError("the child does not end");
        }
        return process.exitValue();
    }

    /**
     * Kills it, the way that leaves it no time for anything, unless it ends by itself before {@code millis} are over.
     */
    public void killAfter(long millis) throws InterruptedException {
        if (!process.waitFor(millis, TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
        }
        process.waitFor();
    }

    /** Ends it if it still runs. Afterwards nothing of it holds a lock any more. */
    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
        output.close();
    }

    private static String classPath(Path scratch, Collection<Class<?>> witnesses) throws IOException {
        Set<Path> path = new LinkedHashSet<>();
        for (Class<?> witness : witnesses) {
            path.addAll(entries(witness, scratch));
        }
        return String.join(System.getProperty("path.separator"), path.stream().map(Path::toString).toList());
    }

    private static List<Path> entries(Class<?> witness, Path scratch) throws IOException {
        Path source = location(witness);
        List<Path> entries = new ArrayList<>();
        if (Files.isDirectory(source)) {
            String file = witness.getName().replace('.', '/') + ".class";
            // A bundle in a workspace is its project folder.
            entries.add(Files.exists(source.resolve(file)) ? source : source.resolve("target/classes"));
            Path manifest = source.resolve("META-INF/MANIFEST.MF");
            if (Files.exists(manifest)) {
                try (InputStream in = Files.newInputStream(manifest)) {
                    nestedJars(new Manifest(in)).forEach(nested -> entries.add(source.resolve(nested)));
                }
            }
            return entries;
        }
        entries.add(source);
        try (JarFile jar = new JarFile(source.toFile())) {
            for (String nested : nestedJars(jar.getManifest())) {
                Path unpacked = scratch.resolve(nested.replace('/', '_'));
                if (Files.notExists(unpacked)) {
                    try (InputStream in = jar.getInputStream(jar.getEntry(nested))) {
                        Files.copy(in, unpacked);
                    }
                }
                entries.add(unpacked);
            }
        }
        return entries;
    }

    private static List<String> nestedJars(Manifest manifest) {
        String path = manifest == null ? null : manifest.getMainAttributes().getValue("Bundle-ClassPath");
        return path == null ? List.of()
                : Arrays.stream(path.split(",")).map(String::strip).filter(entry -> entry.endsWith(".jar")).toList();
    }

    private static Path location(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
