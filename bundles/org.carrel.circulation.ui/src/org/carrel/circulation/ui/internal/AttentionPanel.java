/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.circulation.ui.internal;

import java.util.List;

import org.carrel.model.Texts;
import org.carrel.ui.AccessibleNames;
import org.carrel.ui.Icon;
import org.carrel.ui.Images;
import org.carrel.ui.Palette;
import org.carrel.ui.TextSize;
import org.carrel.ui.Tone;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/** What still has to be looked at, with the buttons and keys to deal with it. Not there when there is nothing. */
final class AttentionPanel extends Composite {

    private static final String NO_STYLING = "org.eclipse.e4.ui.css.disabled";
    /** Shown one by one; the rest is counted. */
    private static final int LINES = 4;

    private final Texts texts = Texts.of(DeskView.class);
    private final Images images;
    private final Runnable afterwards;

    /** @param afterwards runs after a button was used: the keyboard goes back to the scans */
    AttentionPanel(Composite parent, Runnable afterwards) {
        super(parent, SWT.NONE);
        this.afterwards = afterwards;
        images = Images.of(this);
        GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(this);
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(this);
        setVisible(false);
    }

    void show(Attention attention, DeskPresenter presenter) {
        for (Control old : getChildren()) {
            old.dispose();
        }
        if (!attention.unsaved().isEmpty()) {
            unsaved(attention.unsaved(), presenter);
        }
        if (!attention.questions().isEmpty()) {
            question(attention.questions(), presenter);
        }
        if (!attention.refusals().isEmpty()) {
            refusals(attention.refusals(), presenter);
        }
        setVisible(!attention.isEmpty());
        ((GridData) getLayoutData()).exclude = attention.isEmpty();
        getParent().layout(true, true);
    }

    private void unsaved(List<Attention.Unsaved> lost, DeskPresenter presenter) {
        Palette palette = Palette.of(getParent());
        Composite bar = bar(palette.alarm());
        icon(bar, Icon.NOT_SAVED);
        Composite lines = lines(bar);
        line(lines, texts.get("unsaved.headline", lost.size()), palette.onAlarm(), true);
        lost.forEach(one -> line(lines, texts.get("attention.line", described(one.scan()), one.sentence()),
                palette.onAlarm(), false));
        button(bar, texts.get("unsaved.button"), presenter::writtenDown);
    }

    private void question(List<Attention.Question> questions, DeskPresenter presenter) {
        Palette palette = Palette.of(getParent());
        Attention.Question first = questions.getFirst();
        Composite bar = bar(palette.ground(Tone.CAUTION));
        icon(bar, Icon.QUESTION);
        Composite lines = lines(bar);
        line(lines, texts.get("attention.line", described(first.scan()), first.sentence()),
                palette.onGround(Tone.CAUTION), true);
        if (questions.size() > 1) {
            line(lines, texts.get("question.more", questions.size() - 1), palette.onGround(Tone.CAUTION), false);
        }
        button(bar, texts.get("question.record"), presenter::recordAnyway);
        button(bar, texts.get("question.drop"), presenter::drop);
    }

    private void refusals(List<Attention.Refusal> refusals, DeskPresenter presenter) {
        Palette palette = Palette.of(getParent());
        Composite bar = bar(palette.ground(Tone.BAD));
        icon(bar, Icon.REFUSED);
        Composite lines = lines(bar);
        int hidden = Math.max(0, refusals.size() - LINES);
        if (hidden > 0) {
            line(lines, texts.get("refusals.more", hidden), palette.onGround(Tone.BAD), false);
        }
        refusals.stream().skip(hidden).forEach(one -> line(lines,
                texts.get("refusals.line", described(one.scan()), one.sentence()), palette.onGround(Tone.BAD), false));
        button(bar, texts.get("refusals.seen"), presenter::seen);
    }

    private String described(Scan scan) {
        return scan instanceof Scan.Out ? texts.get("scan.out", scan.item().strip(), scan.patron().strip())
                : texts.get("scan.in", scan.item().strip());
    }

    private Composite bar(Color ground) {
        Composite bar = new Composite(this, SWT.NONE);
        bar.setData(NO_STYLING, Boolean.TRUE);
        bar.setBackground(ground);
        bar.setBackgroundMode(SWT.INHERIT_FORCE);
        GridLayoutFactory.fillDefaults().numColumns(4).margins(14, 6).spacing(12, 0).applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        return bar;
    }

    private void icon(Composite bar, Icon icon) {
        Label label = new Label(bar, SWT.NONE);
        label.setData(NO_STYLING, Boolean.TRUE);
        label.setImage(images.get(icon));
        GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.CENTER).applyTo(label);
    }

    private static Composite lines(Composite bar) {
        Composite lines = new Composite(bar, SWT.NONE);
        lines.setData(NO_STYLING, Boolean.TRUE);
        lines.setBackground(bar.getBackground());
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(lines);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(lines);
        return lines;
    }

    private static void line(Composite lines, String text, Color colour, boolean large) {
        Label label = new Label(lines, SWT.WRAP);
        label.setData(NO_STYLING, Boolean.TRUE);
        label.setText(text.replace("&", "&&"));
        label.setForeground(colour);
        label.setBackground(lines.getBackground());
        if (large) {
            label.setFont(TextSize.LARGE.in(label, true));
        }
        GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(label);
    }

    private void button(Composite bar, String text, Runnable action) {
        Button button = new Button(bar, SWT.PUSH);
        button.setText(text);
        AccessibleNames.name(button, text.replace("&", ""));
        GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).applyTo(button);
        button.addListener(SWT.Selection, event -> {
            action.run();
            afterwards.run();
        });
    }
}
