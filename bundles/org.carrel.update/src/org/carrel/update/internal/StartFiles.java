/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.update.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The two files that say what the program consists of when it starts. p2 writes them last, in place: when the disk is
 * full just then, what it leaves behind starts nothing.
 */
final class StartFiles {

    private final Path folder;
    private final Path bundles;
    private final Path settings;
    private final byte[] bundlesBefore;
    private final byte[] settingsBefore;

    /** Remembers those in {@code folder} as they are. */
    StartFiles(Path folder) throws IOException {
        this.folder = folder;
        this.bundles = folder.resolve("configuration").resolve("org.eclipse.equinox.simpleconfigurator")
                .resolve("bundles.info");
        this.settings = folder.resolve("configuration").resolve("config.ini");
        this.bundlesBefore = Files.readAllBytes(bundles);
        this.settingsBefore = Files.readAllBytes(settings);
    }

    /** Whether they are whole, and all is there that they name. */
    boolean areSound() throws IOException {
        if (!Files.exists(bundles) || !Files.exists(settings)
                || !Files.readString(settings).contains("osgi.framework=")) {
            return false;
        }
        List<String> lines = Files.readAllLines(bundles, StandardCharsets.UTF_8).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank()).toList();
        return !lines.isEmpty() && lines.stream().allMatch(this::isThere);
    }

    /** A line is: name, version, location, start level, whether it is started. */
    private boolean isThere(String line) {
        String[] parts = line.split(",");
        return parts.length == 5 && Files.exists(folder.resolve(parts[2].replaceFirst("^file:", "")));
    }

    /** Writes them as they were. */
    void restore() throws IOException {
        Files.write(bundles, bundlesBefore);
        Files.write(settings, settingsBefore);
    }
}
