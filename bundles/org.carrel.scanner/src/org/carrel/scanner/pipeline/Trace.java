/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.pipeline;

import java.util.List;
import java.util.Objects;

import org.carrel.model.scan.Scan;

/**
 * How a read became a scan. Holds barcodes: for the screen, never for a log.
 *
 * @param steps  in order; the last one ends in {@code result}
 * @param result what it is
 */
public record Trace(List<Step> steps, Scan result) {

    public Trace {
        steps = List.copyOf(steps);
        Objects.requireNonNull(result, "result");
    }

    /**
     * One step.
     *
     * @param name     of the step, for people
     * @param after    the text after it, with control characters made visible
     * @param changed  whether it changed anything
     * @param sentence what it did, or why it did nothing
     */
    public record Step(String name, String after, boolean changed, String sentence) {
        public Step {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(after, "after");
            Objects.requireNonNull(sentence, "sentence");
        }
    }
}
