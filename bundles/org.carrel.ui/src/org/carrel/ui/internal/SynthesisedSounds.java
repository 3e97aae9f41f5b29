/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ui.internal;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

import org.carrel.ui.CarrelIds;
import org.carrel.ui.Sounds;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.prefs.BackingStoreException;
import org.osgi.service.prefs.Preferences;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sounds through Java Sound. A workstation without a sound device is silent, and the log says so once. */
@Component
public final class SynthesisedSounds implements Sounds {

    static final String ON = "sounds";

    private static final Logger LOG = LoggerFactory.getLogger(SynthesisedSounds.class);

    /** Where samples go; returns when they were heard. */
    @FunctionalInterface
    interface Speaker {
        void play(byte[] samples) throws LineUnavailableException;
    }

    private final Preferences preferences;
    private final Speaker speaker;
    private final Map<Sound, byte[]> waves = new EnumMap<>(Sound.class);
    private final AtomicReference<Sound> waiting = new AtomicReference<>();
    private final ExecutorService player = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("carrel-sounds").daemon().factory());
    private volatile boolean silent;

    @Activate
    public SynthesisedSounds() {
        this(InstanceScope.INSTANCE.getNode(CarrelIds.PREFERENCES), SynthesisedSounds::playOnDevice);
    }

    SynthesisedSounds(Preferences preferences, Speaker speaker) {
        this.preferences = preferences;
        this.speaker = speaker;
        for (Sound sound : Sound.values()) {
            waves.put(sound, ToneWave.of(sound));
        }
    }

    @Deactivate
    void stop() {
        player.shutdownNow();
    }

    @Override
    public void play(Sound sound) {
        Objects.requireNonNull(sound, "sound");
        if (isOn() && !silent && waiting.getAndUpdate(before -> graver(before, sound)) == null) {
            player.execute(this::playWaiting);
        }
    }

    @Override
    public boolean isOn() {
        return preferences.getBoolean(ON, true);
    }

    @Override
    public void setOn(boolean on) {
        preferences.putBoolean(ON, on);
        try {
            preferences.flush();
        } catch (BackingStoreException e) {
            LOG.warn("The choice of sounds lasts only until the end of this session", e);
        }
    }

    private static Sound graver(Sound one, Sound other) {
        return one == null || other.compareTo(one) > 0 ? other : one;
    }

    private void playWaiting() {
        Sound sound = waiting.getAndSet(null);
        if (sound == null) {
            return;
        }
        try {
            speaker.play(waves.get(sound));
        } catch (LineUnavailableException | IllegalArgumentException | SecurityException e) {
            silent = true;
            LOG.info("No sound on this workstation: {}", e.toString());
        }
    }

    private static void playOnDevice(byte[] samples) throws LineUnavailableException {
        AudioFormat format = new AudioFormat(ToneWave.RATE, 16, 1, true, false);
        try (SourceDataLine line = AudioSystem.getSourceDataLine(format)) {
            line.open(format);
            line.start();
            line.write(samples, 0, samples.length);
            line.drain();
        }
    }
}
