/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ui;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Control;

/**
 * The colours of the {@link Tone}s on a light or on a dark ground. Text on its ground has a contrast of at least 4.5 to
 * 1 in both. Ask for it again each time you paint: the theme may have changed.
 *
 * @param dark whether the ground is dark
 */
public record Palette(boolean dark) {

    static final int ALARM = 0xb3160f;
    static final int WHITE = 0xffffff;

    private static final int HALF = 128;

    /** The palette for the ground that {@code control} has now. */
    public static Palette of(Control control) {
        return new Palette(luminance(control.getBackground().getRGB()) < HALF);
    }

    /** For text and thin lines on the ordinary ground. */
    public Color text(Tone tone) {
        return colour(textRgb(tone));
    }

    int textRgb(Tone tone) {
        return switch (tone) {
            case NEUTRAL -> dark ? 0xd5d9de : 0x2b3138;
            case WAITING -> dark ? 0x8ab8f5 : 0x1f5fb0;
            case GOOD -> dark ? 0x7fd39c : 0x17693a;
            case CAUTION -> dark ? 0xf2bd5c : 0x8a5200;
            case BAD -> dark ? 0xff9d94 : 0xb3261e;
        };
    }

    /** The ground of a banner. */
    public Color ground(Tone tone) {
        return colour(groundRgb(tone));
    }

    int groundRgb(Tone tone) {
        return switch (tone) {
            case NEUTRAL -> dark ? 0x353b42 : 0xeceff3;
            case WAITING -> dark ? 0x1e3a5f : 0xdfebfb;
            case GOOD -> dark ? 0x1c4a30 : 0xd9f2e1;
            case CAUTION -> dark ? 0x5a3d0a : 0xfdecc8;
            case BAD -> dark ? 0x6b1f1b : 0xfbdad7;
        };
    }

    /** Text on {@link #ground}. */
    public Color onGround(Tone tone) {
        return colour(onGroundRgb(tone));
    }

    int onGroundRgb(Tone tone) {
        return switch (tone) {
            case NEUTRAL -> dark ? 0xf0f2f4 : 0x22272d;
            case WAITING -> dark ? 0xe3eefc : 0x153f75;
            case GOOD -> dark ? 0xe2f7e9 : 0x0d4725;
            case CAUTION -> dark ? 0xfff0cf : 0x5c3700;
            case BAD -> dark ? 0xffe9e7 : 0x7a1610;
        };
    }

    /** The ground of what must not be overlooked, such as a scan that was not saved. */
    public Color alarm() {
        return colour(ALARM);
    }

    /** Text on {@link #alarm}. */
    public Color onAlarm() {
        return colour(WHITE);
    }

    /** The trim of practice mode: unlike anything else on the screen. */
    public Color practice() {
        return colour(practiceRgb());
    }

    int practiceRgb() {
        return dark ? 0x6a2fb0 : 0x6b21c8;
    }

    /** Text on {@link #practice}. */
    public Color onPractice() {
        return colour(WHITE);
    }

    /** Quiet text, such as hints and units. */
    public Color quiet() {
        return colour(quietRgb());
    }

    int quietRgb() {
        return dark ? 0xa9b1ba : 0x5b6570;
    }

    private static Color colour(int rgb) {
        return new Color(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
    }

    private static int luminance(RGB rgb) {
        return (299 * rgb.red + 587 * rgb.green + 114 * rgb.blue) / 1000;
    }
}
