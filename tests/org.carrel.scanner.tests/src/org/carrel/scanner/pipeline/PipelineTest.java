/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.pipeline;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;

import org.carrel.model.BranchProfile.BarcodeRules;
import org.carrel.model.ItemBarcode;
import org.carrel.model.PatronBarcode;
import org.carrel.model.scan.DeviceRole;
import org.carrel.model.scan.Scan;
import org.carrel.scanner.pipeline.PipelineSettings.Aim;
import org.carrel.scanner.pipeline.PipelineSettings.Charset;
import org.carrel.scanner.pipeline.PipelineSettings.CheckDigit;
import org.carrel.scanner.pipeline.PipelineSettings.Codabar;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The pipeline")
class PipelineTest {

    private static final BarcodeRules RULES = new BarcodeRules(Optional.of(Pattern.compile("2[0-9]{13}")),
            Optional.of(Pattern.compile("3[0-9]{13}")), BarcodeRules.CheckDigit.NONE);
    private static final BarcodeRules ANYTHING = new BarcodeRules(Optional.empty(), Optional.empty(),
            BarcodeRules.CheckDigit.NONE);
    private static final String ITEM = "30000000000018";
    private static final String PATRON = "20000000000019";
    private static final PipelineSettings STANDARD = PipelineSettings.STANDARD;

    private static Scan scan(PipelineSettings settings, String escaped) {
        return Pipeline.of(settings, RULES, DeviceRole.ANY).scan(Escapes.bytes(escaped));
    }

    private static Scan item(String barcode) {
        return new Scan.Item(new ItemBarcode(barcode));
    }

    @ParameterizedTest
    @ValueSource(strings = { ITEM, ITEM + "\\r", ITEM + "\\r\\n", ITEM + "\\n", ITEM + "\\t", "  " + ITEM + " \\r",
            "\\u00A0" + ITEM, "\\x02" + ITEM + "\\x03", "]C0" + ITEM, "]A0" + ITEM + "\\r", "A" + ITEM + "B",
            "a" + ITEM + "d\\r", "]F0A" + ITEM + "A", "\\x02]F0 b" + ITEM + "c \\r\\n" })
    @DisplayName("takes off what scanners put around a barcode by themselves")
    void takes_off_what_scanners_put_around_a_barcode_by_themselves(String read) {
        assertEquals(item(ITEM), scan(STANDARD, read));
    }

    @Test
    @DisplayName("takes off the set prefix and suffix once, and does without them")
    void takes_off_the_set_prefix_and_suffix_once() {
        PipelineSettings settings = STANDARD.withEnds("~~", "#\r");

        assertEquals(item(ITEM), scan(settings, "~~" + ITEM + "#\\r"));
        assertEquals(item(ITEM), scan(settings, ITEM));
        assertEquals(item(ITEM), scan(settings.withEnds("\u0002", "\u0003"), "\\x02" + ITEM + "\\x03\\r"));
        assertInstanceOf(Scan.Unknown.class, scan(settings, "~~~~" + ITEM + "#\\r"));
    }

    @Test
    @DisplayName("keeps what the settings and the branch's patterns ask for")
    void keeps_what_is_asked_for() {
        assertEquals(new Scan.Unknown("]C0" + ITEM, ((Scan.Unknown) scan(STANDARD, "x")).sentence()),
                scan(STANDARD.withAim(Aim.KEEP), "]C0" + ITEM));
        assertInstanceOf(Scan.Unknown.class, scan(STANDARD.withCodabar(Codabar.KEEP), "A" + ITEM + "B"));
        assertInstanceOf(Scan.Unknown.class,
                scan(STANDARD.withCodabar(Codabar.REMOVE_IF_IDENTIFIED), "A" + ITEM + "B"));
        assertEquals(item(ITEM), scan(STANDARD.withCodabar(Codabar.REMOVE_IF_IDENTIFIED), "]F1A" + ITEM + "B"));
        assertInstanceOf(Scan.Unknown.class, scan(STANDARD.withTrim(false), " " + ITEM));

        BarcodeRules lettered = new BarcodeRules(Optional.empty(), Optional.of(Pattern.compile("[A-D][0-9]+[A-D]")),
                BarcodeRules.CheckDigit.NONE);
        assertEquals(item("A1234567B"),
                Pipeline.of(STANDARD, lettered, DeviceRole.ANY).scan("A1234567B".getBytes(UTF_8)));
    }

    @ParameterizedTest
    @CsvSource({ "LUHN, 30000000000018, 30000000000018", "LUHN_REMOVED, 300000000000183, 30000000000018",
            "MOD_43_REMOVED, 30000000000018C, 30000000000018" })
    @DisplayName("checks a last digit, and takes it off where that is set")
    void checks_a_last_digit(CheckDigit kind, String read, String barcode) {
        String good = switch (kind) {
            case LUHN_REMOVED -> barcode + luhn(barcode);
            case LUHN -> barcode.substring(0, 13) + luhn(barcode.substring(0, 13));
            default -> read;
        };
        String expected = kind == CheckDigit.LUHN ? good : barcode;

        assertEquals(item(expected), scan(STANDARD.withCheckDigit(kind), good));
        String other = good.substring(0, good.length() - 1) + (good.endsWith("7") ? "8" : "7");
        assertInstanceOf(Scan.Unreadable.class, scan(STANDARD.withCheckDigit(kind), other));
    }

    /** The digit that brings the sum to a multiple of ten, found by trying: the pipeline computes. */
    private static int luhn(String text) {
        for (int digit = 0; digit < 10; digit++) {
            int sum = 0;
            String whole = text + digit;
            for (int i = 0; i < whole.length(); i++) {
                int value = whole.charAt(whole.length() - 1 - i) - '0';
                sum += i % 2 == 1 ? value * 2 / 10 + value * 2 % 10 : value;
            }
            if (sum % 10 == 0) {
                return digit;
            }
        }
        throw new IllegalStateException("one of ten fits");
    }

    @Test
    @DisplayName("tells patrons, items, shelves, conditions and what is passed over by the patterns")
    void tells_what_it_is_by_the_patterns() {
        PipelineSettings settings = STANDARD.withPatterns(Optional.of(Pattern.compile("SHELF-.*")),
                Optional.of(Pattern.compile("C[0-9]{2}")), Optional.of(Pattern.compile("TEST.*")));

        assertEquals(new Scan.Patron(new PatronBarcode(PATRON)), scan(settings, PATRON));
        assertEquals(item(ITEM), scan(settings, ITEM));
        assertEquals(new Scan.ShelfLabel("SHELF-12"), scan(settings, "SHELF-12\\r"));
        assertEquals(new Scan.Condition("C07"), scan(settings, "C07"));
        assertInstanceOf(Scan.Ignored.class, scan(settings, "TEST 1"));
        assertInstanceOf(Scan.Unknown.class, scan(settings, "hello"));
    }

    @Test
    @DisplayName("lets the role of a device decide only where patterns do not")
    void lets_the_role_decide_only_where_patterns_do_not() {
        byte[] read = PATRON.getBytes(UTF_8);

        assertEquals(new Scan.Patron(new PatronBarcode(PATRON)),
                Pipeline.of(STANDARD, RULES, DeviceRole.ITEM).scan(read));
        assertInstanceOf(Scan.Patron.class, Pipeline.of(STANDARD, ANYTHING, DeviceRole.PATRON).scan(read));
        assertInstanceOf(Scan.Item.class, Pipeline.of(STANDARD, ANYTHING, DeviceRole.STACK).scan(read));
        assertInstanceOf(Scan.Unknown.class, Pipeline.of(STANDARD, ANYTHING, DeviceRole.ANY).scan(read));
        BarcodeRules onlyItems = new BarcodeRules(Optional.empty(), RULES.item(), BarcodeRules.CheckDigit.NONE);
        assertInstanceOf(Scan.Patron.class, Pipeline.of(STANDARD, onlyItems, DeviceRole.ANY).scan(read));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "\\r", "   ", "\\x00", "3000\\x003000", "a\\x1Db", "\\u202Eabc", "a\\u200Bb", "\\xFF",
            "\\xC3", "\\xED\\xA0\\x80", "abc\\rdef" })
    @DisplayName("refuses what no label has")
    void refuses_what_no_label_has(String read) {
        assertInstanceOf(Scan.Unreadable.class, scan(STANDARD, read));
    }

    @Test
    @DisplayName("refuses ten thousand characters, and any number of them")
    void refuses_ten_thousand_characters() {
        for (int length : new int[] { 101, 4_095, 4_096, 10_000, 1_000_000 }) {
            assertInstanceOf(Scan.Unreadable.class, scan(STANDARD, "3".repeat(length)), () -> length + " characters");
        }
        assertInstanceOf(Scan.Unknown.class, scan(STANDARD, "3".repeat(100)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "a|b", "<b>30</b>", "😀123", "שלום", "مرحبا 12", "'; drop table--", "${jndi:x}", "{0}",
            "%s%n", "=1+1", "..\\\\..", "é" })
    @DisplayName("keeps verbatim what is odd but sound")
    void keeps_verbatim_what_is_odd_but_sound(String odd) {
        var unknown = assertInstanceOf(Scan.Unknown.class, scan(STANDARD, odd));

        assertEquals(Escapes.text(odd), unknown.text());
    }

    @Test
    @DisplayName("reads bytes in the device's character set")
    void reads_bytes_in_the_character_set_of_the_device() {
        byte[] latin = "éé1".getBytes(ISO_8859_1);

        assertInstanceOf(Scan.Unreadable.class, Pipeline.of(STANDARD, RULES, DeviceRole.ANY).scan(latin));
        var unknown = assertInstanceOf(Scan.Unknown.class,
                Pipeline.of(STANDARD.withCharset(Charset.LATIN_1), RULES, DeviceRole.ANY).scan(latin));
        assertEquals("éé1", unknown.text());
    }

    @Test
    @DisplayName("never fails, and explains the very result that it gives")
    void never_fails_and_explains_the_very_result_that_it_gives() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            PipelineSettings settings = any(random);
            Pipeline pipeline = Pipeline.of(settings, random.nextBoolean() ? RULES : ANYTHING,
                    DeviceRole.values()[random.nextInt(4)]);
            byte[] read = read(random);
            int round = i;

            Scan scan = pipeline.scan(read);
            Trace trace = pipeline.explain(read);

            assertEquals(scan, trace.result(), () -> "seed " + seed + ", round " + round);
            assertFalse(trace.steps().isEmpty());
            assertTrue(trace.steps().stream().noneMatch(step -> step.sentence().isBlank()));
        }
    }

    private static PipelineSettings any(Random random) {
        String[] ends = { "", "~", "\u0002", "\r", "A", "]C0" };
        return STANDARD.withCharset(Charset.values()[random.nextInt(3)])
                .withEnds(ends[random.nextInt(ends.length)], ends[random.nextInt(ends.length)])
                .withAim(Aim.values()[random.nextInt(2)]).withCodabar(Codabar.values()[random.nextInt(3)])
                .withTrim(random.nextBoolean()).withCheckDigit(CheckDigit.values()[random.nextInt(6)]);
    }

    private static byte[] read(Random random) {
        if (random.nextInt(4) == 0) {
            byte[] noise = new byte[random.nextInt(40)];
            random.nextBytes(noise);
            return noise;
        }
        String alphabet = "0123456789ABCDabcd]CF~ \r\n\t\u0002\u0003-$é";
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(24); i > 0; i--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString().getBytes(UTF_8);
    }

    @Test
    @DisplayName("explains each step of a scan")
    void explains_each_step() {
        Trace trace = Pipeline.of(STANDARD.withEnds("~", ""), RULES, DeviceRole.ANY)
                .explain(Escapes.bytes("~]F0 A" + ITEM + "B\\r\\n"));

        assertEquals(
                java.util.List.of("~]F0 A" + ITEM + "B\\r\\n", "~]F0 A" + ITEM + "B", "]F0 A" + ITEM + "B",
                        " A" + ITEM + "B", "A" + ITEM + "B", ITEM, ITEM, ITEM),
                trace.steps().stream().map(Trace.Step::after).toList());
        assertEquals(item(ITEM), trace.result());
    }
}
