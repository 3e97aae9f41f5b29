/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.ui.internal;

import java.util.List;
import java.util.Objects;

import org.carrel.model.Texts;
import org.carrel.scanner.pipeline.Escapes;
import org.carrel.scanner.pipeline.Pipeline;
import org.carrel.scanner.pipeline.Trace;
import org.carrel.ui.Tone;

/**
 * An example that went through a pipeline, as it is shown. Holds a barcode: for the screen alone.
 *
 * @param raw    the bytes, made visible
 * @param steps  each step of the pipeline; none when the example could not be made bytes of
 * @param result what came of it
 */
public record Tried(String raw, List<Trace.Step> steps, ScanWords result) {

    private static final Texts TEXTS = Texts.of(Tried.class);
    /** More than that of a runaway read nobody reads. */
    private static final int LONGEST_SHOWN = 400;

    public Tried {
        Objects.requireNonNull(raw, "raw");
        steps = List.copyOf(steps);
        Objects.requireNonNull(result, "result");
    }

    /** What a device sent. */
    public static Tried read(Pipeline pipeline, byte[] bytes) {
        Trace trace = pipeline.explain(bytes);
        return new Tried(shortened(Escapes.visible(bytes)), trace.steps(), ScanWords.of(trace.result()));
    }

    /** What somebody typed or pasted, with {@code \r} and the like for what a keyboard does not have. */
    public static Tried typed(Pipeline pipeline, String example) {
        if (example.isEmpty()) {
            return new Tried("", List.of(), nothing());
        }
        try {
            return read(pipeline, Escapes.bytes(example));
        } catch (IllegalArgumentException e) {
            return new Tried(shortened(example), List.of(),
                    new ScanWords(Tone.CAUTION, TEXTS.get("try.escape"), e.getMessage()));
        }
    }

    private static ScanWords nothing() {
        return new ScanWords(Tone.NEUTRAL, TEXTS.get("try.empty"), TEXTS.get("try.empty.sentence"));
    }

    /** Of a step, what is left after it. */
    static String left(Trace.Step step) {
        return shortened(step.after());
    }

    static String shortened(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + '…';
    }
}
