/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * The built product. It is started as people start it; measures that must look inside have the bench's bundle installed
 * beside it, by a configuration of their own: the product itself stays as it was built.
 */
final class Product {

    private static final Duration GRACE = Duration.ofSeconds(20);
    private static final Duration GLANCE = Duration.ofMillis(100);

    private final Path folder;
    private final Path bundle;
    private final Path work;

    /**
     * @param folder where the product is, with its start script
     * @param bundle the bench's own jar
     * @param work   for configurations, workspaces and output; exists
     */
    Product(Path folder, Path bundle, Path work) {
        this.folder = folder;
        this.bundle = bundle;
        this.work = work;
    }

    /** Starts the workbench as it was built. The caller ends it. */
    Process workbench(String name, Screen screen, Path data, Path profile) throws IOException {
        return start(name, configuration("plain", false), screen, data, profile, Map.of());
    }

    /**
     * Runs the workbench with one of the bench's probes in it, until the figures are there.
     *
     * @param probe    the environment variable that tells the probe where to write them
     * @param settings for the probe, as environment variables
     */
    Figures probed(String name, Screen screen, Path data, Path profile, String probe, Map<String, String> settings,
            Duration limit) throws IOException {
        Path file = work.resolve(name + ".properties");
        Files.deleteIfExists(file);
        Map<String, String> environment = new HashMap<>(settings);
        environment.put(probe, file.toString());
        Process process = start(name, configuration("bench", true), screen, data, profile, environment);
        try {
            await(process, name, limit, () -> Files.exists(file));
        } finally {
            end(process);
        }
        return figures(file, name);
    }

    /** Runs one of the bench's headless measures inside the product's framework. */
    Figures inside(String measure, Path data, Path profile, int size, Duration limit) throws IOException {
        Path file = work.resolve(measure + ".properties");
        Files.deleteIfExists(file);
        List<String> command = new ArrayList<>(List.of(folder.resolve("carrel").toString(), "-configuration",
                configuration("bench", true).toString(), "-application", "org.carrel.bench.inside", "-data", "@none",
                "-consoleLog", measure, data.toString(), profile.toString(), Integer.toString(size), file.toString()));
        Process process = process(measure, command, Map.of()).start();
        try {
            await(process, measure, limit, () -> false);
        } finally {
            end(process);
        }
        return figures(file, measure);
    }

    /** Asks {@code process} to end, and ends it. */
    static void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** What the process with this name wrote to its terminal. */
    Path output(String name) {
        return work.resolve(name + ".out");
    }

    private Process start(String name, Path configuration, Screen screen, Path data, Path profile,
            Map<String, String> more) throws IOException {
        List<String> command = List.of(folder.resolve("carrel").toString(), "-configuration", configuration.toString(),
                "-data", workspace(name).toString(), "-consoleLog", "-carrel.data", data.toString(), "-carrel.branch",
                profile.toString());
        ProcessBuilder builder = process(name, command, more);
        builder.environment().put("DISPLAY", screen.display());
        builder.environment().put("GDK_BACKEND", "x11");
        builder.environment().put("NO_AT_BRIDGE", "1");
        return builder.start();
    }

    /** Where the layout and the preferences are kept. The welcome of the first start has been seen there. */
    private Path workspace(String name) throws IOException {
        Path workspace = work.resolve("workspace-" + name);
        Path settings = workspace.resolve(".metadata/.plugins/org.eclipse.core.runtime/.settings");
        if (!Files.exists(settings)) {
            Files.createDirectories(settings);
            Files.writeString(settings.resolve("org.carrel.app.prefs"),
                    "eclipse.preferences.version=1\nwelcomed=true\n");
        }
        return workspace;
    }

    private ProcessBuilder process(String name, List<String> command, Map<String, String> more) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(output(name).toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(more);
        return builder;
    }

    /** Waits for the end of the process, or for what is enough if that comes first. */
    void await(Process process, String name, Duration limit, BooleanSupplier enough) throws IOException {
        long end = System.nanoTime() + limit.toNanos();
        try {
            while (!enough.getAsBoolean() && !process.waitFor(GLANCE.toMillis(), TimeUnit.MILLISECONDS)) {
                if (System.nanoTime() > end) {
                    throw new IOException("it took longer than " + limit.toSeconds() + " s; see " + output(name));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("it was interrupted", e);
        }
    }

    private Figures figures(Path file, String name) throws IOException {
        if (!Files.exists(file)) {
            throw new IOException("the measured process ended without figures; see " + output(name));
        }
        return Figures.read(file);
    }

    /** A configuration area like the product's own, with or without the bench's bundle. */
    private Path configuration(String name, boolean withBench) throws IOException {
        Path area = work.resolve("configuration-" + name);
        Path list = area.resolve("org.eclipse.equinox.simpleconfigurator/bundles.info");
        if (Files.exists(list)) {
            return area;
        }
        Path original = folder.resolve("configuration");
        Files.createDirectories(list.getParent());
        Files.copy(original.resolve("config.ini"), area.resolve("config.ini"));
        List<String> bundles = new ArrayList<>(Files.readAllLines(original.resolve(area.relativize(list))));
        if (withBench) {
            bundles.add("org.carrel.bench,0.1.0," + bundle.toUri() + ",4,false");
        }
        Files.write(list, bundles);
        return area;
    }

    /** The product's jar of the bundle with this name. */
    Path jar(String symbolicName) throws IOException {
        try (Stream<Path> jars = Files.list(folder.resolve("plugins"))) {
            return jars.filter(jar -> jar.getFileName().toString().startsWith(symbolicName + "_")).findFirst()
                    .orElseThrow(() -> new IOException("the product has no bundle " + symbolicName));
        }
    }
}
