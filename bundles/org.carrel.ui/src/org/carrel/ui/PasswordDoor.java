/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ui;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

import org.carrel.model.Texts;
import org.carrel.model.port.PasswordCheck;

/**
 * A place where one does not get past without a password: takes what is typed, has it checked away from the UI thread,
 * and counts down the wait after a wrong one. Knows nothing of widgets. Belongs to the UI thread, and never makes it
 * wait.
 */
public final class PasswordDoor {

    /** What the person sees. Called on the UI thread. */
    public interface Screen {

        /** A password may be typed. {@code sentence} is what was wrong with the last one; empty at first. */
        void ask(String sentence);

        /** One is being checked. */
        void checking();

        /** None is looked at for a while; called each second with what to say. */
        void waiting(String sentence);

        /** It was right. */
        void open();
    }

    /**
     * What a door works with.
     *
     * @param background runs checks
     * @param ui         runs on the UI thread for as long as the screen is there
     * @param later      runs something on the UI thread after so long, if the screen is still there then
     * @param failures   hears of what nobody expected
     */
    public record Threads(Executor background, Executor ui, BiConsumer<Duration, Runnable> later,
            Consumer<Throwable> failures) {}

    private enum State {
        ASKING, CHECKING, WAITING, OPEN
    }

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Texts texts = Texts.of(PasswordDoor.class);
    private final Function<char[], PasswordCheck.Answer> check;
    private final Screen screen;
    private final Threads threads;
    private final Clock clock;
    private State state = State.ASKING;

    /** @param check looks at a password, on the background thread; it keeps none */
    public PasswordDoor(Function<char[], PasswordCheck.Answer> check, Screen screen, Threads threads, Clock clock) {
        this.check = Objects.requireNonNull(check, "check");
        this.screen = Objects.requireNonNull(screen, "screen");
        this.threads = Objects.requireNonNull(threads, "threads");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /** Whether a password would be looked at now. */
    public boolean isAsking() {
        return state == State.ASKING;
    }

    /** Tries {@code password}, which is overwritten, whatever comes of it. Not looked at unless {@link #isAsking}. */
    public void enter(char[] password) {
        if (state != State.ASKING) {
            Arrays.fill(password, '\0');
        } else if (password.length == 0) {
            screen.ask(texts.get("password.empty"));
        } else {
            state = State.CHECKING;
            screen.checking();
            threads.background().execute(() -> {
                PasswordCheck.Answer answer = answerTo(password);
                threads.ui().execute(() -> answered(answer));
            });
        }
    }

    /** Says {@code sentence} at the open door, for instance that what was typed was no password. */
    public void object(String sentence) {
        if (state == State.ASKING) {
            screen.ask(sentence);
        }
    }

    private PasswordCheck.Answer answerTo(char[] password) {
        try {
            return check.apply(password);
        } catch (RuntimeException e) {
            threads.failures().accept(e);
            return new PasswordCheck.Answer.Unusable(texts.get("password.unexpected"));
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private void answered(PasswordCheck.Answer answer) {
        switch (answer) {
            case PasswordCheck.Answer.Right ignored -> {
                state = State.OPEN;
                screen.open();
            }
            case PasswordCheck.Answer.Wrong wrong -> await(wrong.nextTry(), texts.get("password.wrong"));
            case PasswordCheck.Answer.TooSoon soon -> await(soon.nextTry(), texts.get("password.tooSoon"));
            case PasswordCheck.Answer.Unusable unusable -> ask(unusable.sentence());
        }
    }

    private void ask(String sentence) {
        state = State.ASKING;
        screen.ask(sentence);
    }

    private void await(Instant nextTry, String sentence) {
        Duration left = Duration.between(clock.instant(), nextTry);
        if (!left.isPositive()) {
            ask(sentence);
            return;
        }
        state = State.WAITING;
        // Rounded up: what reads "in 0 seconds" would be a lie.
        long seconds = left.plus(SECOND).minusNanos(1).toSeconds();
        screen.waiting(texts.get("password.wait", sentence, seconds / 60, seconds % 60));
        threads.later().accept(left.compareTo(SECOND) < 0 ? left : SECOND, () -> await(nextTry, sentence));
    }
}
