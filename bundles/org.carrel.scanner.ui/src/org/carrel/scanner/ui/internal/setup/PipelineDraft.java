/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.ui.internal.setup;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import org.carrel.model.Texts;
import org.carrel.scanner.pipeline.Escapes;
import org.carrel.scanner.pipeline.PipelineSettings;

/**
 * How a device's reads are understood, as it is filled in: what is sent before and after with {@code \r} and the like,
 * patterns as text. Immutable.
 */
record PipelineDraft(PipelineSettings.Charset charset, String prefix, String suffix, PipelineSettings.Aim aim,
        PipelineSettings.Codabar codabar, boolean trim, PipelineSettings.CheckDigit checkDigit, String shelf,
        String condition, String ignore) {

    private static final Texts TEXTS = Texts.of(PipelineDraft.class);

    static PipelineDraft of(PipelineSettings settings) {
        return new PipelineDraft(settings.charset(), Escapes.visible(settings.prefix()),
                Escapes.visible(settings.suffix()), settings.aim(), settings.codabar(), settings.trim(),
                settings.checkDigit(), text(settings.shelf()), text(settings.condition()), text(settings.ignore()));
    }

    private static String text(Optional<Pattern> pattern) {
        return pattern.map(Pattern::pattern).orElse("");
    }

    Judged<PipelineSettings> judge() {
        Judged<String> before = ends(Field.PREFIX, prefix);
        Judged<String> after = ends(Field.SUFFIX, suffix);
        Judged<Optional<Pattern>> ofShelf = pattern(Field.SHELF, shelf);
        Judged<Optional<Pattern>> ofCondition = pattern(Field.CONDITION, condition);
        Judged<Optional<Pattern>> toIgnore = pattern(Field.IGNORE, ignore);
        for (Judged<?> judged : new Judged<?>[] { before, after, ofShelf, ofCondition, toIgnore }) {
            if (judged instanceof Judged.Unsound<?> unsound) {
                return new Judged.Unsound<>(unsound.field(), unsound.sentence());
            }
        }
        return new Judged.Sound<>(new PipelineSettings(charset, value(before), value(after), aim, codabar, trim,
                checkDigit, value(ofShelf), value(ofCondition), value(toIgnore)));
    }

    private static <T> T value(Judged<T> judged) {
        return switch (judged) {
            case Judged.Sound<T> sound -> sound.value();
            case Judged.Unsound<T> unsound -> throw new IllegalStateException(unsound.sentence());
        };
    }

    private static Judged<String> ends(Field field, String escaped) {
        try {
            return new Judged.Sound<>(Escapes.text(escaped));
        } catch (IllegalArgumentException e) {
            return new Judged.Unsound<>(field, e.getMessage());
        }
    }

    private static Judged<Optional<Pattern>> pattern(Field field, String text) {
        if (text.isBlank()) {
            return new Judged.Sound<>(Optional.empty());
        }
        try {
            Pattern pattern = Pattern.compile(text.strip());
            return pattern.matcher("").matches() ? new Judged.Unsound<>(field, TEXTS.get("judge.pattern.all", text))
                    : new Judged.Sound<>(Optional.of(pattern));
        } catch (PatternSyntaxException e) {
            return new Judged.Unsound<>(field, TEXTS.get("judge.pattern", text, e.getDescription()));
        }
    }
}
