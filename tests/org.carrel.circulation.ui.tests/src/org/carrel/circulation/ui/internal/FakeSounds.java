/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.circulation.ui.internal;

import java.util.ArrayList;
import java.util.List;

import org.carrel.ui.Sounds;

/** Remembers what it would have played. */
final class FakeSounds implements Sounds {

    final List<Sound> heard = new ArrayList<>();

    @Override
    public void play(Sound sound) {
        heard.add(sound);
    }

    @Override
    public boolean isOn() {
        return true;
    }

    @Override
    public void setOn(boolean on) {
        throw new UnsupportedOperationException();
    }
}
