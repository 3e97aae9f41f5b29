/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.carrel.branch.ProfileRemark;
import org.carrel.model.Texts;

/** Collects what there is to say about one profile, so that an administrator sees all of it at once. */
final class Remarks {

    private static final int SHOWN = 60;

    private final Texts texts = Texts.of(Remarks.class);
    private final String file;
    private final List<ProfileRemark> errors = new ArrayList<>();
    private final List<ProfileRemark> warnings = new ArrayList<>();
    private final Map<String, Boolean> asked = new TreeMap<>();

    Remarks(String file) {
        this.file = file;
    }

    /**
     * Notes that the profile was asked for a key, so that the schema for editors can be compared with what is really
     * read.
     */
    void asked(String path, boolean required) {
        asked.merge(path, required, Boolean::logicalOr);
    }

    /** All keys that were asked for, and whether they must be there. */
    Map<String, Boolean> asked() {
        return Map.copyOf(asked);
    }

    void error(int line, String key, Object... arguments) {
        errors.add(new ProfileRemark(file, line, texts.get(key, shortened(arguments))));
    }

    void warn(int line, String key, Object... arguments) {
        warnings.add(new ProfileRemark(file, line, texts.get(key, shortened(arguments))));
    }

    boolean hasErrors() {
        return !errors.isEmpty();
    }

    List<ProfileRemark> errors() {
        return sorted(errors);
    }

    List<ProfileRemark> warnings() {
        return sorted(warnings);
    }

    private static List<ProfileRemark> sorted(List<ProfileRemark> remarks) {
        return remarks.stream().sorted(Comparator.comparingInt(ProfileRemark::line)).toList();
    }

    /** A value may be anything: a sentence that quotes it stays a sentence. */
    private static Object[] shortened(Object... arguments) {
        Object[] result = arguments.clone();
        for (int i = 0; i < result.length; i++) {
            String text = String.valueOf(result[i]).replaceAll("\\p{Cntrl}+", " ");
            result[i] = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
        }
        return result;
    }
}
