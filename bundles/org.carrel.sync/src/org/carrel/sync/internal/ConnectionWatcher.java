/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.carrel.model.port.ConnectionState;
import org.carrel.model.port.IlsTransport;
import org.carrel.model.port.Reachability;
import org.carrel.model.port.Subscription;
import org.carrel.sync.ConnectionWatch;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the library system on one daemon thread of its own. */
@Component(service = { ConnectionWatch.class, ConnectionState.class })
public final class ConnectionWatcher implements ConnectionWatch {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionWatcher.class);
    private static final Duration INTERVAL = Duration.ofSeconds(30);

    private final IlsTransport transport;
    private final Clock clock;
    private final Duration interval;
    private final ScheduledThreadPoolExecutor thread;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private volatile Optional<Reachability> latest = Optional.empty();
    /** The look that is planned; guarded by this. */
    private ScheduledFuture<?> next;

    @Activate
    public ConnectionWatcher(@Reference IlsTransport transport) {
        this(transport, Clock.systemUTC(), INTERVAL);
    }

    ConnectionWatcher(IlsTransport transport, Clock clock, Duration interval) {
        this.transport = transport;
        this.clock = clock;
        this.interval = interval;
        this.thread = new ScheduledThreadPoolExecutor(1,
                Thread.ofPlatform().name("carrel-connection-watch").daemon().factory());
        thread.setRemoveOnCancelPolicy(true);
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        lookNow();
    }

    /** Ends the watch; a look that is out ends by its own time-out. */
    @Deactivate
    void stop() {
        thread.shutdown();
    }

    @Override
    public Optional<Reachability> latest() {
        return latest;
    }

    @Override
    public void lookNow() {
        lookIn(Duration.ZERO);
    }

    @Override
    public Subscription observe(Consumer<Reachability> listener) {
        Listener added = new Listener(listener);
        listeners.add(added);
        latest.ifPresentOrElse(seen -> {
            if (seen.checkedAt().plus(interval).isBefore(clock.instant())) {
                lookNow();
            } else {
                lookIn(interval);
            }
        }, () -> {
            // The first look is on its way.
        });
        return () -> listeners.remove(added);
    }

    /** Not a record: the same consumer may listen twice, and each subscription ends its own. */
    private static final class Listener {
        private final Consumer<Reachability> consumer;

        Listener(Consumer<Reachability> consumer) {
            this.consumer = consumer;
        }
    }

    private synchronized void lookIn(Duration time) {
        if (next != null && !next.isDone() && next.getDelay(TimeUnit.NANOSECONDS) <= time.toNanos()) {
            return;
        }
        if (next != null) {
            next.cancel(false);
        }
        try {
            next = thread.schedule(this::look, time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("The watch has ended; nobody looks any more");
        }
    }

    private void look() {
        Reachability now = seen();
        latest = Optional.of(now);
        listeners.forEach(listener -> tell(listener, now));
        planNext(now);
    }

    /** Nobody needs to know that a system is still there, unless somebody watches; that it is back, the desk needs. */
    private synchronized void planNext(Reachability now) {
        next = null;
        if (!now.reachable() || !listeners.isEmpty()) {
            lookIn(interval);
        }
    }

    private Reachability seen() {
        try {
            return transport.probe();
        } catch (RuntimeException e) {
            LOG.error("The transport failed by itself when asked whether the library system is there", e);
            return new Reachability(false, e.getClass().getName(), clock.instant());
        }
    }

    private static void tell(Listener listener, Reachability now) {
        try {
            listener.consumer.accept(now);
        } catch (RuntimeException e) {
            LOG.error("A listener to the connection failed", e);
        }
    }
}
