/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.update.ui.internal;

import java.util.Optional;
import java.util.function.Consumer;

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
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/** A bar at the top of the window, never in the way of a scan, that says one {@link Notice}. UI thread only. */
final class UpdateBar extends Composite {

    private static final Texts TEXTS = Texts.of(UpdateBar.class);
    private static final String NO_STYLING = "org.eclipse.e4.ui.css.disabled";
    /** Of the sentence on one line; the strip is as high as it would be at this width. */
    private static final int WIDTH = 380;

    private final Label icon;
    private final Label sentence;
    private final Button deed;
    private final Button away;
    private Optional<Notice> shown = Optional.empty();

    /**
     * @param goOn what is offered is wanted
     * @param away it was read, and nothing is to be done now
     */
    UpdateBar(Composite parent, Consumer<Notice> goOn, Runnable away) {
        super(parent, SWT.NONE);
        setLayoutData(GridDataFactory.fillDefaults().grab(true, false).exclude(true).create());
        setVisible(false);
        GridLayoutFactory.fillDefaults().numColumns(4).margins(14, 4).spacing(8, 4).applyTo(this);
        icon = new Label(this, SWT.NONE);
        icon.setImage(Images.of(this).get(Icon.INFO));
        sentence = WidgetKey.mark(new Label(this, SWT.WRAP), "update.offer");
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER)
                .applyTo(sentence);
        deed = button("update.offer.install", () -> shown.ifPresent(goOn));
        this.away = button("update.offer.later", away);
        for (Control part : new Control[] { this, icon, sentence }) {
            part.setData(NO_STYLING, Boolean.TRUE);
        }
        addListener(SWT.Paint, event -> colour());
    }

    private Button button(String key, Runnable pressed) {
        Button button = WidgetKey.mark(new Button(this, SWT.PUSH), key);
        GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.CENTER).applyTo(button);
        button.addListener(SWT.Selection, event -> pressed.run());
        return button;
    }

    /** Says that, or takes no room. */
    void show(Optional<Notice> now) {
        shown = now;
        now.ifPresent(this::write);
        colour();
        ((GridData) getLayoutData()).exclude = now.isEmpty();
        setVisible(now.isPresent());
        requestLayout();
    }

    private void write(Notice now) {
        Layouts.write(sentence, now.sentence());
        boolean offers = !(now instanceof Notice.Told);
        ((GridData) deed.getLayoutData()).exclude = !offers;
        deed.setVisible(offers);
        switch (now) {
            case Notice.Offer offer -> label("bar.install", "bar.later");
            case Notice.Installed installed -> label("bar.restart", "bar.later");
            case Notice.WayBack back -> label("bar.back", "bar.later");
            case Notice.Told told -> label("bar.close", "bar.close");
        }
        layout(true, true);
    }

    private void label(String toGoOn, String toPutAway) {
        deed.setText(TEXTS.get(toGoOn));
        away.setText(TEXTS.get(toPutAway));
    }

    /** The theme may change at any time. */
    private void colour() {
        Palette palette = Palette.of(getParent());
        Tone tone = shown.filter(now -> now instanceof Notice.Told told && told.wrong()).isPresent() ? Tone.CAUTION
                : Tone.WAITING;
        Color ground = palette.ground(tone);
        if (!ground.equals(getBackground())) {
            setBackground(ground);
            for (Label part : new Label[] { icon, sentence }) {
                part.setBackground(ground);
                part.setForeground(palette.onGround(tone));
            }
        }
    }
}
