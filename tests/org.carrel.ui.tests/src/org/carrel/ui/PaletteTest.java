/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The palette")
class PaletteTest {

    /** What WCAG 2.1 asks of ordinary text (level AA). */
    private static final double ENOUGH = 4.5;

    @ParameterizedTest(name = "dark: {0}")
    @ValueSource(booleans = { false, true })
    void is_legible_on_light_and_on_dark(boolean dark) {
        Palette palette = new Palette(dark);
        int ordinary = dark ? 0x2f2f2f : 0xffffff;
        for (Tone tone : Tone.values()) {
            assertContrast(tone + " banner", palette.onGroundRgb(tone), palette.groundRgb(tone));
            assertContrast(tone + " text", palette.textRgb(tone), ordinary);
        }
        assertContrast("alarm", Palette.WHITE, Palette.ALARM);
        assertContrast("practice", Palette.WHITE, palette.practiceRgb());
        assertContrast("quiet", palette.quietRgb(), ordinary);
    }

    private static void assertContrast(String what, int text, int ground) {
        double one = luminance(text) + 0.05;
        double other = luminance(ground) + 0.05;
        double contrast = Math.max(one, other) / Math.min(one, other);
        assertTrue(contrast >= ENOUGH, what + " has a contrast of only " + contrast);
    }

    /** Relative luminance as WCAG 2.1 defines it. */
    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 0xff) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
