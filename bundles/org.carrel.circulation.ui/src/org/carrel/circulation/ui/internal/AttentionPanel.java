/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.circulation.ui.internal;

import java.util.List;
import java.util.stream.Collectors;

import org.carrel.model.Texts;
import org.carrel.model.scan.ToFix;
import org.carrel.ui.Icon;
import org.carrel.ui.Palette;
import org.carrel.ui.Tone;
import org.carrel.ui.WidgetKey;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;

/**
 * What still has to be looked at, with the buttons and keys to deal with it. Not there when there is nothing. A bar
 * that is there is only written anew, for scans may come faster than windows can be laid out.
 */
final class AttentionPanel extends Composite {

    /** Shown one by one; the rest is counted. */
    private static final int LINES = 4;
    private static final int LINES_TO_WRITE_DOWN = 6;

    private final Texts texts = Texts.of(DeskView.class);
    private final Runnable afterwards;
    private final Runnable resized;
    private final Runnable showTags;
    private AttentionBar unsaved;
    private AttentionBar question;
    private AttentionBar refusals;
    private AttentionBar tags;
    private LeftOutBar leftOut;
    private int written;

    /**
     * @param afterwards runs after a button was used: the keyboard goes back to the scans
     * @param resized    runs when a bar came or went
     * @param showTags   opens the list of tags to be put right
     */
    AttentionPanel(Composite parent, Runnable afterwards, Runnable resized, Runnable showTags) {
        super(parent, SWT.NONE);
        this.afterwards = afterwards;
        this.resized = resized;
        this.showTags = showTags;
        GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(this);
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(this);
        setVisible(false);
    }

    void show(Attention attention, DeskPresenter presenter, StackPresenter stacks) {
        int before = getChildren().length;
        showUnsaved(attention.unsaved(), presenter);
        showLeftOut(attention.leftOut(), stacks);
        showQuestion(attention.questions(), presenter);
        showRefusals(attention.refusals(), presenter);
        showTags(attention.tags(), presenter);
        if (getChildren().length != before) {
            setVisible(!attention.isEmpty());
            ((GridData) getLayoutData()).exclude = attention.isEmpty();
            resized.run();
        }
    }

    /** The barcodes stay in a list that can be scrolled and copied, and only grows until it was written down. */
    private void showUnsaved(List<Attention.Unsaved> lost, DeskPresenter presenter) {
        if (lost.isEmpty()) {
            unsaved = dispose(unsaved);
            written = 0;
            return;
        }
        if (unsaved == null) {
            Palette palette = Palette.of(getParent());
            unsaved = new AttentionBar(this, Icon.NOT_SAVED, palette.alarm(), palette.onAlarm());
            unsaved.addList(texts.get("unsaved.list"), LINES_TO_WRITE_DOWN);
            unsaved.addButton(texts.get("unsaved.button"), presenter::writtenDown, afterwards);
        }
        if (lost.size() < written) {
            unsaved.clearList();
            written = 0;
        }
        unsaved.setHeadline(texts.get("unsaved.headline", lost.size()));
        unsaved.setText(lost.getLast().sentence());
        unsaved.append(lost.subList(written, lost.size()).stream().map(one -> described(one.scan())).toList());
        written = lost.size();
    }

    private void showQuestion(List<Attention.Question> questions, DeskPresenter presenter) {
        if (questions.isEmpty()) {
            question = dispose(question);
            return;
        }
        if (question == null) {
            question = new AttentionBar(this, Icon.QUESTION, Tone.CAUTION);
            question.addButton(texts.get("question.record"), presenter::recordAnyway, afterwards);
            question.addButton(texts.get("question.drop"), presenter::drop, afterwards);
        }
        Attention.Question first = questions.getFirst();
        question.setHeadline(texts.get("attention.line", described(first.scan()), first.sentence()));
        question.setText(questions.size() == 1 ? "" : texts.get("question.more", questions.size() - 1));
    }

    private void showRefusals(List<Attention.Refusal> refused, DeskPresenter presenter) {
        if (refused.isEmpty()) {
            refusals = dispose(refusals);
            return;
        }
        if (refusals == null) {
            refusals = new AttentionBar(this, Icon.REFUSED, Tone.BAD);
            refusals.addButton(texts.get("refusals.seen"), presenter::seen, afterwards);
        }
        int hidden = Math.max(0, refused.size() - LINES);
        String last = refused.stream().skip(hidden)
                .map(one -> texts.get("refusals.line", described(one.scan()), one.sentence()))
                .collect(Collectors.joining("\n"));
        refusals.setText(hidden == 0 ? last : texts.get("refusals.more", hidden) + "\n" + last);
    }

    private void showLeftOut(List<Attention.LeftOut> items, StackPresenter stacks) {
        if (items.isEmpty()) {
            if (leftOut != null) {
                leftOut.dispose();
                leftOut = null;
            }
            return;
        }
        if (leftOut == null) {
            leftOut = new LeftOutBar(this, stacks, afterwards);
        }
        leftOut.show(items);
    }

    /** They are on a list that survives a restart: this only says so. */
    private void showTags(List<ToFix> wrong, DeskPresenter presenter) {
        if (wrong.isEmpty()) {
            tags = dispose(tags);
            return;
        }
        if (tags == null) {
            tags = new AttentionBar(this, Icon.WARNING, Tone.CAUTION);
            WidgetKey.mark(tags.addButton(texts.get("tags.show"), showTags, () -> {
            }), "desk.tags.show");
            tags.addButton(texts.get("refusals.seen"), presenter::seen, afterwards);
        }
        tags.setHeadline(texts.get("tags.headline", wrong.size()));
        int hidden = Math.max(0, wrong.size() - LINES);
        String last = wrong.stream().skip(hidden)
                .map(tag -> texts.get("attention.line", tag.item().value(), tag.reason()))
                .collect(Collectors.joining("\n"));
        tags.setText(hidden == 0 ? last : texts.get("refusals.more", hidden) + "\n" + last);
    }

    private String described(DeskScan scan) {
        if (scan.item().isBlank()) {
            return texts.get("scan.card", scan.patron().strip());
        }
        return scan instanceof DeskScan.Out ? texts.get("scan.out", scan.item().strip(), scan.patron().strip())
                : texts.get("scan.in", scan.item().strip());
    }

    private static AttentionBar dispose(AttentionBar bar) {
        if (bar != null) {
            bar.dispose();
        }
        return null;
    }
}
