/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.projects;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.carrel.inventory.project.Preview;
import org.carrel.model.ItemStatus;
import org.carrel.model.Texts;
import org.carrel.model.inventory.Scope;
import org.carrel.ui.Background;
import org.carrel.ui.Palette;
import org.carrel.ui.Tone;
import org.carrel.ui.WidgetKey;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** Says what a scope comes to, counted in the background; what was counted for an earlier one is not shown. */
final class PreviewLabel {

    private static final Texts TEXTS = Texts.of(PreviewLabel.class);
    /** So that a sentence that grows does not move what is above it. */
    private static final int HEIGHT = 68;

    private final ScopeForm form;
    private final Label label;
    private final Background background;
    private Optional<Scope> wanted = Optional.empty();

    PreviewLabel(Composite parent, int columns, ScopeForm form, String name) {
        this.form = form;
        label = WidgetKey.mark(new Label(parent, SWT.WRAP), name);
        GridDataFactory.fillDefaults().span(columns, 1).grab(true, false).hint(200, HEIGHT).applyTo(label);
        background = Background.of(label, TEXTS.get("preview.job"));
    }

    /** What is chosen may be something else now. */
    void update() {
        Optional<Scope> now = form.scope();
        if (now.equals(wanted) && !label.getText().isEmpty()) {
            return;
        }
        wanted = now;
        if (now.isEmpty()) {
            say(TEXTS.get("preview.none"), Tone.NEUTRAL);
            return;
        }
        Scope scope = now.get();
        say(TEXTS.get("preview.counting"), Tone.NEUTRAL);
        background.compute(() -> form.preview(scope), counted -> {
            if (wanted.filter(scope::equals).isPresent()) {
                show(counted);
            }
        });
    }

    private void show(ScopeForm.Counted counted) {
        switch (counted) {
            case ScopeForm.Counted.Known known -> say(sentence(known),
                    known.preview().items() == 0 ? Tone.CAUTION : Tone.GOOD);
            case ScopeForm.Counted.Refused refused -> say(refused.sentence(), Tone.BAD);
        }
    }

    static String sentence(ScopeForm.Counted.Known known) {
        Preview preview = known.preview();
        String file = TEXTS.get("preview.file", known.file().name(), known.file().asOf().toString());
        return preview.items() == 0 ? TEXTS.get("preview.empty", file)
                : TEXTS.get("preview.items", preview.items(), preview.expected(), elsewhere(preview), file);
    }

    /** Why the others are not expected. */
    private static String elsewhere(Preview preview) {
        String states = preview.byStatus().entrySet().stream().filter(entry -> !entry.getKey().expectedOnShelf())
                .sorted(Map.Entry.<ItemStatus, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> TEXTS.get("preview.status", TEXTS.get("status." + entry.getKey()), entry.getValue()))
                .collect(Collectors.joining(", "));
        return states.isEmpty() ? "" : TEXTS.get("preview.elsewhere", states);
    }

    private void say(String sentence, Tone tone) {
        label.setText(sentence.replace("&", "&&"));
        label.setForeground(Palette.of(label).text(tone));
    }
}
