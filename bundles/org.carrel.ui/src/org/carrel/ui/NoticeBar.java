/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ui;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/**
 * A bar at the top of the window, never in the way of a scan: one sentence and the buttons for what can be done about
 * it. Made without a word and out of sight, in a parent with a {@code GridLayout}; made by a {@link WindowNotice}. UI
 * thread only.
 */
public class NoticeBar extends Composite {

    private static final String NO_STYLING = "org.eclipse.e4.ui.css.disabled";
    /** Of the sentence on one line; the strip is as high as it would be at this width. */
    private static final int WIDTH = 380;

    private final Label picture;
    private final Label sentence;
    private Tone tone = Tone.WAITING;

    /**
     * @param icon    before the sentence
     * @param buttons how many {@link #button}s there are going to be
     * @param key     see {@link WidgetKey}, of the sentence
     */
    public NoticeBar(Composite parent, Icon icon, int buttons, String key) {
        super(parent, SWT.NONE);
        setLayoutData(GridDataFactory.fillDefaults().grab(true, false).exclude(true).create());
        setVisible(false);
        GridLayoutFactory.fillDefaults().numColumns(2 + buttons).margins(14, 4).spacing(8, 4).applyTo(this);
        picture = new Label(this, SWT.NONE);
        picture.setImage(Images.of(this).get(icon));
        sentence = WidgetKey.mark(new Label(this, SWT.WRAP), key);
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER)
                .applyTo(sentence);
        for (Control part : new Control[] { this, picture, sentence }) {
            part.setData(NO_STYLING, Boolean.TRUE);
        }
        // The theme may change at any time.
        addListener(SWT.Paint, event -> colour());
    }

    /** The next button, still without a label. @param key see {@link WidgetKey} */
    protected final Button button(String key, Runnable pressed) {
        Button button = WidgetKey.mark(new Button(this, SWT.PUSH), key);
        GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.CENTER).applyTo(button);
        button.addListener(SWT.Selection, event -> pressed.run());
        return button;
    }

    /** Says that from now on. */
    protected final void say(Tone how, String what) {
        tone = how;
        Layouts.write(sentence, what);
        colour();
    }

    /** Comes into sight, or goes and takes no room. */
    protected final void show(boolean visible) {
        ((GridData) getLayoutData()).exclude = !visible;
        if (visible != getVisible()) {
            setVisible(visible);
            requestLayout();
        }
    }

    private void colour() {
        Palette palette = Palette.of(getParent());
        Color ground = palette.ground(tone);
        if (!ground.equals(getBackground())) {
            setBackground(ground);
            for (Label part : new Label[] { picture, sentence }) {
                part.setBackground(ground);
                part.setForeground(palette.onGround(tone));
            }
        }
    }
}
