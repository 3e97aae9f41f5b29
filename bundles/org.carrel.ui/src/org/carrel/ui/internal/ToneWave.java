/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ui.internal;

import java.io.ByteArrayOutputStream;

import org.carrel.ui.Sounds.Sound;

/**
 * The sounds as samples: 16 bit, one channel, little endian. Made by arithmetic, so that nothing need be shipped.
 */
final class ToneWave {

    static final int RATE = 22_050;

    /** So that a note neither begins nor ends in a click. */
    private static final double FADE = 0.008;
    private static final double LOUDNESS = 0.45;

    private final ByteArrayOutputStream samples = new ByteArrayOutputStream();

    private ToneWave() {}

    static byte[] of(Sound sound) {
        ToneWave wave = new ToneWave();
        switch (sound) {
            case SAVED -> wave.note(1_318.5, 1_318.5, 0.09, false);
            case REPEATED -> wave.note(440, 440, 0.08, false);
            case STATUS -> wave.note(659.3, 659.3, 0.1, false).rest(0.04).note(987.8, 987.8, 0.12, false);
            case ELSEWHERE -> {
                for (int i = 0; i < 3; i++) {
                    wave.note(784, 784, 0.07, false).rest(0.04);
                }
            }
            case OUT_OF_ORDER -> wave.note(987.8, 987.8, 0.1, false).rest(0.04).note(587.3, 587.3, 0.16, false);
            case WARNING -> wave.note(659.3, 659.3, 0.13, false).rest(0.07).note(659.3, 659.3, 0.13, false);
            case REFUSED -> wave.note(233.1, 146.8, 0.42, true);
        }
        return wave.samples.toByteArray();
    }

    /** A note that glides from one pitch to another; rough ones have odd harmonics, like a buzzer. */
    private ToneWave note(double from, double to, double seconds, boolean rough) {
        int count = (int) (seconds * RATE);
        double phase = 0;
        for (int i = 0; i < count; i++) {
            double at = (double) i / count;
            phase += 2 * Math.PI * (from + (to - from) * at) / RATE;
            double value = rough ? (Math.sin(phase) + Math.sin(3 * phase) / 3 + Math.sin(5 * phase) / 5) / 1.2
                    : Math.sin(phase) + Math.sin(2 * phase) / 6;
            double edge = Math.min(1, Math.min(i, count - i) / (FADE * RATE));
            sample(value * edge * LOUDNESS);
        }
        return this;
    }

    private ToneWave rest(double seconds) {
        for (int i = 0; i < (int) (seconds * RATE); i++) {
            sample(0);
        }
        return this;
    }

    private void sample(double value) {
        int amplitude = (int) (Math.clamp(value, -1, 1) * Short.MAX_VALUE);
        samples.write(amplitude);
        samples.write(amplitude >> 8);
    }
}
