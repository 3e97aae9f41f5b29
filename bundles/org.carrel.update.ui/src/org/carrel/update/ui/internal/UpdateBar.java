/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.update.ui.internal;

import java.util.Optional;
import java.util.function.Consumer;

import org.carrel.model.Texts;
import org.carrel.ui.Icon;
import org.carrel.ui.NoticeBar;
import org.carrel.ui.Tone;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;

/** The bar at the top of the window that says one {@link Notice}. UI thread only. */
final class UpdateBar extends NoticeBar {

    private static final Texts TEXTS = Texts.of(UpdateBar.class);

    private final Button deed;
    private final Button away;
    private Optional<Notice> shown = Optional.empty();

    /**
     * @param goOn what is offered is wanted
     * @param away it was read, and nothing is to be done now
     */
    UpdateBar(Composite parent, Consumer<Notice> goOn, Runnable away) {
        super(parent, Icon.INFO, 2, "update.offer");
        deed = button("update.offer.install", () -> shown.ifPresent(goOn));
        this.away = button("update.offer.later", away);
    }

    /** Says that, or takes no room. */
    void show(Optional<Notice> now) {
        shown = now;
        now.ifPresent(this::write);
        show(now.isPresent());
        requestLayout();
    }

    private void write(Notice now) {
        say(now instanceof Notice.Told told && told.wrong() ? Tone.CAUTION : Tone.WAITING, now.sentence());
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
}
