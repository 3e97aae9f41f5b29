/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.update.ui.internal;

import java.util.Optional;

import org.carrel.model.Texts;
import org.carrel.ui.Icon;
import org.carrel.ui.Images;
import org.carrel.ui.Layouts;
import org.carrel.ui.Palette;
import org.carrel.ui.Tone;
import org.carrel.ui.WidgetKey;
import org.carrel.update.UpdateAnswer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/** A bar at the top of the window, never in the way of a scan, that offers a newer version. UI thread only. */
final class UpdateBar extends Composite {

    private static final Texts TEXTS = Texts.of(UpdateBar.class);
    private static final String NO_STYLING = "org.eclipse.e4.ui.css.disabled";
    /** Of the sentence on one line; the strip is as high as it would be at this width. */
    private static final int WIDTH = 380;

    private final Label icon;
    private final Label sentence;

    UpdateBar(Composite parent, Runnable install, Runnable later) {
        super(parent, SWT.NONE);
        setLayoutData(GridDataFactory.fillDefaults().grab(true, false).exclude(true).create());
        setVisible(false);
        GridLayoutFactory.fillDefaults().numColumns(4).margins(14, 4).spacing(8, 4).applyTo(this);
        icon = new Label(this, SWT.NONE);
        icon.setImage(Images.of(this).get(Icon.INFO));
        sentence = WidgetKey.mark(new Label(this, SWT.WRAP), "update.offer");
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER)
                .applyTo(sentence);
        button("bar.install", "update.offer.install", install);
        button("bar.later", "update.offer.later", later);
        for (Control part : new Control[] { this, icon, sentence }) {
            part.setData(NO_STYLING, Boolean.TRUE);
        }
        addListener(SWT.Paint, event -> colour());
    }

    private void button(String text, String key, Runnable deed) {
        Button button = WidgetKey.mark(new Button(this, SWT.PUSH), key);
        button.setText(TEXTS.get(text));
        button.addListener(SWT.Selection, event -> deed.run());
    }

    /** Says that it is there, or takes no room. */
    void show(Optional<UpdateAnswer.Newer> offer) {
        offer.ifPresent(newer -> Layouts.write(sentence,
                TEXTS.get("bar.sentence", newer.newer().name(), newer.newer().version())));
        colour();
        boolean visible = offer.isPresent();
        ((GridData) getLayoutData()).exclude = !visible;
        if (visible != getVisible()) {
            setVisible(visible);
            requestLayout();
        }
    }

    /** The theme may change at any time. */
    private void colour() {
        Palette palette = Palette.of(getParent());
        Color ground = palette.ground(Tone.WAITING);
        if (!ground.equals(getBackground())) {
            setBackground(ground);
            for (Label part : new Label[] { icon, sentence }) {
                part.setBackground(ground);
                part.setForeground(palette.onGround(Tone.WAITING));
            }
        }
    }
}
