/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.internal;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import org.carrel.model.Texts;
import org.carrel.model.scan.Scan;
import org.carrel.scanner.DeviceSettings;
import org.carrel.scanner.DeviceStatus;
import org.carrel.scanner.DeviceStatus.State;
import org.carrel.scanner.DeviceView;
import org.carrel.scanner.ScannerChange;
import org.carrel.scanner.driver.ReadSink;
import org.carrel.scanner.driver.ScannerConnection;
import org.carrel.scanner.driver.ScannerDriver;
import org.carrel.scanner.driver.TagSecurity;
import org.carrel.scanner.pipeline.Pipeline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One device, from its setting up to its removal: opens it, opens it again when it went away, and leads its reads
 * through the pipeline to the target. Has a thread of its own while it is wanted, which only opens and closes; reads
 * come on the driver's threads.
 */
final class DeviceLine {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceLine.class);
    /** Short enough that a cable that is back is noticed within two seconds. */
    static final long RETRY_MILLIS = 1_000;
    private static final long LAST_WORDS_MILLIS = 5_000;

    private final DeviceReads reads;
    private final Clock clock;
    private final Observers observers;
    private final Consumer<DeviceSettings> rememberer;
    private final Optional<DeviceLine> predecessor;
    /** What observers are told once the lock is free: they may ask for anything. */
    private final List<ScannerChange> news = new ArrayList<>();
    private final DeviceCounts counts;
    private final Texts texts = Texts.of(DeviceLine.class);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private DeviceSettings settings;
    private DeviceStatus status;
    private Optional<ScannerDriver> driver = Optional.empty();
    private Optional<ScannerConnection> connection = Optional.empty();
    private Optional<Session> session = Optional.empty();
    private Optional<Thread> thread = Optional.empty();
    private boolean wanted;
    private boolean stopped;
    private boolean retry;
    /** Whether the last connection could write no tags; a pad stays a pad while it is unplugged. */
    private volatile boolean writesNoTags;

    /** @param predecessor the same device with other settings; this one is opened only after that one was closed */
    DeviceLine(DeviceSettings settings, Pipeline pipeline, Clock clock, Routing routing, Observers observers,
            Consumer<DeviceSettings> rememberer, Optional<DeviceLine> predecessor) {
        this.settings = settings;
        this.clock = clock;
        this.observers = observers;
        this.rememberer = rememberer;
        this.predecessor = predecessor.filter(DeviceLine::isBusy);
        this.counts = predecessor.map(before -> before.counts).orElseGet(DeviceCounts::new);
        this.reads = new DeviceReads(pipeline, clock, routing, observers, counts);
        this.status = new DeviceStatus(State.OFF, texts.get("state.off"), clock.instant());
    }

    private boolean isBusy() {
        lock.lock();
        try {
            return thread.isPresent() || predecessor.isPresent();
        } finally {
            release();
        }
    }

    private void release() {
        List<ScannerChange> told = List.of();
        if (lock.getHoldCount() == 1 && !news.isEmpty()) {
            told = List.copyOf(news);
            news.clear();
        }
        lock.unlock();
        told.forEach(observers::tell);
    }

    /** Opens the device with this driver, if it is enabled; without one closes it. */
    void use(Optional<ScannerDriver> installed) {
        lock.lock();
        try {
            driver = installed;
            wanted = installed.isPresent() && settings.enabled() && !stopped;
            session.filter(open -> !wanted).ifPresent(Session::end);
            if (!wanted && !stopped) {
                if (installed.isEmpty() && settings.enabled()) {
                    status(State.NO_DRIVER, texts.get("state.driver", settings.driver()));
                } else {
                    status(State.OFF, texts.get("state.off"));
                }
            }
            if (wanted && thread.isEmpty()) {
                thread = Optional.of(Thread.ofPlatform().daemon().name("carrel-scanner-" + settings.id())
                        .start(this::run));
            }
            changed.signalAll();
        } finally {
            release();
        }
    }

    /** Closes it for good; does not wait. */
    void stop() {
        lock.lock();
        try {
            stopped = true;
            wanted = false;
            session.ifPresent(Session::end);
            changed.signalAll();
        } finally {
            release();
        }
    }

    /** Waits until the driver is no longer used, though not for ever. */
    void awaitClosed() {
        Optional<Thread> running;
        lock.lock();
        try {
            running = thread;
        } finally {
            release();
        }
        try {
            if (running.isPresent() && running.get() != Thread.currentThread()) {
                running.get().join(LAST_WORDS_MILLIS);
                if (running.get().isAlive()) {
                    LOG.warn("The scanner {} did not close in time", settings().id());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tries at once. */
    void retryNow() {
        lock.lock();
        try {
            retry = true;
            changed.signalAll();
        } finally {
            release();
        }
    }

    DeviceSettings settings() {
        lock.lock();
        try {
            return settings;
        } finally {
            release();
        }
    }

    DeviceView view() {
        lock.lock();
        try {
            return new DeviceView(settings, status, counts.view(),
                    connection.flatMap(ScannerConnection::security).isPresent());
        } finally {
            release();
        }
    }

    /** Waits while the device is being opened: items may lie on a pad before anybody looks. */
    Optional<TagSecurity> security() {
        lock.lock();
        try {
            while (connection.isEmpty() && session.filter(one -> !one.over).isPresent()) {
                changed.awaitUninterruptibly();
            }
            return connection.flatMap(ScannerConnection::security);
        } finally {
            release();
        }
    }

    /** Whether it is known to be a device without tags. */
    boolean writesNoTags() {
        return writesNoTags;
    }

    private void run() {
        predecessor.ifPresent(DeviceLine::awaitClosed);
        try {
            for (Optional<ScannerDriver> current = next(); current.isPresent(); current = next()) {
                converse(current.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The driver to open with, when it is time; empty when this thread is no longer needed. */
    private Optional<ScannerDriver> next() throws InterruptedException {
        lock.lock();
        try {
            long nanos = TimeUnit.MILLISECONDS.toNanos(RETRY_MILLIS);
            while (wanted && !retry && status.state() == State.LOST && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            retry = false;
            if (!wanted) {
                thread = Optional.empty();
                return Optional.empty();
            }
            return driver;
        } finally {
            release();
        }
    }

    /** From opening to closing. */
    private void converse(ScannerDriver current) throws InterruptedException {
        Session mine = begin();
        try (ScannerConnection open = current.open(settings(), mine)) {
            connected(open, mine);
            awaitEnd(mine);
        } catch (IOException e) {
            mine.lost(e.getMessage());
        } catch (RuntimeException | LinkageError e) {
            // A library's own driver may lack a bundle that it needs, which is an error and not an exception.
            failed(current, mine, texts.get("state.failed", e.getClass().getSimpleName()), e);
        }
    }

    /** A driver that fails at every turn is logged once. */
    private void failed(ScannerDriver current, Session mine, String sentence, Throwable cause) {
        if (!view().status().sentence().equals(sentence)) {
            LOG.error("The driver {} failed", current.id(), cause);
        }
        mine.lost(sentence);
    }

    private void connected(ScannerConnection open, Session mine) {
        lock.lock();
        try {
            if (!mine.over) {
                connection = Optional.of(open);
                writesNoTags = open.security().isEmpty();
                changed.signalAll();
                status(State.CONNECTED, texts.get("state.connected"));
            }
        } finally {
            release();
        }
    }

    private void awaitEnd(Session mine) throws InterruptedException {
        lock.lock();
        try {
            while (!mine.over) {
                changed.await();
            }
        } finally {
            mine.end();
            release();
        }
    }

    private Session begin() {
        lock.lock();
        try {
            Session fresh = new Session();
            session = Optional.of(fresh);
            fresh.over = !wanted;
            if (status.state() != State.LOST) {
                status(State.CONNECTING, texts.get("state.connecting"));
            }
            return fresh;
        } finally {
            release();
        }
    }

    /** With the lock held. Saying the same again is no news. */
    private void status(State state, String sentence) {
        if (status.state() != state || !status.sentence().equals(sentence)) {
            status = new DeviceStatus(state, sentence, clock.instant());
            DeviceView now = new DeviceView(settings, status, counts.view(),
                    connection.flatMap(ScannerConnection::security).isPresent());
            news.add(new ScannerChange.StatusChanged(now));
        }
    }

    /** One read, of whatever source. */
    Scan take(byte[] bytes) {
        return reads.take(settings(), List.of(bytes), false).getFirst();
    }

    /** The time between opening and closing; what comes late of an earlier one ends no later one. */
    private final class Session implements ReadSink {

        /** Guarded by the line's lock. */
        private boolean over;

        @Override
        public void read(byte[] bytes) {
            reads.take(settings(), List.of(bytes), false);
        }

        @Override
        public void stack(List<byte[]> together) {
            if (!together.isEmpty()) {
                reads.take(settings(), together, true);
            }
        }

        @Override
        public void lost(String why) {
            lock.lock();
            try {
                if (!over && wanted && session.filter(current -> current == this).isPresent()) {
                    counts.lost(status.state() == State.CONNECTED);
                    status(State.LOST, why == null || why.isBlank() ? texts.get("state.lost") : why);
                }
                end();
            } finally {
                release();
            }
        }

        /** Switched off on disk first: a file must not be read once more because the program was started again. */
        @Override
        public void finished(String how) {
            DeviceSettings now;
            lock.lock();
            try {
                settings = settings.withEnabled(false);
                now = settings;
            } finally {
                release();
            }
            rememberer.accept(now);
            lock.lock();
            try {
                if (!over) {
                    wanted = false;
                    status(State.OFF, how);
                }
                end();
            } finally {
                release();
            }
        }

        @Override
        public void remember(String option, String value) {
            DeviceSettings now;
            lock.lock();
            try {
                now = settings.withOption(option, value);
                boolean known = value.equals(settings.options().get(option));
                settings = now;
                if (known) {
                    return;
                }
            } finally {
                release();
            }
            rememberer.accept(now);
        }

        /** With the lock held. */
        private void end() {
            over = true;
            if (session.filter(current -> current == this).isPresent()) {
                connection = Optional.empty();
            }
            changed.signalAll();
        }
    }
}
