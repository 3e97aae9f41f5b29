/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.wedge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

import org.carrel.scanner.DeviceSettings;
import org.carrel.scanner.pipeline.Pipeline;

/**
 * Decides for each key whether a scanner or a person pressed it. A state machine without a clock of its own; for one
 * thread, the one that the keys arrive on.
 *
 * <p>
 * What is sure comes first. With a prefix, keys are held back from the prefix to the suffix and never reach a field.
 * Without one they are let through, and taken back when the suffix proves them a barcode: all of them came faster than
 * a person types, and the text is one that this branch expects, if it says what it expects. Only without a suffix, too,
 * does a pause end a barcode. Typing is never taken for a scan to make up for a scanner that is set up badly: in doubt
 * a key is typing.
 */
public final class KeyboardWedge {

    /** Longer than any barcode with all that is around it. */
    static final int LONGEST = 256;
    /** How much longer than between two keys of a barcode nothing may come, before it is over. */
    private static final int PATIENCE = 2;
    /** After a beginning that nobody types, a scanner may take its time. */
    private static final Duration AFTER_UNMISTAKABLE_PREFIX = Duration.ofMillis(300);
    /** After a beginning that somebody might type, and when what follows must be a barcode: just below typing. */
    private static final Duration AFTER_PREFIX = Duration.ofMillis(75);

    private final WedgeSettings settings;
    private final Predicate<String> expected;
    private final boolean knowsWhatToExpect;
    private final long gap;
    private final long heldGap;
    private final StringBuilder run = new StringBuilder();
    private boolean holding;
    /** Whether the run is no barcode already: too long, or with a pause in it. */
    private boolean spoilt;
    private boolean begun;
    private long last;

    /**
     * @param expected          whether a text, without prefix and suffix, is a barcode of this branch
     * @param knowsWhatToExpect whether {@code expected} means something; otherwise it is not asked
     */
    public KeyboardWedge(WedgeSettings settings, Predicate<String> expected, boolean knowsWhatToExpect) {
        this.settings = Objects.requireNonNull(settings, "settings");
        this.expected = Objects.requireNonNull(expected, "expected");
        this.knowsWhatToExpect = knowsWhatToExpect;
        this.gap = settings.longestGap().toNanos();
        this.heldGap = settings.hasUnmistakablePrefix() ? AFTER_UNMISTAKABLE_PREFIX.toNanos()
                : knowsWhatToExpect ? Math.max(gap, AFTER_PREFIX.toNanos()) : gap;
    }

    /**
     * The wedge of a device of the driver {@code keyboard}.
     *
     * @param pipeline the device's, which knows what the branch expects
     * @throws IllegalArgumentException when the device's options make no sense
     */
    public static KeyboardWedge of(DeviceSettings device, Pipeline pipeline) {
        return new KeyboardWedge(WedgeSettings.of(device), pipeline::expects, pipeline.hasExpectations());
    }

    /**
     * A key that yields a character was pressed.
     *
     * @param nanos when it was pressed, on a clock that never goes back. The time that the event brings is better than
     *              the time when somebody looks
     * @return what to do, in this order. The last one is about this key and no {@code Release}; one before it, if any,
     *         is about the keys before, which {@link #quiet()} would have told
     */
    public List<KeyDecision> key(char c, long nanos) {
        List<KeyDecision> decisions = new ArrayList<>(2);
        long since = nanos - last;
        if (begun && since > (holding ? heldGap : gap)) {
            if (!holding && !knowsWhatToExpect && since <= gap * PATIENCE) {
                // Too slow for a scanner and too soon for something new: half a barcode must not pass for one.
                spoilt = true;
            } else {
                quiet().ifPresent(decisions::add);
            }
        }
        begun = true;
        last = nanos;
        if (holding) {
            held(c, decisions);
        } else {
            decisions.add(open(c));
        }
        return decisions;
    }

    /** A key that yields none, such as an arrow or backspace, was pressed, or the focus went elsewhere. */
    public Optional<KeyDecision> interrupted() {
        Optional<KeyDecision> release = holding ? Optional.of(new KeyDecision.Release(run.toString()))
                : Optional.empty();
        forget();
        return release;
    }

    /**
     * Nothing was pressed for {@link #patience()} after the last key.
     *
     * @return {@code Scanned} when a pause ends a barcode here, {@code Release} when a prefix came to nothing; empty
     *         when the pause means nothing
     */
    public Optional<KeyDecision> quiet() {
        boolean pauseEnds = settings.suffix().isEmpty() && !spoilt;
        if (pauseEnds && holding && isBelievable()) {
            return Optional.of(scanned("", 0));
        }
        if (pauseEnds && !holding && settings.prefix().isEmpty() && isScanner(run.toString())) {
            return Optional.of(scanned("", run.length()));
        }
        return interrupted();
    }

    /** How long to wait after a key before {@link #quiet()} is to be called. */
    public Duration patience() {
        return Duration.ofNanos(Math.max(gap * PATIENCE, holding ? heldGap : 0));
    }

    private KeyDecision open(char c) {
        if (!settings.prefix().isEmpty()) {
            if (c != settings.prefix().charAt(0)) {
                return new KeyDecision.Pass(false);
            }
            holding = true;
            run.append(c);
            return new KeyDecision.Hold();
        }
        if (isSuffix(c) && !spoilt && isScanner(run.toString())) {
            return scanned(String.valueOf(c), run.length());
        }
        if (isSuffix(c) || isCommand(c)) {
            forget();
            return new KeyDecision.Pass(false);
        }
        if (spoilt || run.length() >= LONGEST) {
            spoilt = true;
            return new KeyDecision.Pass(false);
        }
        run.append(c);
        return new KeyDecision.Pass(run.length() == 1);
    }

    private void held(char c, List<KeyDecision> decisions) {
        boolean wholePrefix = run.length() >= settings.prefix().length();
        if (wholePrefix && isSuffix(c) && isBelievable()) {
            decisions.add(scanned(String.valueOf(c), 0));
        } else if (wholePrefix ? isSuffix(c) || run.length() >= LONGEST
                : c != settings.prefix().charAt(run.length())) {
            // A person's after all; this key may be the first of something new.
            interrupted().ifPresent(decisions::add);
            decisions.add(open(c));
        } else {
            run.append(c);
            decisions.add(new KeyDecision.Hold());
        }
    }

    private KeyDecision scanned(String end, int landed) {
        String text = run + end;
        forget();
        return new KeyDecision.Scanned(text, landed);
    }

    private void forget() {
        run.setLength(0);
        holding = false;
        spoilt = false;
        begun = false;
    }

    private boolean isSuffix(char c) {
        return !settings.suffix().isEmpty()
                && (c == settings.suffix().charAt(0) || isEnter(c) && isEnter(settings.suffix().charAt(0)));
    }

    /** Toolkits report the enter key as either. */
    private static boolean isEnter(char c) {
        return c == '\r' || c == '\n';
    }

    /** Enter, tab or escape that is no suffix acts on the window, and no barcode goes on behind it; GS is data. */
    private static boolean isCommand(char c) {
        return c < ' ' && c != 0x1D;
    }

    /** After a prefix: one that nobody types proves it; behind one that somebody might, it must be a barcode, too. */
    private boolean isBelievable() {
        if (run.length() <= settings.prefix().length()) {
            return false;
        }
        return settings.hasUnmistakablePrefix() || isScanner(run.substring(settings.prefix().length()));
    }

    private boolean isScanner(String text) {
        return text.length() >= settings.shortest() && !isOneKeyHeldDown(text)
                && (!knowsWhatToExpect || expected.test(text));
    }

    /** A key that is held down repeats as fast as a scanner types. */
    private static boolean isOneKeyHeldDown(String text) {
        return text.chars().distinct().limit(2).count() == 1;
    }
}
