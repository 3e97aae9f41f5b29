/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.bench;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/** Named figures on their way from a measured process to the one that reports. Not for use by several threads. */
public final class Figures {

    private static final String FAILURE = "failure";
    private static final String TOLD = ".told";

    private final Properties values = new Properties();

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException when the file cannot be read, or says that the measure failed
     */
    public static Figures read(Path file) throws IOException {
        Figures figures = new Figures();
        try (Reader reader = Files.newBufferedReader(file)) {
            figures.values.load(reader);
        }
        String failure = figures.values.getProperty(FAILURE);
        if (failure != null) {
            throw new IOException(failure);
        }
        return figures;
    }

    /** Says that the measure could not be taken, and why. */
    public void fail(String why) {
        values.setProperty(FAILURE, why);
    }

    public void put(String name, double value) {
        values.setProperty(name, Double.toString(value));
    }

    /** Keeps the median and the 99th percentile of {@code samples}, which are sorted on the way. */
    public void putPercentiles(String name, long[] samples) {
        Arrays.sort(samples);
        put(name + ".p50", percentile(samples, 50));
        put(name + ".p99", percentile(samples, 99));
    }

    /** @throws IllegalArgumentException when the measured process did not supply it */
    public double get(String name) {
        String value = values.getProperty(name);
        if (value == null) {
            throw new IllegalArgumentException("the measured process did not supply " + name);
        }
        return Double.parseDouble(value);
    }

    /** Explains a figure, in lines for people. */
    public void tell(String name, List<String> lines) {
        values.setProperty(name + TOLD, String.join("\n", lines));
    }

    /** What was told of a figure; nothing when nothing was. */
    public List<String> told(String name) {
        return values.getProperty(name + TOLD, "").lines().toList();
    }

    /** Writes the file as a whole: whoever finds it finds all of it. */
    public void write(Path file) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        try (Writer writer = Files.newBufferedWriter(draft)) {
            values.store(writer, null);
        }
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The nearest-rank percentile of {@code sorted}. */
    static long percentile(long[] sorted, int percent) {
        int rank = (int) Math.ceil(sorted.length * percent / 100.0);
        return sorted[Math.max(rank, 1) - 1];
    }
}
