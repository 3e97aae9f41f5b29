/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.extension.contribution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.osgi.service.component.annotations.Component;

/**
 * What went wrong with bundles of others since the program started. A service, so that people can be told of it by the
 * name of the bundle. Safe for use by several threads.
 */
@Component(service = Troubles.class)
public final class Troubles {

    /** More than this of one bundle says nothing new. */
    private static final int MOST = 20;

    private final Map<String, Set<String>> sentences = new LinkedHashMap<>();

    /**
     * Notes a trouble; the same one counts once.
     *
     * @param bundle   symbolic name
     * @param sentence what happened and what to do; without a patron's barcode
     */
    public synchronized void note(String bundle, String sentence) {
        Set<String> ofBundle = sentences.computeIfAbsent(bundle, fresh -> new LinkedHashSet<>());
        if (ofBundle.size() < MOST) {
            ofBundle.add(sentence);
        }
    }

    /** What was noted of {@code bundle}, the oldest first. */
    public synchronized List<String> of(String bundle) {
        return new ArrayList<>(sentences.getOrDefault(bundle, Set.of()));
    }
}
