/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ui.internal;

import java.text.NumberFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.carrel.model.Texts;
import org.carrel.model.TransactionState;
import org.carrel.model.port.QueueQuery;
import org.carrel.ui.AccessibleNames;
import org.carrel.ui.Layouts;
import org.carrel.ui.QueueTable;
import org.carrel.ui.StandingWords;
import org.carrel.ui.WidgetKey;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** The line above a table: which state, which kind, what text; and how many rows that makes. */
public final class FilterBar {

    private static final int TYPING_PAUSE = 200;

    private final Texts texts = Texts.of(QueueTable.class);
    private final Composite root;
    private final Combo state;
    private final Optional<Combo> kind;
    private final Text text;
    private final Label count;

    /**
     * @param kinds   whether to offer one kind of transaction alone
     * @param changed runs whenever another narrowing is wished for
     */
    public FilterBar(Composite parent, StandingWords words, boolean kinds, Runnable changed) {
        root = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(kinds ? 4 : 3).spacing(8, 0).applyTo(root);
        state = WidgetKey.mark(combo(texts.get("filter.state")), "filter.state");
        state.add(texts.get("filter.anyState"));
        for (TransactionState one : TransactionState.values()) {
            state.add(words.state(one));
        }
        state.select(0);
        kind = kinds ? Optional.of(WidgetKey.mark(combo(texts.get("filter.kind")), "filter.kind")) : Optional.empty();
        kind.ifPresent(combo -> {
            List.of("filter.anyKind", "filter.out", "filter.in").forEach(key -> combo.add(texts.get(key)));
            combo.select(0);
            combo.addListener(SWT.Selection, event -> changed.run());
        });
        text = new Text(root, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL | SWT.SINGLE | SWT.BORDER);
        WidgetKey.mark(text, "filter.text");
        text.setMessage(texts.get("filter.text"));
        AccessibleNames.name(text, texts.get("filter.text"));
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(120, SWT.DEFAULT)
                .applyTo(text);
        count = WidgetKey.mark(new Label(root, SWT.RIGHT), "filter.count");
        GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).applyTo(count);
        state.addListener(SWT.Selection, event -> changed.run());
        Runnable afterPause = () -> {
            if (!text.isDisposed()) {
                changed.run();
            }
        };
        text.addListener(SWT.Modify, event -> text.getDisplay().timerExec(TYPING_PAUSE, afterPause));
    }

    public Control control() {
        return root;
    }

    public void setFocus() {
        text.setFocus();
        text.selectAll();
    }

    /** {@code base} with what is set here on top of it. */
    public QueueQuery narrow(QueueQuery base) {
        QueueQuery narrowed = base;
        if (state.getSelectionIndex() > 0) {
            narrowed = narrowed.withStates(Set.of(TransactionState.values()[state.getSelectionIndex() - 1]));
        }
        int chosen = kind.map(Combo::getSelectionIndex).orElse(0);
        if (chosen > 0) {
            narrowed = narrowed.withKind(chosen == 1 ? QueueQuery.Kind.CHECK_OUT : QueueQuery.Kind.CHECK_IN);
        }
        return text.getText().isBlank() ? narrowed : narrowed.withText(text.getText().strip());
    }

    public void count(int rows) {
        show(rows == 1 ? texts.get("filter.one")
                : texts.get("filter.count",
                        NumberFormat.getIntegerInstance().format(rows)));
    }

    public void failed(String sentence) {
        show(sentence);
    }

    private void show(String line) {
        Layouts.write(count, line);
    }

    private Combo combo(String name) {
        Combo combo = new Combo(root, SWT.READ_ONLY | SWT.DROP_DOWN);
        combo.setToolTipText(name);
        AccessibleNames.name(combo, name);
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(combo);
        return combo;
    }
}
