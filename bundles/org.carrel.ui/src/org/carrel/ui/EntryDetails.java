/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ui;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.carrel.model.CheckOut;
import org.carrel.model.QueueEntry;
import org.carrel.model.Texts;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/**
 * Everything about the selected transaction: where it stands, why, what to do, and the server's own words, as text that
 * can be read by a screen reader and copied. UI thread only.
 */
public final class EntryDetails extends Composite {

    private final Texts texts = Texts.of(EntryDetails.class);
    private final StandingWords words;
    private final Moments moments;
    private final Images images;
    private final Label icon;
    private final Label state;
    private final Text body;
    private Tone tone = Tone.NEUTRAL;

    public EntryDetails(Composite parent, Moments moments) {
        super(parent, SWT.NONE);
        this.moments = moments;
        words = new StandingWords(moments);
        images = Images.of(this);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(10, 4).spacing(8, 6).applyTo(this);
        icon = new Label(this, SWT.NONE);
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(icon);
        state = new Label(this, SWT.WRAP);
        state.setFont(TextSize.LARGE.in(this, true));
        GridDataFactory.fillDefaults().grab(true, false).hint(120, SWT.DEFAULT).applyTo(state);
        body = WidgetKey.mark(new Text(this, SWT.MULTI | SWT.WRAP | SWT.READ_ONLY | SWT.V_SCROLL), "details.text");
        AccessibleNames.name(body, texts.get("details.name"));
        GridDataFactory.fillDefaults().grab(true, true).span(2, 1).hint(160, 60).applyTo(body);
        addListener(SWT.Paint, event -> colour());
        show(List.of());
    }

    /** One transaction in full, several as a count, none as a hint. */
    public void show(List<QueueEntry> entries) {
        if (entries.size() == 1) {
            show(entries.getFirst());
        } else {
            icon.setImage(images.get(Icon.INFO));
            state.setText(entries.isEmpty() ? texts.get("details.none") : texts.get("details.several", entries.size()));
            colour(Tone.NEUTRAL);
            body.setText(entries.isEmpty() ? texts.get("details.hint") : counted(entries));
        }
        layout();
    }

    /** Many transactions, of which nobody reads each. */
    public void showCount(int count) {
        icon.setImage(images.get(Icon.INFO));
        state.setText(texts.get("details.several", count));
        colour(Tone.NEUTRAL);
        body.setText("");
        layout();
    }

    private void show(QueueEntry entry) {
        icon.setImage(images.get(words.icon(entry.state())));
        state.setText(words.state(entry.state()));
        colour(words.tone(entry.state()));
        String why = Stream.of(words.reason(entry), words.advice(entry)).filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n\n"));
        String what = entry.transaction() instanceof CheckOut out
                ? texts.get("details.out", out.item().value(), out.patron().value(), moments.inFull(out.dueAt()),
                        moments.inFull(out.occurredAt()))
                : texts.get("details.in", entry.transaction().item().value(),
                        moments.inFull(entry.transaction().occurredAt()));
        String server = entry.standing().serverDueAt().map(at -> texts.get("details.serverDue", moments.inFull(at)))
                .orElse("");
        String full = words.fullText(entry).isEmpty() ? "" : texts.get("details.full", words.fullText(entry));
        body.setText(Stream.of(why, what, server, full).filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n\n")));
    }

    private void colour(Tone now) {
        tone = now;
        colour();
    }

    /** The theme may change at any time. */
    private void colour() {
        Color wanted = Palette.of(this).text(tone);
        if (!wanted.equals(state.getForeground())) {
            state.setForeground(wanted);
        }
    }

    private String counted(List<QueueEntry> entries) {
        return entries.stream().collect(Collectors.groupingBy(QueueEntry::state, TreeMap::new,
                Collectors.counting())).entrySet().stream()
                .map(one -> texts.get("details.count", one.getValue(), words.state(one.getKey())))
                .collect(Collectors.joining("\n"));
    }
}
