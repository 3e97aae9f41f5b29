/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ui;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/**
 * A banner in large type that says what just happened: icon, headline, sentence, and a ground in the colour of its
 * tone, so that it can be read from a step away and never by colour alone. The visual twin of {@link Sounds}. UI thread
 * only.
 */
public final class Announcement extends Composite {

    /** A banner's text belongs to it, not to the theme. */
    private static final String NO_STYLING = "org.eclipse.e4.ui.css.disabled";

    private final Images images;
    private final Label icon;
    private final Label headline;
    private final Label sentence;
    private Tone tone = Tone.NEUTRAL;

    public Announcement(Composite parent) {
        super(parent, SWT.NONE);
        images = Images.of(this);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(14, 8).spacing(14, 1).applyTo(this);
        icon = new Label(this, SWT.NONE);
        GridDataFactory.fillDefaults().span(1, 2).align(SWT.CENTER, SWT.CENTER).applyTo(icon);
        headline = new Label(this, SWT.WRAP);
        headline.setFont(TextSize.HEADLINE.in(this, true));
        GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).align(SWT.FILL, SWT.END)
                .applyTo(headline);
        sentence = new Label(this, SWT.WRAP);
        sentence.setFont(TextSize.LARGE.in(this, false));
        GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).align(SWT.FILL, SWT.BEGINNING)
                .applyTo(sentence);
        for (Control part : new Control[] { this, icon, headline, sentence }) {
            part.setData(NO_STYLING, Boolean.TRUE);
        }
        AccessibleNames.name(this, this::spoken);
        addListener(SWT.Paint, event -> paintGround());
    }

    /**
     * Says something else from now on.
     *
     * @param headline a few words
     * @param sentence more about it; may be empty
     */
    public void show(Tone newTone, String newHeadline, String newSentence) {
        show(newTone, newTone.icon(), newHeadline, newSentence);
    }

    /** As {@link #show(Tone, String, String)}, with an icon of its own. */
    public void show(Tone newTone, Icon newIcon, String newHeadline, String newSentence) {
        tone = newTone;
        icon.setImage(images.large(newIcon));
        headline.setText(escape(newHeadline));
        sentence.setText(escape(newSentence));
        paintGround();
        icon.requestLayout();
        headline.requestLayout();
        sentence.requestLayout();
        getAccessible().sendEvent(ACC.EVENT_NAME_CHANGED, null);
    }

    /** What it says now. */
    public String headline() {
        return headline.getText();
    }

    /** The sentence below the headline. */
    public String sentence() {
        return sentence.getText();
    }

    /** The colours that it has now. */
    public Tone tone() {
        return tone;
    }

    private String spoken() {
        return headline.getText() + ". " + sentence.getText();
    }

    /** The ground follows the theme of what is around it, which may change at any time. */
    private void paintGround() {
        Palette palette = Palette.of(getParent());
        if (!palette.ground(tone).equals(getBackground())) {
            setBackground(palette.ground(tone));
            for (Label label : new Label[] { icon, headline, sentence }) {
                label.setBackground(palette.ground(tone));
                label.setForeground(palette.onGround(tone));
            }
        }
    }

    /** A barcode may hold an ampersand, which a label would take for a mnemonic. */
    private static String escape(String text) {
        return text.replace("&", "&&");
    }
}
