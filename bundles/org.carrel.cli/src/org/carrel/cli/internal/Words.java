/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import org.carrel.model.CheckIn;
import org.carrel.model.CheckOut;
import org.carrel.model.Texts;
import org.carrel.model.Transaction;
import org.carrel.model.TransactionState;

import picocli.CommandLine.TypeConversionException;

/** How the command line calls things. */
final class Words {

    private static final Texts TEXTS = Texts.of(Words.class);
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private Words() {}

    static String of(TransactionState state) {
        return TEXTS.get("state." + state);
    }

    static String kind(Transaction transaction) {
        return switch (transaction) {
            case CheckOut out -> TEXTS.get("kind.checkOut");
            case CheckIn in -> TEXTS.get("kind.checkIn");
        };
    }

    static String minutes(Instant moment, ZoneId zone) {
        return MINUTES.format(moment.atZone(zone));
    }

    /** The state that an option calls for instance {@code awaiting-sync}. */
    static TransactionState state(String option) {
        String name = option.toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        return Arrays.stream(TransactionState.values()).filter(state -> state.name().equals(name)).findFirst()
                .orElseThrow(() -> new TypeConversionException(TEXTS.get("state.unknown", option,
                        Arrays.stream(TransactionState.values()).map(Words::option)
                                .collect(Collectors.joining(", ")))));
    }

    /** What an option calls {@code state}. */
    static String option(TransactionState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
