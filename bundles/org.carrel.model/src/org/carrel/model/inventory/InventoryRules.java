/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model.inventory;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.carrel.model.Texts;

/**
 * What a branch settles for all its inventories.
 *
 * @param conditions what can be said of the state of a book, in the order shown; no two have the same code or barcode,
 *                   however it is capitalised
 */
public record InventoryRules(List<ConditionCode> conditions) {

    /** How many conditions there may be: they are a short list that one chooses from. */
    public static final int MOST_CONDITIONS = 40;

    public InventoryRules {
        conditions = List.copyOf(conditions);
        Set<String> taken = new HashSet<>();
        for (ConditionCode condition : conditions) {
            if (!taken.add("code " + folded(condition.code()))
                    || !condition.barcode().map(barcode -> taken.add("barcode " + folded(barcode))).orElse(true)) {
                throw new IllegalArgumentException("two conditions called " + condition.code());
            }
        }
    }

    /** Damaged, to be relabelled, outdated: what the shelves of every library ask for. */
    public static InventoryRules standard() {
        return new InventoryRules(List.of(standard("damaged"), standard("relabel"), standard("outdated")));
    }

    private static ConditionCode standard(String code) {
        Texts texts = Texts.of(InventoryRules.class);
        return new ConditionCode(code, texts.get("condition." + code), texts.get("condition." + code + ".next"),
                Optional.of("COND-" + code.toUpperCase(Locale.ROOT)));
    }

    /** The condition whose barcode was scanned; empty for every other barcode. */
    public Optional<ConditionCode> ofBarcode(String scanned) {
        String wanted = folded(scanned.strip());
        return conditions.stream().filter(one -> one.barcode().map(InventoryRules::folded).filter(wanted::equals)
                .isPresent()).findFirst();
    }

    /** The condition with that code; empty when the branch has none such, or has it no more. */
    public Optional<ConditionCode> ofCode(String code) {
        String wanted = folded(code.strip());
        return conditions.stream().filter(one -> folded(one.code()).equals(wanted)).findFirst();
    }

    private static String folded(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
