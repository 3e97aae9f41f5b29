/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.carrel.model.Texts;

/** The profile of practice mode, which ships inside the program. */
public final class PracticeProfile {

    private static final String SHIPPED = "/profiles/practice.yaml";
    private static final Texts TEXTS = Texts.of(PracticeProfile.class);
    private static final Pattern WORDS = Pattern.compile("(?<=')%(\\w+)(?=')");

    private PracticeProfile() {}

    /** The whole file, with the words that people see in the language of the workstation. */
    public static byte[] read() {
        try (InputStream in = PracticeProfile.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException("the bundle ships " + SHIPPED);
            }
            return WORDS.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .replaceAll(found -> Matcher.quoteReplacement(
                            TEXTS.get("practice." + found.group(1)).replace("'", "''")))
                    .getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the bundle is damaged: " + SHIPPED, e);
        }
    }
}
