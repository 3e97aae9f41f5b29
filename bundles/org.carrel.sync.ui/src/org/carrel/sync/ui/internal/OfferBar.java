/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.ui.internal;

import org.carrel.model.Texts;
import org.carrel.ui.Icon;
import org.carrel.ui.Images;
import org.carrel.ui.Layouts;
import org.carrel.ui.Palette;
import org.carrel.ui.Tone;
import org.carrel.ui.WidgetKey;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/**
 * A bar at the top of the window, never in the way of a scan, that offers to go on line. "Not now" puts it away until
 * the system has been out of reach again. UI thread only.
 */
final class OfferBar extends Composite {

    private static final Texts TEXTS = Texts.of(OfferBar.class);
    private static final String NO_STYLING = "org.eclipse.e4.ui.css.disabled";

    /** Of the sentence on one line; the strip is as high as it would be at this width. */
    private static final int WIDTH = 380;

    private final Label sentence;
    private final Label icon;
    private boolean declined;

    OfferBar(Composite parent, Runnable upload, Runnable afterDeclining) {
        super(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(4).margins(14, 4).spacing(8, 4).applyTo(this);
        icon = new Label(this, SWT.NONE);
        icon.setImage(Images.of(this).get(Icon.ONLINE));
        sentence = WidgetKey.mark(new Label(this, SWT.WRAP), "sync.offer");
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER)
                .applyTo(sentence);
        Button now = WidgetKey.mark(new Button(this, SWT.PUSH), "sync.offer.upload");
        now.setText(TEXTS.get("connection.offer.upload"));
        now.addListener(SWT.Selection, event -> upload.run());
        Button later = WidgetKey.mark(new Button(this, SWT.PUSH), "sync.offer.later");
        later.setText(TEXTS.get("connection.offer.later"));
        later.addListener(SWT.Selection, event -> {
            decline();
            afterDeclining.run();
        });
        for (Control part : new Control[] { this, icon, sentence }) {
            part.setData(NO_STYLING, Boolean.TRUE);
        }
        addListener(SWT.Paint, event -> colour());
        show(false);
    }

    /** Puts it away until the system has been out of reach again. */
    void decline() {
        declined = true;
        show(false);
    }

    /** Shows or hides it as {@code card} says, unless the desk has put it away. */
    void follow(ConnectionCard card, int pending) {
        if (card.state() == ConnectionCard.State.AWAY) {
            declined = false;
        }
        Layouts.write(sentence, TEXTS.get("connection.offer", pending));
        colour();
        show(card.offersOnline() && !declined);
    }

    private void show(boolean visible) {
        GridData data = getLayoutData() instanceof GridData given ? given
                : GridDataFactory.fillDefaults().grab(true, false).create();
        data.exclude = !visible;
        setLayoutData(data);
        if (visible != getVisible()) {
            setVisible(visible);
            requestLayout();
        }
    }

    private void colour() {
        Palette palette = Palette.of(getParent());
        if (!palette.ground(Tone.WAITING).equals(getBackground())) {
            setBackground(palette.ground(Tone.WAITING));
            for (Label label : new Label[] { icon, sentence }) {
                label.setBackground(palette.ground(Tone.WAITING));
                label.setForeground(palette.onGround(Tone.WAITING));
            }
        }
    }
}
