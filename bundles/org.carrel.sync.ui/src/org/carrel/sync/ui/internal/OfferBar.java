/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.ui.internal;

import org.carrel.model.Texts;
import org.carrel.ui.Icon;
import org.carrel.ui.NoticeBar;
import org.carrel.ui.Tone;
import org.eclipse.swt.widgets.Composite;

/**
 * A bar at the top of the window, never in the way of a scan, that offers to go on line. "Not now" puts it away until
 * the system has been out of reach again. UI thread only.
 */
final class OfferBar extends NoticeBar {

    private static final Texts TEXTS = Texts.of(OfferBar.class);

    private boolean declined;

    OfferBar(Composite parent, Runnable upload, Runnable afterDeclining) {
        super(parent, Icon.ONLINE, 2, "sync.offer");
        button("sync.offer.upload", upload).setText(TEXTS.get("connection.offer.upload"));
        button("sync.offer.later", () -> {
            decline();
            afterDeclining.run();
        }).setText(TEXTS.get("connection.offer.later"));
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
        say(Tone.WAITING, TEXTS.get("connection.offer", pending));
        show(card.offersOnline() && !declined);
    }
}
