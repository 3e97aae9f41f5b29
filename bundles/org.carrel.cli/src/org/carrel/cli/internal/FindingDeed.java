/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.carrel.inventory.comparison.Finding;
import org.carrel.inventory.findings.Deed;
import org.carrel.inventory.findings.ListedFinding;
import org.carrel.model.Texts;
import org.carrel.model.inventory.ConditionCode;
import org.carrel.model.inventory.Handling;
import org.carrel.model.inventory.Handling.State;
import org.carrel.model.inventory.InventoryRules;

/** What is to be done about findings, as an option says it. */
final class FindingDeed {

    private static final Texts TEXTS = Texts.of(FindingDeed.class);
    private static final String ITEM = "item:";
    private static final String CONDITION = "condition:";
    private static final String NO_CONDITION = "no-condition:";

    private FindingDeed() {}

    /**
     * What {@code as} says.
     *
     * @param chosen what it is to be done about: {@code item:2} is one of the items of the only one
     */
    static Deed of(String as, Optional<String> note, InventoryRules rules, List<ListedFinding> chosen)
            throws CommandFailure {
        if (note.map(text -> text.strip().length()).orElse(0) > Handling.LONGEST_NOTE) {
            throw new CommandFailure(Exit.USAGE, TEXTS.get("handle.longNote", Handling.LONGEST_NOTE));
        }
        String word = as.strip().toLowerCase(Locale.ROOT);
        boolean takesNote = List.of("handled", "set-aside", "open", "note").contains(word);
        if (note.isPresent() && !takesNote || note.isEmpty() && word.equals("note")) {
            throw new CommandFailure(Exit.USAGE, TEXTS.get("handle.note"));
        }
        return switch (word) {
            case "handled" -> new Deed.Handle(State.HANDLED, note);
            case "set-aside" -> new Deed.Handle(State.SET_ASIDE, note);
            case "open" -> new Deed.Handle(State.OPEN, note);
            case "note" -> new Deed.Note(note.orElse(""));
            case "found" -> new Deed.Found();
            case "not-found" -> new Deed.NotFound();
            default -> special(word, rules, chosen);
        };
    }

    private static Deed special(String word, InventoryRules rules, List<ListedFinding> chosen) throws CommandFailure {
        if (word.startsWith(CONDITION)) {
            return new Deed.Condition(condition(word.substring(CONDITION.length()), rules), true);
        }
        if (word.startsWith(NO_CONDITION)) {
            return new Deed.Condition(condition(word.substring(NO_CONDITION.length()), rules), false);
        }
        if (word.startsWith(ITEM)) {
            List<ListedFinding> asking = chosen.stream()
                    .filter(one -> one.kind() == Finding.Kind.DUPLICATE_BARCODE && one.items().size() > 1).toList();
            String number = word.substring(ITEM.length());
            if (asking.size() == 1 && number.matches("[1-9]\\d{0,3}")
                    && Integer.parseInt(number) <= asking.getFirst().items().size()) {
                return new Deed.Choose(asking.getFirst().items().get(Integer.parseInt(number) - 1));
            }
            throw new CommandFailure(Exit.USAGE, TEXTS.get("handle.which"));
        }
        throw new CommandFailure(Exit.USAGE, TEXTS.get("handle.badDeed", word));
    }

    private static ConditionCode condition(String code, InventoryRules rules) throws CommandFailure {
        return rules.ofCode(code).orElseThrow(() -> new CommandFailure(Exit.USAGE, TEXTS.get("handle.badCondition",
                code, String.join(", ", rules.conditions().stream().map(ConditionCode::code).toList()))));
    }
}
