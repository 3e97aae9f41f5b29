/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.app.internal;

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

/** One line in the strip at the top of the window, as loud as what it says. UI thread only. */
final class NoticeStrip extends Composite {

    /** How loud it is. */
    enum Look {
        /** Unlike anything else on the screen. */
        PRACTICE(Icon.PRACTICE_LIGHT, true),
        /** Scans are in danger. */
        ALARM(Icon.JOURNAL, true),
        /** Somebody should read it, when there is time. */
        REMARK(Icon.WARNING, false);

        private final Icon icon;
        private final boolean loud;

        Look(Icon icon, boolean loud) {
            this.icon = icon;
            this.loud = loud;
        }

        Color ground(Palette palette) {
            return switch (this) {
                case PRACTICE -> palette.practice();
                case ALARM -> palette.alarm();
                case REMARK -> palette.ground(Tone.CAUTION);
            };
        }

        Color text(Palette palette) {
            return switch (this) {
                case PRACTICE -> palette.onPractice();
                case ALARM -> palette.onAlarm();
                case REMARK -> palette.onGround(Tone.CAUTION);
            };
        }
    }

    private static final String NO_STYLING = "org.eclipse.e4.ui.css.disabled";
    /** Narrow enough to stay beside the perspectives: what is longer makes the strip higher. */
    private static final int NARROW = 640;

    private final Label icon;
    private final Label words;
    private final Button seen;
    private Look look = Look.REMARK;

    /**
     * @param label of the button that puts a remark away; nothing else can be put away
     * @param after hears of that
     */
    NoticeStrip(Composite parent, String label, Runnable after) {
        super(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).margins(14, 5).spacing(10, 0).applyTo(this);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(this);
        icon = new Label(this, SWT.NONE);
        words = new Label(this, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, true).hint(NARROW, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER)
                .applyTo(words);
        seen = new Button(this, SWT.PUSH);
        seen.setText(label);
        seen.addListener(SWT.Selection, event -> {
            hide();
            after.run();
        });
        GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).applyTo(seen);
        for (Control part : new Control[] { this, icon, words }) {
            part.setData(NO_STYLING, Boolean.TRUE);
        }
        addListener(SWT.Paint, event -> colour());
        appear(false);
    }

    /** Says {@code sentence} from now on. */
    void show(Look newLook, String sentence) {
        look = newLook;
        icon.setImage(Images.of(icon).get(look.icon));
        words.setText(sentence.replace("&", "&&"));
        words.setFont(look.loud ? TextSize.LARGE.in(words, true) : null);
        seen.setVisible(look == Look.REMARK);
        ((GridData) seen.getLayoutData()).exclude = look != Look.REMARK;
        colour();
        appear(true);
    }

    /** Takes no room from now on. */
    void hide() {
        appear(false);
    }

    void hint(String lines) {
        words.setToolTipText(lines);
    }

    private void appear(boolean visible) {
        setVisible(visible);
        ((GridData) getLayoutData()).exclude = !visible;
        requestLayout();
    }

    /** The theme may change at any time. */
    private void colour() {
        Palette palette = Palette.of(getParent());
        Color ground = look.ground(palette);
        if (!ground.equals(getBackground())) {
            setBackground(ground);
            for (Label part : new Label[] { icon, words }) {
                part.setBackground(ground);
            }
        }
        words.setForeground(look.text(palette));
    }
}
