/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.carrel.model.Barcodes;
import org.carrel.model.BranchProfile.BarcodeRules;
import org.carrel.model.inventory.ConditionCode;
import org.carrel.model.inventory.InventoryRules;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the section {@code inventory}. For one section. */
final class InventoryReader {

    private final Section section;
    private final Optional<Pattern> items;
    private final Set<String> taken = new HashSet<>();

    /** @param barcodes those of items: a condition must not look like one */
    InventoryReader(Section section, BarcodeRules barcodes) {
        this.section = section;
        this.items = barcodes.item();
    }

    InventoryRules read() {
        List<Node> nodes = section.list("conditions");
        boolean said = section.has("conditions");
        section.warnOfUnknownKeys();
        if (!said) {
            return InventoryRules.standard();
        }
        if (nodes.size() > InventoryRules.MOST_CONDITIONS) {
            section.remarks().error(section.line("conditions"), "conditions.many", InventoryRules.MOST_CONDITIONS);
            return new InventoryRules(List.of());
        }
        List<ConditionCode> conditions = new ArrayList<>();
        for (Node node : nodes) {
            if (node instanceof MappingNode mapping) {
                condition(Section.of("condition", mapping, section.remarks())).ifPresent(conditions::add);
            } else {
                section.remarks().error(ProfileYaml.line(node), "condition.odd");
            }
        }
        return new InventoryRules(conditions);
    }

    private Optional<ConditionCode> condition(Section one) {
        String code = one.required("code", "", "condition.code",
                text -> Optional.of(text).filter(ConditionCode::isCode));
        String label = one.text("label").orElse(code);
        String next = one.text("next-step").orElse("");
        Optional<String> barcode = one.optional("barcode", Optional.empty(), "condition.barcode",
                text -> Optional.of(text).filter(this::isFree).map(Optional::of));
        one.warnOfUnknownKeys();
        if (code.isEmpty()) {
            return Optional.empty();
        }
        if (!taken.add("code " + folded(code))
                || !barcode.map(text -> taken.add("barcode " + folded(text))).orElse(true)) {
            one.remarks().error(one.line("code"), "condition.twice", code);
            return Optional.empty();
        }
        return Optional.of(new ConditionCode(code, label, next, barcode));
    }

    /** Whether it is a barcode, and no item of the branch has one like it. */
    private boolean isFree(String barcode) {
        return Barcodes.isSound(barcode) && items.filter(item -> item.matcher(barcode).matches()).isEmpty();
    }

    private static String folded(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
