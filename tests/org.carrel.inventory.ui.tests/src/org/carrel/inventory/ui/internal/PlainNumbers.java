/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.carrel.inventory.callnumber.CallNumber;
import org.carrel.inventory.callnumber.CallNumbers;
import org.carrel.inventory.callnumber.ShelfKey;

/** Call numbers in the order of their characters; one is understood when it has a letter and a digit. */
public final class PlainNumbers implements CallNumbers {

    @Override
    public CallNumber read(String callNumber, String enumeration, String scheme) {
        boolean understood = callNumber.chars().anyMatch(Character::isDigit)
                && callNumber.chars().anyMatch(Character::isLetter);
        String key = (callNumber + " " + enumeration).strip().toUpperCase(Locale.ROOT);
        return new CallNumber(callNumber, ShelfKey.of(key.getBytes(StandardCharsets.US_ASCII)), List.of(),
                understood ? Optional.of("plain") : Optional.empty());
    }

    @Override
    public Set<String> missingSchemes() {
        return Set.of();
    }

    @Override
    public String version() {
        return "plain";
    }
}
