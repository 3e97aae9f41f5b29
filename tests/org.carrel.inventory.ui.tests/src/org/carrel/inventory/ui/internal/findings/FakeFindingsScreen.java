/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.carrel.inventory.findings.ListedFinding;
import org.carrel.model.ItemRecord;

/** Keeps what a view would show, and answers what a person would. */
final class FakeFindingsScreen implements FindingsScreen {

    List<KindCount> kinds = List.of();
    List<ListedFinding> shown = List.of();
    List<String> selected = new ArrayList<>();
    String details = "";
    String said = "";
    String rest = "";
    Act act = new Act("", Set.of(), false);
    final List<String> asked = new ArrayList<>();
    boolean agrees = true;
    Optional<String> note = Optional.empty();
    int which = -1;

    @Override
    public void kinds(List<KindCount> counts) {
        kinds = counts;
    }

    @Override
    public void findings(List<ListedFinding> findings) {
        shown = findings;
    }

    @Override
    public void rest(String sentence) {
        rest = sentence;
    }

    /** By barcode, as far as they are shown. */
    @Override
    public List<ListedFinding> selection() {
        return shown.stream().filter(one -> selected.contains(one.key().barcode().value())).toList();
    }

    @Override
    public void details(String lines) {
        details = lines;
    }

    @Override
    public void enable(Act now) {
        act = now;
    }

    @Override
    public void say(String sentence) {
        said = sentence;
    }

    @Override
    public boolean agrees(String title, String question, String yes) {
        asked.add(question);
        return agrees;
    }

    @Override
    public Optional<String> note(String title, String before) {
        asked.add(before);
        return note;
    }

    @Override
    public Optional<ItemRecord> which(ListedFinding finding) {
        return which < 0 ? Optional.empty() : Optional.of(finding.items().get(which));
    }

    List<String> barcodes() {
        return shown.stream().map(one -> one.key().barcode().value()).toList();
    }
}
