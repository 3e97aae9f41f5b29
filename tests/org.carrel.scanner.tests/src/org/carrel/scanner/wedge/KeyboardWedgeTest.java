/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.wedge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.logging.Logger;
import java.util.regex.Pattern;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The keyboard wedge")
class KeyboardWedgeTest {

    private static final Logger LOG = Logger.getLogger(KeyboardWedgeTest.class.getName());
    private static final Pattern BARCODE = Pattern.compile("[23][0-9]{13}");
    private static final int ROUNDS = 3_000;
    /** What people type at a desk: names, dates, notes, searches, numbers, and the beginnings of barcodes. */
    private static final List<String> TYPED = List.of("Jansen", "Vries, A. de", "12/05/2026", "5-12-2026", "2026-12-05",
            "lost the card", "~20 minutes late", "3000", "20000000", "1234567890", "dvd", "", "aaaaaaaa", "the cat sat",
            "~", "~~", "300000000000180", "pay: 12,50", "22", "300000000000");

    /** How the scanner is set up. */
    private enum SetUp {
        SUFFIX(WedgeSettings.STANDARD), SUFFIX_SLOW(WedgeSettings.SLOW), TAB(WedgeSettings.STANDARD.withEnds("", "\t")),
        TYPABLE_PREFIX(WedgeSettings.STANDARD.withEnds("~", "\r")), LONG_PREFIX(
                WedgeSettings.STANDARD.withEnds("~~", "\r")),
        CONTROL_PREFIX(
                WedgeSettings.STANDARD.withEnds("\u0002", "\r")),
        PREFIX_ONLY(
                WedgeSettings.STANDARD.withEnds("~", "")),
        CONTROL_PREFIX_ONLY(
                WedgeSettings.STANDARD.withEnds("\u0002", "")),
        NEITHER(
                WedgeSettings.STANDARD.withEnds("", ""));

        private final WedgeSettings settings;

        SetUp(WedgeSettings settings) {
            this.settings = settings;
        }

        KeyboardWedge wedge() {
            return new KeyboardWedge(settings, text -> BARCODE.matcher(text).matches(), true);
        }

        /** The scanner's pace at its slowest, with and without what proves a barcode. */
        boolean mayBeSlow() {
            return this == SUFFIX_SLOW || !settings.prefix().isEmpty();
        }
    }

    private static String barcode(Random random) {
        StringBuilder barcode = new StringBuilder(random.nextBoolean() ? "2" : "3");
        while (barcode.length() < 14) {
            barcode.append((char) ('0' + random.nextInt(10)));
        }
        return barcode.toString();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("never takes a person's typing for a scan, and lets all of it through")
    void never_takes_typing_for_a_scan(SetUp setUp) {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            TypingRobot robot = new TypingRobot(setUp.wedge(), random, random.nextBoolean());
            StringBuilder typed = new StringBuilder();
            for (int i = 0; i < 4; i++) {
                boolean fast = random.nextInt(3) == 0;
                // Whole barcodes are typed, too, when a label is torn; faster than 65 ms a key only by a scanner.
                boolean whole = random.nextInt(4) == 0 && !(fast && setUp == SetUp.SUFFIX_SLOW);
                String text = whole ? barcode(random) : TYPED.get(random.nextInt(TYPED.size()));
                typed.append(text);
                robot.type(text + List.of("\r", "\t", "\n", "").get(random.nextInt(4)), fast ? 40 : 80,
                        fast ? 70 : 400);
                robot.pause(80 + random.nextInt(3_000));
            }
            robot.rest();
            int failed = round;
            assertEquals(List.of(), robot.scans(), () -> "seed " + seed + ", round " + failed);
            assertEquals(typed.toString(), robot.field(), () -> "seed " + seed + ", round " + failed);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NEITHER")
    @DisplayName("loses no scan that has a prefix or a suffix, and leaves the field as it was")
    void loses_no_scan(SetUp setUp) {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            TypingRobot robot = new TypingRobot(setUp.wedge(), random, random.nextBoolean());
            StringBuilder typed = new StringBuilder();
            List<String> sent = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                if (random.nextBoolean()) {
                    String text = TYPED.get(random.nextInt(TYPED.size()));
                    typed.append(text);
                    robot.type(text, 80, 400);
                    robot.pause(150 + random.nextInt(2_000));
                }
                String scan = setUp.settings.prefix() + barcode(random) + setUp.settings.suffix();
                boolean slow = setUp.mayBeSlow() && random.nextBoolean();
                robot.type(scan, slow ? 30 : 1, slow ? 60 : 20);
                sent.add(scan);
                robot.pause(400 + random.nextInt(500));
            }
            robot.rest();
            int failed = round;
            assertEquals(sent, robot.scans(), () -> "seed " + seed + ", round " + failed);
            assertEquals(typed.toString(), robot.field(), () -> "seed " + seed + ", round " + failed);
            assertEquals(Optional.empty(), robot.lastCommand(), "the key that ends a scan reaches no window");
        }
    }

    @Test
    @DisplayName("by timing alone errs at times, on the side of typing")
    void by_timing_alone_errs_on_the_side_of_typing() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        StringBuilder rates = new StringBuilder("without prefix and suffix, seed " + seed);
        for (int[] pace : new int[][] { { 1, 20 }, { 20, 40 }, { 30, 60 }, { 40, 70 }, { 80, 400 } }) {
            for (boolean patterns : new boolean[] { true, false }) {
                int scans = 0;
                for (int round = 0; round < 1_000; round++) {
                    KeyboardWedge wedge = new KeyboardWedge(WedgeSettings.STANDARD.withEnds("", ""),
                            text -> BARCODE.matcher(text).matches(), patterns);
                    TypingRobot robot = new TypingRobot(wedge, random, true);
                    String barcode = barcode(random);
                    robot.type(barcode, pace[0], pace[1]);
                    robot.rest();
                    assertEquals(Collections.nCopies(robot.scans().size(), barcode), robot.scans(),
                            () -> "never a part of a barcode; seed " + seed);
                    scans += robot.scans().size();
                }
                rates.append(String.format("; %d to %d ms, %s: %.1f %% taken for scans", pace[0], pace[1],
                        patterns ? "patterns" : "no patterns", scans / 10.0));
                if (pace[1] <= 20) {
                    assertEquals(1_000, scans, rates::toString);
                } else if (pace[0] >= 40) {
                    assertEquals(0, scans, rates::toString);
                }
            }
        }
        LOG.info(rates.toString());
    }

    @Test
    @DisplayName("without the branch's patterns tells scans from typing by their pace")
    void without_patterns_tells_by_pace() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            TypingRobot robot = new TypingRobot(new KeyboardWedge(WedgeSettings.STANDARD, text -> false, false), random,
                    random.nextBoolean());
            robot.type("Jansen\r", 40, 70);
            robot.pause(200);
            robot.type("X-12 34\r", 1, 20);
            robot.pause(200);
            robot.type("12/05/2026\r", 80, 400);
            assertEquals(List.of("X-12 34\r"), robot.scans(), () -> "seed " + seed);
            assertEquals("Jansen12/05/2026", robot.field(), () -> "seed " + seed);
        }
    }

    @Test
    @DisplayName("takes no key that is held down, and nothing that is too long, for a scan")
    void takes_no_noise_for_a_scan() {
        TypingRobot robot = new TypingRobot(new KeyboardWedge(WedgeSettings.STANDARD, text -> true, true),
                new Random(1), true);

        robot.type("33333333333333\r", 30, 30);
        robot.type("12".repeat(5_000) + "\r", 1, 2);
        robot.type("abc\r", 1, 2);
        assertEquals(List.of(), robot.scans());

        robot.type("abcd\r", 1, 2);
        assertEquals(List.of("abcd\r"), robot.scans());
    }

    @Test
    @DisplayName("gives back what it holds when something comes in between")
    void gives_back_what_it_holds_when_interrupted() {
        KeyboardWedge wedge = SetUp.TYPABLE_PREFIX.wedge();

        assertEquals(List.of(new KeyDecision.Hold()), wedge.key('~', 0));
        assertEquals(List.of(new KeyDecision.Hold()), wedge.key('3', 1_000_000));
        assertEquals(Optional.of(new KeyDecision.Release("~3")), wedge.interrupted());
        assertEquals(Optional.empty(), wedge.interrupted());
        assertEquals(List.of(new KeyDecision.Pass(false)), wedge.key('\r', 2_000_000));
    }

    @Test
    @DisplayName("is not set up so that it tells nothing apart")
    void is_not_set_up_so_that_it_tells_nothing_apart() {
        assertThrows(IllegalArgumentException.class,
                () -> WedgeSettings.STANDARD.withLongestGap(Duration.ofMillis(101)));
        assertThrows(IllegalArgumentException.class, () -> WedgeSettings.STANDARD.withLongestGap(Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> WedgeSettings.STANDARD.withEnds("", "\r\n"));
        assertThrows(IllegalArgumentException.class, () -> new WedgeSettings("", "\r", Duration.ofMillis(35), 1));
    }
}
