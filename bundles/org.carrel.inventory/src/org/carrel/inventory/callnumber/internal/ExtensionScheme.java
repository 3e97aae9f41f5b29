/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.callnumber.internal;

import java.util.Optional;

import org.carrel.inventory.callnumber.CallNumberScheme;
import org.carrel.inventory.callnumber.ShelfKey;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A scheme that an extension describes. Its class is made when the first call number is read with it. A class that
 * cannot be made understands no call number, and the log says so once.
 */
final class ExtensionScheme implements CallNumberScheme {

    private static final Logger LOG = LoggerFactory.getLogger(ExtensionScheme.class);

    private final IConfigurationElement element;
    private volatile Optional<CallNumberScheme> made = Optional.empty();
    private boolean tried;

    ExtensionScheme(IConfigurationElement element) {
        this.element = element;
    }

    @Override
    public String id() {
        return attribute("id").orElse("");
    }

    @Override
    public String name() {
        return attribute("name").orElseGet(this::id);
    }

    @Override
    public String family() {
        return attribute("family").orElseGet(this::id);
    }

    private Optional<String> attribute(String name) {
        return Optional.ofNullable(element.getAttribute(name)).filter(value -> !value.isBlank());
    }

    @Override
    public Optional<ShelfKey> key(String callNumber) {
        Optional<CallNumberScheme> scheme = made;
        if (scheme.isEmpty()) {
            scheme = make();
        }
        return scheme.flatMap(real -> real.key(callNumber));
    }

    private synchronized Optional<CallNumberScheme> make() {
        if (!tried) {
            tried = true;
            try {
                made = Optional.of((CallNumberScheme) element.createExecutableExtension("class"));
            } catch (CoreException | ClassCastException e) {
                LOG.error("The call number scheme {} of {} cannot be used", id(), element.getContributor().getName(),
                        e);
            }
        }
        return made;
    }
}
