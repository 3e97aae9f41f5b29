/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.projects;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.carrel.model.Texts;
import org.carrel.model.inventory.Scope;

/** What an inventory is about, in words. */
public final class ScopeWords {

    private static final Texts TEXTS = Texts.of(ScopeWords.class);
    /** More of them are counted, not named: the sentence is for a narrow view. */
    private static final int NAMED = 4;

    private ScopeWords() {}

    /** For instance <i>MAIN: Stacks, Reference; QA1 to QA99; Book</i>. */
    public static String of(Scope scope) {
        List<String> parts = new ArrayList<>();
        parts.add(scope.locations().isEmpty() ? TEXTS.get("scope.all", scope.branch())
                : TEXTS.get("scope.locations", scope.branch(), names(scope.locations())));
        scope.range().ifPresent(range -> parts.add(TEXTS.get("scope.range", range.from(), range.to())));
        if (!scope.itemTypes().isEmpty()) {
            parts.add(names(scope.itemTypes()));
        }
        return String.join(TEXTS.get("scope.and"), parts);
    }

    private static String names(Set<String> names) {
        List<String> sorted = names.stream().sorted().toList();
        String some = String.join(", ", sorted.subList(0, Math.min(NAMED, sorted.size())));
        return sorted.size() <= NAMED ? some : TEXTS.get("scope.more", some, sorted.size() - NAMED);
    }
}
