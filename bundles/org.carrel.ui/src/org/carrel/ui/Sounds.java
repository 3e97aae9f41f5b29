/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ui;

/**
 * What the desk hears. A service. Returns at once, from any thread: the sound is played on a thread of its own. Where
 * there is no sound device, or sounds are switched off, nothing is heard and nothing fails: whoever plays a sound shows
 * its visual twin, the {@link Announcement}, at the same time.
 */
public interface Sounds {

    /** Sounds that nobody confuses, the graver the later. A desk has three of them, the shelves all. */
    enum Sound {
        /** One short high note: it is on disk. */
        SAVED,
        /** One short low note: it is on disk, and it was before. */
        REPEATED,
        /** Two notes that rise: it is on disk, and the library system believes it elsewhere. */
        STATUS,
        /** Three equal short notes: it is on disk, and belongs on another shelf. */
        ELSEWHERE,
        /** Two notes that fall: it is on disk, and something is out of order. */
        OUT_OF_ORDER,
        /** Two equal notes in the middle: look at the screen. */
        WARNING,
        /** A long, falling, rough note: it was not recorded. */
        REFUSED
    }

    /** Plays {@code sound}. When scans come faster than sounds, the most important one of those waiting is played. */
    void play(Sound sound);

    /** Whether sounds are switched on. */
    boolean isOn();

    /** Switches sounds on or off, for this workstation, until changed. */
    void setOn(boolean on);
}
