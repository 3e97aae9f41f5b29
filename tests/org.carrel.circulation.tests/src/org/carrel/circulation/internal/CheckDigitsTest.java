/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.circulation.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.carrel.model.BranchProfile.BarcodeRules.CheckDigit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckDigitsTest {

    @ParameterizedTest
    @ValueSource(strings = { "21000000000013", "31000000001209", "00000000000000" })
    void a_good_barcode_fits(String barcode) {
        assertTrue(CheckDigits.fits(barcode, CheckDigit.LUHN_14));
    }

    @Test
    void one_misread_digit_never_fits() {
        String good = "31000000000458";
        for (int at = 0; at < good.length(); at++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                String read = good.substring(0, at) + digit + good.substring(at + 1);
                assertEquals(read.equals(good), CheckDigits.fits(read, CheckDigit.LUHN_14), read);
            }
        }
    }

    @Test
    void neighbours_that_changed_places_do_not_fit() {
        assertFalse(CheckDigits.fits("13000000000011", CheckDigit.LUHN_14));
        assertFalse(CheckDigits.fits("31000000000101", CheckDigit.LUHN_14));
    }

    @ParameterizedTest
    @ValueSource(strings = { "123", "3100000000001X", "310000000000110", "٣١٠٠٠٠٠٠٠٠٠٠١١" })
    void barcodes_of_another_form_have_no_such_digit(String barcode) {
        assertTrue(CheckDigits.fits(barcode, CheckDigit.LUHN_14));
    }

    @Test
    void a_branch_without_check_digits_checks_none() {
        assertTrue(CheckDigits.fits("31000000000012", CheckDigit.NONE));
    }
}
