/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.extension.contribution;

import java.util.Optional;

import org.carrel.model.Texts;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something that an extension describes. Its class is made when it is first needed, so that what nobody uses costs
 * nothing; one that cannot be made is named in the log and in {@link Troubles}, once. Safe for use by several threads.
 *
 * @param <T> what its class is
 */
public final class Contribution<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Contribution.class);
    private static final Texts TEXTS = Texts.of(Contribution.class);

    private final IConfigurationElement element;
    private final Class<T> type;
    private final Troubles troubles;
    private Optional<T> made = Optional.empty();
    private Optional<UnusableException> failed = Optional.empty();

    /**
     * @param element  has the attributes {@code id}, {@code name} and {@code class}
     * @param type     what the class must be
     * @param troubles told when it cannot be made
     */
    public Contribution(IConfigurationElement element, Class<T> type, Troubles troubles) {
        this.element = element;
        this.type = type;
        this.troubles = troubles;
    }

    /** Its id; empty when the extension has none. */
    public String id() {
        return attribute("id").orElse("");
    }

    /** What people call it; its id when it has no name. */
    public String name() {
        return attribute("name").orElseGet(this::id);
    }

    /** What the extension says, unless that is blank. */
    public Optional<String> attribute(String name) {
        return Optional.ofNullable(element.getAttribute(name)).filter(value -> !value.isBlank());
    }

    /** The symbolic name of the bundle that contributes it. */
    public String contributor() {
        return element.getContributor().getName();
    }

    /**
     * The object of its class; always the same.
     *
     * @throws UnusableException when it cannot be made
     */
    public synchronized T get() {
        if (failed.isPresent()) {
            throw failed.get();
        }
        if (made.isEmpty()) {
            made = Optional.of(make());
        }
        return made.get();
    }

    private T make() {
        try {
            return type.cast(element.createExecutableExtension("class"));
        } catch (CoreException | RuntimeException | LinkageError e) {
            LOG.error("The class {} of {} cannot be used", element.getAttribute("class"), contributor(), e);
            String sentence = TEXTS.get("class", name(), contributor());
            failed = Optional.of(new UnusableException(sentence, e));
            troubles.note(contributor(), sentence);
            throw failed.get();
        }
    }
}
