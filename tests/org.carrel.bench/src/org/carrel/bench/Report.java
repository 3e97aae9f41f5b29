/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;

/** What was measured, and what could not be. */
final class Report {

    private final List<Measure> measures = new ArrayList<>();
    private final List<String> explanations = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    void add(Measure measure) {
        measures.add(measure);
    }

    /** Says more of some figures than they do; for people, below the table. */
    void explain(String of, List<String> lines) {
        if (!lines.isEmpty()) {
            explanations.add(of + ":\n  " + String.join("\n  ", lines));
        }
    }

    void addFailure(String sentence) {
        failures.add(sentence);
    }

    boolean isComplete() {
        return failures.isEmpty();
    }

    /** The table and, below it, in one sentence how it went. */
    void print(PrintStream out) {
        int width = measures.stream().mapToInt(measure -> measure.name().length()).max().orElse(0);
        out.println();
        measures.forEach(measure -> out.println(measure.row(width)));
        out.println();
        explanations.forEach(out::println);
        failures.forEach(out::println);
        long wanted = measures.stream().filter(measure -> measure.goal().isPresent()).count();
        long met = measures.stream().filter(measure -> measure.goal().isPresent() && measure.met()).count();
        out.printf("bench: %d of %d goals met, %d measures could not be taken%n", met, wanted, failures.size());
    }

    /** A list of {@code {name, value, unit, goal, met}}; goal and met are null for a figure without a goal. */
    void write(Path file) throws IOException {
        JsonArray list = new JsonArray();
        for (Measure measure : measures) {
            JsonObject one = new JsonObject();
            one.addProperty("name", measure.name());
            one.addProperty("value", measure.value());
            one.addProperty("unit", measure.unit());
            if (measure.goal().isPresent()) {
                one.addProperty("goal", measure.goal().getAsDouble());
                one.addProperty("met", measure.met());
            } else {
                one.add("goal", JsonNull.INSTANCE);
                one.add("met", JsonNull.INSTANCE);
            }
            list.add(one);
        }
        Files.createDirectories(file.getParent());
        Files.writeString(file, new GsonBuilder().setPrettyPrinting().serializeNulls().create().toJson(list) + "\n");
    }
}
