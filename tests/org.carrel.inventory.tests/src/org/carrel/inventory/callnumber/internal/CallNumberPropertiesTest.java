/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.callnumber.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

import org.carrel.inventory.callnumber.CallNumber;
import org.carrel.inventory.callnumber.CallNumberScheme;
import org.carrel.inventory.callnumber.CallNumbers;
import org.carrel.inventory.callnumber.ShelfKey;
import org.carrel.inventory.callnumber.internal.WrittenCallNumbers.Made;
import org.carrel.inventory.callnumber.internal.WrittenCallNumbers.Part;
import org.carrel.model.CallNumberRules;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Keys of call numbers")
class CallNumberPropertiesTest {

    private static final int ROUNDS = 20_000;
    private static final String FREQUENT = "ABCKMQVWXZabcv0123456789  ..,:;/-()'[]\u00a0\u200b٣éßʹЖ";

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final List<CallNumberScheme> schemes = List.of(new LcScheme(), new NlmScheme(), new DeweyScheme(),
            new SuDocScheme(), new LocalScheme());
    private final CallNumbers table = new CallNumberTable(CallNumberRules.STANDARD, schemes);

    @ParameterizedTest(name = "as the parts of the call numbers do, equal exactly when all parts are (LC: {0})")
    @ValueSource(booleans = { true, false })
    void compare_as_their_parts_do(boolean lc) {
        WrittenCallNumbers written = new WrittenCallNumbers(random);
        CallNumberScheme scheme = lc ? new LcScheme() : new DeweyScheme();
        int equal = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Made one = written.next(lc);
            Made two = random.nextInt(3) == 0 ? one : written.next(lc);
            String first = written.write(one);
            String second = written.write(two);
            int order = key(scheme, first).compareTo(key(scheme, second));
            equal += order == 0 ? 1 : 0;
            assertEquals(Integer.signum(one.compareTo(two)), Integer.signum(order),
                    () -> "seed " + seed + ": \"" + first + "\" and \"" + second + "\"");
        }
        assertTrue(equal > ROUNDS / 4, "too few were equal: " + equal);
    }

    @Test
    @DisplayName("begin with the key of the call number that lacks only the end")
    void begin_with_that_of_the_shorter_call_number() {
        WrittenCallNumbers written = new WrittenCallNumbers(random);
        for (int round = 0; round < ROUNDS; round++) {
            Made shorter = written.next(true);
            Made longer = written.with(shorter, new Part.Date(1900 + random.nextInt(100)));
            String one = written.write(shorter);
            String more = written.write(longer);
            ShelfKey key = key(new LcScheme(), one);
            assertTrue(key(new LcScheme(), more).startsWith(key) && key.compareTo(key(new LcScheme(), more)) < 0,
                    () -> "seed " + seed + ": \"" + one + "\" and \"" + more + "\"");
        }
    }

    @Test
    void are_made_of_any_text_at_all() {
        for (int round = 0; round < ROUNDS; round++) {
            String text = random.nextInt(4) == 0 ? noise() : likely();
            for (CallNumberScheme scheme : schemes) {
                assertEquals(scheme.key(text), scheme.key(" " + text + "\u00a0"),
                        () -> "seed " + seed + ", " + scheme.id() + ": " + hex(text));
            }
            CallNumber read = table.read(text, likely(), "");
            assertNotNull(read.key(), () -> "seed " + seed + ": " + hex(text));
            assertEquals(text, read.text());
        }
    }

    private String likely() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(24); i > 0; i--) {
            text.append(FREQUENT.charAt(random.nextInt(FREQUENT.length())));
        }
        return text.toString();
    }

    /** Bytes that are rarely text, and halves of surrogate pairs. */
    private String noise() {
        byte[] bytes = new byte[random.nextInt(200)];
        random.nextBytes(bytes);
        return new String(bytes, random.nextBoolean() ? StandardCharsets.UTF_8 : StandardCharsets.UTF_16);
    }

    private ShelfKey key(CallNumberScheme scheme, String text) {
        return scheme.key(text).orElseThrow(() -> new AssertionError("seed " + seed + ": " + text));
    }

    private static String hex(String text) {
        StringBuilder hex = new StringBuilder();
        text.chars().forEach(c -> hex.append(Integer.toHexString(c)).append(' '));
        return hex.toString();
    }
}
