/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * The sentences of one package, read from the {@code messages.properties} beside the given class.
 *
 * <p>
 * Patterns are {@link MessageFormat} patterns. Immutable and safe for use by several threads. A missing key is a
 * programming error and fails at once; a test reads every bundle and finds such keys before anybody else does.
 */
public final class Texts {

    private final ResourceBundle bundle;

    private Texts(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /**
     * The sentences that live beside {@code anchor}, in the default locale.
     *
     * @throws MissingResourceException when there is no {@code messages.properties} in that package
     */
    public static Texts of(Class<?> anchor) {
        return new Texts(ResourceBundle.getBundle(anchor.getPackageName() + ".messages", Locale.getDefault(),
                anchor.getClassLoader()));
    }

    /**
     * The sentence for {@code key} with its {@code {0}}, {@code {1}} … filled in.
     *
     * @throws MissingResourceException when there is no such key
     */
    public String get(String key, Object... arguments) {
        String pattern = bundle.getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, Locale.getDefault()).format(arguments);
    }
}
