/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The hint how good a password is")
class PasswordStrengthTest {

    @ParameterizedTest
    @CsvSource({ "'',TOO_SHORT", "abc1234,TOO_SHORT", "aaaaaaaaaaaaaaaaaaaaaaaa,WEAK", "abababababababababab,WEAK",
            "12345678901234567890,WEAK", "library1,WEAK", "Wn4!tq9z,FAIR", "reading room desk,GOOD",
            "correct horse battery staple,GOOD" })
    void counts_length_first_and_runs_for_nothing(String password, PasswordStrength expected) {
        assertEquals(expected, PasswordStrength.of(password.toCharArray()));
    }
}
