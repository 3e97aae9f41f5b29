/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.callnumber.internal;

import java.util.Optional;

import org.carrel.extension.contribution.Contribution;
import org.carrel.extension.contribution.UnusableException;
import org.carrel.inventory.callnumber.CallNumberScheme;
import org.carrel.inventory.callnumber.ShelfKey;

/**
 * A scheme that an extension describes. Its class is made when the first call number is read with it. A class that
 * cannot be made understands no call number, and the log says so once.
 */
final class ExtensionScheme implements CallNumberScheme {

    private final Contribution<CallNumberScheme> scheme;
    private volatile Optional<CallNumberScheme> made = Optional.empty();
    private volatile boolean unusable;

    ExtensionScheme(Contribution<CallNumberScheme> scheme) {
        this.scheme = scheme;
    }

    @Override
    public String id() {
        return scheme.id();
    }

    @Override
    public String name() {
        return scheme.name();
    }

    @Override
    public String family() {
        return scheme.attribute("family").orElseGet(this::id);
    }

    @Override
    public Optional<ShelfKey> key(String callNumber) {
        Optional<CallNumberScheme> real = made;
        if (real.isEmpty() && !unusable) {
            try {
                real = Optional.of(scheme.get());
                made = real;
            } catch (UnusableException e) {
                // It was noted where it failed.
                unusable = true;
            }
        }
        return real.flatMap(usable -> usable.key(callNumber));
    }
}
