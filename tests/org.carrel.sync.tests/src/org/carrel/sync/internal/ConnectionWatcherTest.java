/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.carrel.model.Outcome;
import org.carrel.model.Transaction;
import org.carrel.model.port.IlsTransport;
import org.carrel.model.port.Reachability;
import org.carrel.model.port.Subscription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("The connection watch")
@Timeout(60)
class ConnectionWatcherTest {

    private static final Reachability THERE = new Reachability(true, "", Desk.OPENING);
    private static final Reachability AWAY = new Reachability(false, "connection refused", Desk.OPENING);
    private static final Reachability AWAY_LATER = new Reachability(false, "connection refused",
            Desk.OPENING.plusSeconds(30));
    private static final Duration SHORT = Duration.ofMillis(1);

    /** Each look takes one from here, so that the tests say when a look is over. */
    private final BlockingQueue<Supplier<Reachability>> looks = new SynchronousQueue<>();
    private final BlockingQueue<Reachability> heard = new LinkedBlockingQueue<>();
    private ConnectionWatcher watch;

    @AfterEach
    void stop() {
        watch.stop();
    }

    private void start(Duration interval) {
        watch = new ConnectionWatcher(new IlsTransport() {
            @Override
            public Reachability probe() {
                try {
                    return looks.take().get();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }

            @Override
            public Outcome send(Transaction transaction) {
                throw new UnsupportedOperationException("a watch sends nothing");
            }

            @Override
            public void forgetSignIn() {
                throw new UnsupportedOperationException("a watch does not sign in");
            }
        }, Clock.systemUTC(), interval);
    }

    private void see(Reachability seen) throws InterruptedException {
        assertTrue(looks.offer(() -> seen, 20, TimeUnit.SECONDS), "nobody looks");
    }

    private Reachability hear() throws InterruptedException {
        Reachability told = heard.poll(20, TimeUnit.SECONDS);
        assertTrue(told != null, "nobody was told");
        return told;
    }

    @Test
    void looks_once_at_the_start() throws InterruptedException {
        start(Duration.ofHours(1));
        assertEquals(Optional.empty(), watch.latest());
        watch.observe(heard::add);
        see(THERE);
        assertEquals(THERE, hear());
        assertEquals(Optional.of(THERE), watch.latest());
    }

    @Test
    void keeps_looking_while_the_system_is_away_and_tells_of_each_look() throws InterruptedException {
        start(SHORT);
        watch.observe(heard::add);
        see(AWAY);
        see(AWAY_LATER);
        see(THERE);
        assertEquals(AWAY, hear());
        assertEquals(AWAY_LATER, hear(), "since when it is known is news, too");
        assertEquals(THERE, hear());
    }

    @Test
    void rests_when_all_is_well_and_nobody_listens_until_it_is_asked() throws InterruptedException {
        start(SHORT);
        see(THERE);
        assertFalse(looks.offer(() -> AWAY, 300, TimeUnit.MILLISECONDS), "it looks although nobody wants to know");
        watch.lookNow();
        see(AWAY);
        see(THERE);
    }

    @Test
    void looks_again_as_soon_as_somebody_listens() throws InterruptedException {
        start(SHORT);
        see(THERE);
        Subscription subscription = watch.observe(heard::add);
        see(AWAY);
        Reachability told = hear();
        // The look before may still have been under way.
        assertEquals(AWAY, told.equals(THERE) ? hear() : told);
        subscription.close();
        see(THERE);
        assertFalse(looks.offer(() -> AWAY, 300, TimeUnit.MILLISECONDS), "it looks although nobody listens any more");
        assertTrue(heard.isEmpty(), "told after the subscription was closed");
    }

    @Test
    void survives_a_listener_and_a_transport_that_fail() throws InterruptedException {
        start(SHORT);
        watch.observe(now -> {
            throw new IllegalStateException("a bug");
        });
        watch.observe(heard::add);
        assertTrue(looks.offer(() -> {
            throw new IllegalStateException("a bug");
        }, 20, TimeUnit.SECONDS));
        assertFalse(hear().reachable());
        see(THERE);
        assertEquals(THERE, hear());
    }
}
