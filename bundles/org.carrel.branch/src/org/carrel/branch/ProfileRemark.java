/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch;

import java.util.Objects;

/**
 * Something to say about a branch profile.
 *
 * @param file     the file, as given; never null
 * @param line     the line, from 1; 0 when the remark is about the whole file
 * @param sentence what is wrong and what to do; never null
 */
public record ProfileRemark(String file, int line, String sentence) {

    public ProfileRemark {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(sentence, "sentence");
    }

    /** File, line and sentence, for a log or a terminal. */
    @Override
    public String toString() {
        return line > 0 ? file + ":" + line + ": " + sentence : file + ": " + sentence;
    }
}
