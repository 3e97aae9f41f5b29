/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.ui.internal.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

import org.carrel.scanner.wedge.KeyboardWedge;
import org.carrel.scanner.wedge.WedgeSettings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Listening to the keys of a window")
class KeyListeningTest {

    private static final long MILLI = 1_000_000;
    private static final String ITEM = "31000000000011";
    private static final Pattern BARCODE = Pattern.compile("[23][0-9]{13}");
    private static final WedgeSettings PLAIN = WedgeSettings.STANDARD;
    private static final WedgeSettings TILDE = PLAIN.withEnds("~", "\r");
    private static final WedgeSettings STX = PLAIN.withEnds("\u0002", "\r");
    private static final WedgeSettings PAUSE = PLAIN.withEnds("", "");

    private final List<String> scans = new ArrayList<>();
    private final KeyListening listening = new KeyListening((wedge, text) -> scans.add(wedge.device() + ":" + text));
    private final Field date = new Field("12/05/2026");
    private Field focus = date;
    private long now;

    private static Wedges wedges(WedgeSettings... settings) {
        return new Wedges(Arrays.stream(settings).map(one -> new Wedges.Wedge(
                one.prefix().isEmpty() ? "plain" : one.prefix().equals("~") ? "tilde" : "stx", StandardCharsets.UTF_8,
                one, new KeyboardWedge(one, text -> BARCODE.matcher(text).matches(), true))).toList());
    }

    /** A field, or a widget that gets keys only by the long way round. */
    private final class Field implements Place {
        private final StringBuilder text;
        private final StringBuilder underWay = new StringBuilder();
        private boolean slow;
        private int enters;

        Field(String text) {
            this.text = new StringBuilder(text);
        }

        void land(char c) {
            if (c == '\r') {
                enters++;
            } else {
                text.append(c);
            }
        }

        @Override
        public Runnable remember() {
            String then = text.toString();
            return () -> {
                text.setLength(0);
                text.append(then);
            };
        }

        @Override
        public boolean type(String held) {
            if (slow) {
                underWay.append(held);
                return false;
            }
            held.chars().forEach(c -> land((char) c));
            return true;
        }

        void arrive() {
            underWay.chars().forEach(c -> land((char) c));
            underWay.setLength(0);
        }
    }

    private void type(String keys, int gap) {
        for (char c : keys.toCharArray()) {
            press(c, gap);
        }
    }

    private void press(char c, int gap) {
        if (listening.wedges().patience().filter(patience -> patience <= gap).isPresent()) {
            listening.quiet();
        }
        now += gap * MILLI;
        if (!listening.pressed(c, now, focus)) {
            focus.land(c);
        }
    }

    @Test
    void takes_a_scan_out_of_a_due_date_and_presses_no_enter_there() {
        listening.use(wedges(PLAIN));
        type(ITEM + "\r", 5);
        assertEquals(List.of("plain:" + ITEM + "\r"), scans);
        assertEquals("12/05/2026", date.text.toString());
        assertEquals(0, date.enters);
    }

    @Test
    void takes_two_scans_in_a_row_without_a_pause() {
        listening.use(wedges(PLAIN));
        type(ITEM + "\r" + ITEM + "\r", 3);
        assertEquals(2, scans.size());
        assertEquals("12/05/2026", date.text.toString());
    }

    @Test
    void leaves_a_person_alone_who_types_the_same() {
        listening.use(wedges(PLAIN));
        type(ITEM + "\r", 120);
        assertEquals(List.of(), scans);
        assertEquals("12/05/2026" + ITEM, date.text.toString());
        assertEquals(1, date.enters);
    }

    @Test
    void never_lets_a_prefixed_scan_reach_a_field() {
        listening.use(wedges(STX));
        type("\u0002" + ITEM, 5);
        assertEquals("12/05/2026", date.text.toString());
        press('\r', 5);
        assertEquals(List.of("stx:\u0002" + ITEM + "\r"), scans);
        assertEquals(0, date.enters);
    }

    @Test
    void tells_scanners_apart_by_their_prefixes() {
        listening.use(wedges(PLAIN, TILDE, STX));
        type("~" + ITEM + "\r", 5);
        type(ITEM + "\r", 5);
        type("\u0002" + ITEM + "\r", 5);
        assertEquals(List.of("tilde:~" + ITEM + "\r", "plain:" + ITEM + "\r", "stx:\u0002" + ITEM + "\r"), scans);
        assertEquals("12/05/2026", date.text.toString());
    }

    @Test
    void gives_back_what_it_held_once_it_is_typing_before_the_key_that_told() {
        listening.use(wedges(TILDE));
        type("~20 minutes", 150);
        assertEquals("12/05/2026~20 minutes", date.text.toString());
        press('~', 150);
        assertEquals("12/05/2026~20 minutes", date.text.toString(), "held back");
        listening.quiet();
        assertEquals("12/05/2026~20 minutes~", date.text.toString());
        assertEquals(List.of(), scans);
    }

    @Test
    void keeps_the_order_where_keys_given_back_take_their_time() {
        listening.use(wedges(PLAIN.withEnds("~~", "\r")));
        focus.slow = true;
        press('~', 150);
        press('a', 10);
        assertEquals("12/05/2026", date.text.toString(), "both are on their way");
        focus.arrive();
        assertEquals("12/05/2026~a", date.text.toString());
    }

    @Test
    void gives_back_to_the_field_that_it_took_from() {
        listening.use(wedges(TILDE));
        press('~', 150);
        focus = new Field("");
        listening.moved();
        listening.quiet();
        assertEquals("12/05/2026~", date.text.toString());
        assertEquals("", focus.text.toString());
    }

    @Test
    void lets_a_held_scan_go_on_when_the_desk_moves_the_keyboard() {
        listening.use(wedges(TILDE));
        type("~3100", 5);
        focus = new Field("");
        listening.moved();
        type("0000000011\r", 5);
        assertEquals(1, scans.size());
        assertEquals("", focus.text.toString());
    }

    @Test
    void takes_no_barcode_that_began_in_another_field() {
        listening.use(wedges(PLAIN));
        type("3100", 5);
        focus = new Field("");
        listening.moved();
        type("0000000011\r", 5);
        assertEquals(List.of(), scans);
        assertEquals("0000000011", focus.text.toString());
        assertEquals("12/05/20263100", date.text.toString());
    }

    @Test
    void ends_a_scan_without_an_end_after_a_pause() {
        listening.use(wedges(PAUSE));
        type(ITEM, 5);
        assertTrue(listening.wedges().patience().isPresent(), "somebody must look");
        listening.quiet();
        assertEquals(List.of("plain:" + ITEM), scans);
        assertEquals("12/05/2026", date.text.toString());
    }

    @Test
    void gives_back_what_it_held_when_scanners_are_set_up_differently() {
        listening.use(wedges(TILDE));
        press('~', 150);
        listening.use(wedges(PLAIN));
        assertEquals("12/05/2026~", date.text.toString());
    }

    @Test
    @DisplayName("takes no typing at 40 to 400 ms for a scan, nor a scan for typing, in ten thousand turns")
    void tells_people_from_scanners() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<List<WedgeSettings>> setUps = List.of(List.of(PLAIN), List.of(TILDE), List.of(STX), List.of(PLAIN, TILDE));
        for (int turn = 0; turn < 10_000; turn++) {
            List<WedgeSettings> setUp = setUps.get(turn % setUps.size());
            listening.use(wedges(setUp.toArray(WedgeSettings[]::new)));
            scans.clear();
            focus = new Field("");
            String typed = random.nextBoolean() ? ITEM : "~late " + random.nextInt();
            for (char c : typed.toCharArray()) {
                press(c, 40 + random.nextInt(361));
            }
            press('\r', 40 + random.nextInt(361));
            String context = "seed " + seed + ", turn " + turn + ", " + setUp;
            assertEquals(List.of(), scans, context);
            assertEquals(typed, focus.text.toString(), context);
            assertEquals(1, focus.enters, context);
            press(setUp.getLast().prefix().isEmpty() ? '3' : setUp.getLast().prefix().charAt(0), 300);
            type((setUp.getLast().prefix().isEmpty() ? ITEM.substring(1) : ITEM) + "\r", 1 + random.nextInt(20));
            assertEquals(1, scans.size(), context);
            assertEquals(typed, focus.text.toString(), context);
            assertEquals(1, focus.enters, context);
        }
    }
}
