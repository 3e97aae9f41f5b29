/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.ui.internal.setup;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;

import org.carrel.model.Texts;
import org.carrel.model.port.Subscription;
import org.carrel.scanner.DeviceSettings;
import org.carrel.scanner.DeviceStatus.State;
import org.carrel.scanner.DeviceView;
import org.carrel.scanner.ScannerChange;
import org.carrel.scanner.ScannerService;
import org.carrel.scanner.driver.ReadSink;
import org.carrel.scanner.driver.ScannerConnection;
import org.carrel.scanner.driver.ScannerDriver;
import org.carrel.ui.Tone;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries a device before it is set up: opens it by its driver, and shows what it reads. What is read on trial goes
 * nowhere else. A device that is open already, with the same settings, is listened to instead, for two cannot open one
 * port. Safe for use by several threads.
 */
final class Trial implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Trial.class);
    private static final Texts TEXTS = Texts.of(Trial.class);

    private final Executor background;
    private final Witness witness;
    private Optional<ScannerConnection> connection = Optional.empty();
    private Subscription listening = () -> {
    };
    private boolean closed;

    /** Hears how it goes, on any thread; must not wait. */
    interface Witness {

        void said(Tone tone, String sentence);

        /** What the device sent for one barcode. */
        void read(byte[] bytes);
    }

    /** @param background opens and closes, which may wait */
    Trial(Executor background, Witness witness) {
        this.background = Objects.requireNonNull(background, "background");
        this.witness = Objects.requireNonNull(witness, "witness");
    }

    /** Begins. Once only. */
    void start(ScannerService scanners, ScannerDriver driver, DeviceSettings settings) {
        Optional<DeviceView> open = scanners.device(settings.id())
                .filter(device -> device.settings().enabled() && device.settings().driver().equals(settings.driver())
                        && device.settings().address().equals(settings.address()));
        if (open.isPresent()) {
            listenTo(scanners, open.get(), settings);
        } else {
            witness.said(Tone.WAITING, TEXTS.get("trial.opening"));
            background.execute(() -> open(driver, settings));
        }
    }

    private synchronized void listenTo(ScannerService scanners, DeviceView device, DeviceSettings settings) {
        if (closed) {
            return;
        }
        listening = scanners.observe(change -> {
            if (change instanceof ScannerChange.Heard heard && heard.raw().device().equals(settings.id())) {
                witness.read(heard.raw().bytes());
            }
        });
        String scan = device.settings().options().equals(settings.options()) ? TEXTS.get("trial.scan")
                : TEXTS.get("trial.saveFirst");
        boolean connected = device.status().state() == State.CONNECTED;
        witness.said(connected ? Tone.GOOD : Tone.CAUTION, device.status().sentence() + ' ' + (connected ? scan : ""));
    }

    private void open(ScannerDriver driver, DeviceSettings settings) {
        synchronized (this) {
            if (closed) {
                return;
            }
        }
        try {
            Ear ear = new Ear();
            ScannerConnection opened = driver.open(settings, ear);
            boolean late;
            synchronized (this) {
                late = closed;
                connection = late ? Optional.empty() : Optional.of(opened);
            }
            if (late) {
                opened.close();
            } else if (!ear.isOver()) {
                witness.said(Tone.GOOD, TEXTS.get("trial.open"));
            }
        } catch (IOException e) {
            witness.said(Tone.BAD, e.getMessage());
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("The driver {} failed on trial", driver.id(), e);
            witness.said(Tone.BAD, TEXTS.get("trial.broken", driver.name()));
        }
    }

    /** Ends it: the device is free again soon. Returns at once. */
    @Override
    public void close() {
        Optional<ScannerConnection> open;
        synchronized (this) {
            closed = true;
            open = connection;
            connection = Optional.empty();
            listening.close();
        }
        open.ifPresent(one -> background.execute(one::close));
    }

    /** What the driver tells. */
    private final class Ear implements ReadSink {

        private volatile boolean over;

        boolean isOver() {
            return over;
        }

        @Override
        public void read(byte[] bytes) {
            witness.read(bytes.clone());
        }

        @Override
        public void stack(List<byte[]> reads) {
            reads.forEach(this::read);
        }

        @Override
        public void lost(String why) {
            over = true;
            witness.said(Tone.BAD, why);
        }

        @Override
        public void finished(String how) {
            over = true;
            witness.said(Tone.GOOD, how);
        }

        @Override
        public void remember(String option, String value) {
            // The device finds it out again once it is set up.
        }
    }
}
