/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ui.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import javax.sound.sampled.LineUnavailableException;

import org.carrel.testkit.MemoryPreferences;
import org.carrel.ui.Sounds.Sound;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.osgi.service.prefs.Preferences;

@DisplayName("The sounds of the desk")
class SoundsTest {

    private static final int PATIENCE = 20;

    private final BlockingQueue<byte[]> heard = new LinkedBlockingQueue<>();
    private final Semaphore speaker = new Semaphore(0);
    private final Preferences preferences = MemoryPreferences.empty();

    private SynthesisedSounds sounds() {
        return new SynthesisedSounds(preferences, samples -> {
            heard.add(samples);
            speaker.acquireUninterruptibly();
        });
    }

    private byte[] next() throws InterruptedException {
        byte[] samples = heard.poll(PATIENCE, TimeUnit.SECONDS);
        assertTrue(samples != null, "nothing was heard");
        return samples;
    }

    @Test
    void are_different_ones_that_fade_at_both_ends() {
        for (Sound one : Sound.values()) {
            byte[] wave = ToneWave.of(one);
            assertTrue(wave.length > ToneWave.RATE / 10, one + " is long enough to be heard");
            assertEquals(0, wave[0] + wave[1], one + " begins in silence");
            for (Sound other : EnumSet.range(Sound.SAVED, one)) {
                assertEquals(one == other, Arrays.equals(wave, ToneWave.of(other)), one + " against " + other);
            }
        }
        assertTrue(ToneWave.of(Sound.SAVED).length < ToneWave.of(Sound.WARNING).length
                && ToneWave.of(Sound.WARNING).length < ToneWave.of(Sound.REFUSED).length, "the graver the longer");
    }

    @Test
    void play_the_gravest_of_those_that_wait() throws InterruptedException {
        SynthesisedSounds sounds = sounds();
        sounds.play(Sound.SAVED);
        next();
        sounds.play(Sound.SAVED);
        sounds.play(Sound.REFUSED);
        sounds.play(Sound.WARNING);
        speaker.release(2);
        assertArrayEquals(ToneWave.of(Sound.REFUSED), next());
        sounds.stop();
    }

    @Test
    void are_silent_when_switched_off_also_after_a_restart() {
        sounds().setOn(false);
        SynthesisedSounds again = sounds();
        assertFalse(again.isOn());
        again.play(Sound.REFUSED);
        again.stop();
        assertTrue(heard.isEmpty());
    }

    @Test
    void fail_silently_and_only_once_without_a_sound_device() throws InterruptedException {
        SynthesisedSounds sounds = new SynthesisedSounds(preferences, samples -> {
            heard.add(samples);
            throw new LineUnavailableException("no device");
        });
        sounds.play(Sound.SAVED);
        next();
        sounds.play(Sound.SAVED);
        sounds.stop();
        assertTrue(heard.size() <= 1, "a missing device is not asked again and again");
    }
}
