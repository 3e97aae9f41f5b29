/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.findings;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.carrel.inventory.comparison.Finding.Kind;
import org.carrel.inventory.findings.ListedFinding;
import org.carrel.inventory.findings.Standing;
import org.carrel.model.ItemRecord;
import org.carrel.model.Texts;
import org.carrel.model.inventory.InventoryRules;
import org.carrel.model.inventory.KeptHandling;
import org.carrel.ui.Moments;

/** What the view says of findings. Immutable. */
final class FindingWords {

    private static final Texts TEXTS = Texts.of(FindingWords.class);

    private final Moments moments;
    private final InventoryRules rules;

    FindingWords(Moments moments, InventoryRules rules) {
        this.moments = moments;
        this.rules = rules;
    }

    String callNumber(ListedFinding finding) {
        return joined(finding, item -> (item.callNumber() + " " + item.enumeration()).strip());
    }

    String title(ListedFinding finding) {
        return joined(finding, ItemRecord::title);
    }

    private static String joined(ListedFinding finding, Function<ItemRecord, String> text) {
        return finding.items().stream().map(text).distinct().collect(Collectors.joining(" | "));
    }

    /** How it stands, and what was said of it. */
    String standing(ListedFinding finding) {
        String standing = finding.standing() == Standing.OPEN && finding.lookedFor() ? TEXTS.get("standing.lookedFor")
                : finding.standing().label();
        return finding.note().isEmpty() ? standing : TEXTS.get("standing.noted", standing, finding.note());
    }

    /** All that is known of one. */
    String details(ListedFinding finding) {
        List<String> lines = new ArrayList<>();
        for (ItemRecord item : finding.items()) {
            lines.add(item.title().isBlank() ? TEXTS.get("details.untitled") : item.title());
            lines.add(TEXTS.get("details.item", (item.callNumber() + " " + item.enumeration()).strip(),
                    item.location(), item.group().statusText()));
        }
        lines.add(TEXTS.get("details.barcode", finding.key().barcode().value()));
        lines.add("");
        lines.add(TEXTS.get("details.kind", finding.kind().label(), finding.standing().label()));
        add(lines, "details.where", finding.whereTo());
        add(lines, "details.next", finding.nextStep());
        finding.read().ifPresent(read -> lines.add(TEXTS.get("details.read", moments.inTable(read.at()),
                person(read.person()))));
        if (finding.findings().size() > 1) {
            lines.add(TEXTS.get("details.times", finding.findings().size()));
        }
        finding.conditions().forEach(said -> lines.add(TEXTS.get("details.condition",
                rules.ofCode(said.code()).map(condition -> condition.label()).orElse(said.code()),
                moments.inTable(said.at()), person(said.person()))));
        if (!finding.history().isEmpty()) {
            lines.add("");
            finding.history().reversed().forEach(kept -> lines.add(history(kept)));
        }
        return String.join("\n", lines);
    }

    private String history(KeptHandling kept) {
        String what = TEXTS.get("history." + kept.handling().state().name());
        String when = moments.inTable(kept.at());
        return kept.handling().note().isEmpty() ? TEXTS.get("history.line", when, person(kept.person()), what)
                : TEXTS.get("history.noted", when, person(kept.person()), what, kept.handling().note());
    }

    private static String person(String name) {
        return name.isBlank() ? TEXTS.get("person.nobody") : name;
    }

    private static void add(List<String> lines, String key, String text) {
        if (!text.isEmpty()) {
            lines.add(TEXTS.get(key, text));
        }
    }

    /** How many of which kinds, such as "12 Missing, 3 Misplaced". */
    static String counted(List<ListedFinding> findings) {
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        findings.forEach(finding -> counts.merge(finding.kind(), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(count -> TEXTS.get("batch.kind", count.getValue(), count.getKey().label()))
                .collect(Collectors.joining(", "));
    }

    /** Of several. */
    static String several(List<ListedFinding> findings) {
        return TEXTS.get("details.several", findings.size(), counted(findings));
    }
}
