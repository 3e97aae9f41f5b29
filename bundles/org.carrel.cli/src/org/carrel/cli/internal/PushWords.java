/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.carrel.inventory.writeback.LeftOut;
import org.carrel.inventory.writeback.PushPlan;
import org.carrel.inventory.writeback.PushRequest;
import org.carrel.inventory.writeback.Pushed;
import org.carrel.model.Texts;
import org.carrel.model.inventory.WriteBackEntry;

/** Pushes in words, and in fields for programs. */
final class PushWords {

    private static final Texts TEXTS = Texts.of(PushWords.class);

    private PushWords() {}

    static String of(WriteBackEntry.State state) {
        return TEXTS.get("push.state." + state.name());
    }

    /** A name that never changes. */
    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Map<String, Object> fields(PushPlan plan, List<PushRequest> requests) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("project", plan.project().name());
        fields.put("item-file", plan.itemFile().name());
        fields.put("as-of", plan.itemFile().asOf().toString());
        fields.put("institution", plan.owner());
        fields.put("read", plan.read());
        fields.put("to-tell", plan.items().size());
        Map<String, Integer> leftOut = new LinkedHashMap<>();
        for (LeftOut reason : LeftOut.values()) {
            leftOut.put(name(reason), plan.leftOut().getOrDefault(reason, List.of()).size());
        }
        fields.put("left-out", leftOut);
        fields.put("first-requests", requests.stream().map(PushRequest::text).toList());
        return fields;
    }

    static Map<String, Object> fields(PushPlan plan, Pushed pushed) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("project", plan.project().name());
        fields.put("ending", name(pushed.ending()));
        fields.put("told", pushed.told());
        fields.put("refused", pushed.refused());
        fields.put("unknown", pushed.unknown());
        fields.put("waiting", pushed.waiting());
        fields.put("detail", pushed.detail());
        return fields;
    }
}
