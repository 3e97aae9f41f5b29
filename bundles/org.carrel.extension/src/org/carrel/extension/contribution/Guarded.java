/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.extension.contribution;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import org.carrel.model.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a contribution so that it can neither stop nor break whoever asks: on a thread of its own, and for a limited
 * time. One that throws or does not answer in time is not asked again until the program starts anew; its name is in the
 * log and in {@link Troubles}. Safe for use by several threads, which are served one after the other.
 *
 * @param <T> what is asked
 */
public final class Guarded<T> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Guarded.class);
    private static final Texts TEXTS = Texts.of(Guarded.class);

    private final Contribution<T> contribution;
    private final Duration limit;
    private final Troubles troubles;
    private final ExecutorService thread;
    private volatile boolean usable = true;

    /** @param limit how long one answer may take */
    public Guarded(Contribution<T> contribution, Duration limit, Troubles troubles) {
        this.contribution = contribution;
        this.limit = limit;
        this.troubles = troubles;
        this.thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("extension-" + contribution.id()).factory());
    }

    /** What is asked. */
    public Contribution<T> contribution() {
        return contribution;
    }

    /** Its answer; empty when there is none, now or any more. */
    public <R> Optional<R> ask(Function<T, R> question) {
        if (!usable) {
            return Optional.empty();
        }
        try {
            Future<R> answer = thread.submit(() -> question.apply(contribution.get()));
            try {
                return Optional.ofNullable(answer.get(limit.toMillis(), TimeUnit.MILLISECONDS));
            } catch (TimeoutException e) {
                answer.cancel(true);
                return giveUp("late", e);
            }
        } catch (ExecutionException e) {
            return giveUp("threw", e.getCause());
        } catch (RejectedExecutionException e) {
            // It was closed meanwhile.
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private <R> Optional<R> giveUp(String reason, Throwable cause) {
        usable = false;
        thread.shutdownNow();
        // An exception of a contribution may quote what it was asked about, which may be a patron's barcode.
        LOG.error("{} of {} is not used any more: {} ({})", contribution.id(), contribution.contributor(), reason,
                cause.getClass().getName());
        troubles.note(contribution.contributor(), cause instanceof UnusableException unusable ? unusable.getMessage()
                : TEXTS.get(reason, contribution.name(), contribution.contributor()));
        return Optional.empty();
    }

    /** Ends the thread. */
    @Override
    public void close() {
        usable = false;
        thread.shutdownNow();
    }
}
