/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.wedge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Presses keys like a person or like a scanner, on a field that does what the wedge decides. Time is a number: nothing
 * waits.
 */
final class TypingRobot {

    private static final long MILLI = 1_000_000;

    private final KeyboardWedge wedge;
    private final Random random;
    /** Whether somebody looks when nothing comes, or the next key is the first to find out. */
    private final boolean punctual;
    private final StringBuilder field = new StringBuilder();
    private final List<String> scans = new ArrayList<>();
    private final List<Character> commands = new ArrayList<>();
    private String before = "";
    private long now = 5_000 * MILLI;
    private long last = now;

    TypingRobot(KeyboardWedge wedge, Random random, boolean punctual) {
        this.wedge = wedge;
        this.random = random;
        this.punctual = punctual;
    }

    /** Presses the keys with a gap of {@code from} to {@code to} milliseconds before each but the first. */
    void type(String keys, int from, int to) {
        for (int i = 0; i < keys.length(); i++) {
            pause(i == 0 ? 0 : from + random.nextInt(to - from + 1));
            press(keys.charAt(i));
        }
    }

    void pause(int millis) {
        long then = now + millis * MILLI;
        if (punctual && then - last > wedge.patience().toNanos()) {
            wedge.quiet().ifPresent(this::apply);
        }
        now = then;
    }

    /** Time passes, and somebody looks. */
    void rest() {
        now += 1_000 * MILLI;
        wedge.quiet().ifPresent(this::apply);
    }

    private void press(char c) {
        last = now;
        List<KeyDecision> decisions = wedge.key(c, now);
        for (KeyDecision decision : decisions) {
            if (decision instanceof KeyDecision.Pass pass) {
                before = pass.begins() ? field.toString() : before;
                if (c < ' ') {
                    commands.add(c);
                } else {
                    field.append(c);
                }
            } else {
                apply(decision);
            }
        }
    }

    private void apply(KeyDecision decision) {
        switch (decision) {
            case KeyDecision.Scanned scanned -> {
                scans.add(scanned.text());
                if (scanned.landed() > 0) {
                    if (!field.toString().equals(before + scanned.text().substring(0, scanned.landed()))) {
                        throw new AssertionError("would withdraw what is not there");
                    }
                    field.setLength(0);
                    field.append(before);
                }
            }
            case KeyDecision.Release release -> release.held().chars().forEach(c -> {
                if (c >= ' ') {
                    field.append((char) c);
                }
            });
            case KeyDecision.Pass pass -> throw new AssertionError("about no key");
            case KeyDecision.Hold hold -> {
                // It stays away from the field.
            }
        }
    }

    String field() {
        return field.toString();
    }

    List<String> scans() {
        return scans;
    }

    Optional<Character> lastCommand() {
        return commands.isEmpty() ? Optional.empty() : Optional.of(commands.getLast());
    }
}
