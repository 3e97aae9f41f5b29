/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

class PracticeSecretsTest {

    @Test
    void what_was_handed_out_may_be_overwritten() {
        PracticeSecrets secrets = new PracticeSecrets();
        char[] typed = "correct horse".toCharArray();
        secrets.supplyWsKeySecret(typed);
        Arrays.fill(typed, 'x');
        Arrays.fill(secrets.wsKeySecret().orElseThrow(), '\0');
        assertArrayEquals("correct horse".toCharArray(), secrets.wsKeySecret().orElseThrow());
    }

    @Test
    void practice_mode_has_a_secret_of_its_own_each_time() {
        PracticeSecrets one = new PracticeSecrets();
        String secret = new String(one.wsKeySecret().orElseThrow());
        assertEquals(48, secret.length());
        assertEquals(secret, new String(one.wsKeySecret().orElseThrow()));
        assertNotEquals(secret, new String(new PracticeSecrets().wsKeySecret().orElseThrow()));
        one.forget();
        assertNotEquals(secret, new String(one.wsKeySecret().orElseThrow()));
    }

    @Test
    void practice_mode_has_a_password_for_sip2_of_its_own_each_time() {
        PracticeSecrets one = new PracticeSecrets();
        char[] word = one.sip2Password().orElseThrow();
        assertNotEquals(new String(word), new String(new PracticeSecrets().sip2Password().orElseThrow()));
        String before = new String(word);
        Arrays.fill(word, 'x');
        assertEquals(before, new String(one.sip2Password().orElseThrow()));
    }
}
