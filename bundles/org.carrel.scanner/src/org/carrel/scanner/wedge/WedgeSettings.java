/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.wedge;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

import org.carrel.scanner.DeviceSettings;

/**
 * How the keyboard scanner of this workstation types. Immutable.
 *
 * @param prefix   what it types before a barcode; empty for nothing
 * @param suffix   what it types after one; empty for nothing. One key: Enter ({@code \r}), tab or a control character
 * @param longestGap the longest time between two of its keys. A person is slower: 35 ms tells most scanners from the
 *                 fastest typist
 * @param shortest how many characters a barcode has at least
 */
public record WedgeSettings(String prefix, String suffix, Duration longestGap, int shortest) {

    /** The option of a keyboard scanner that says which key ends a barcode: one of {@link #ENDS}. */
    public static final String END = "end";
    /** The keys that may end one. */
    public static final List<String> ENDS = List.of("enter", "tab", "none");
    /** The option for {@code longestGap}, in milliseconds. */
    public static final String LONGEST_GAP = "longest-gap-ms";
    /** The option for {@code shortest}. */
    public static final String SHORTEST = "shortest";

    /** Beyond this, everybody types like a scanner. */
    public static final Duration SLOWEST = Duration.ofMillis(100);

    /** A scanner as it comes: no prefix, Enter behind the barcode, at most 35 ms between two keys. */
    public static final WedgeSettings STANDARD = new WedgeSettings("", "\r", Duration.ofMillis(35), 4);

    /** What suits a slow one, over Bluetooth or a remote desktop: at most 65 ms between two keys. */
    public static final WedgeSettings SLOW = new WedgeSettings("", "\r", Duration.ofMillis(65), 4);

    /** @throws IllegalArgumentException for a suffix of several keys, or times and lengths that tell nothing apart */
    public WedgeSettings {
        Objects.requireNonNull(prefix, "prefix");
        if (suffix.length() > 1) {
            throw new IllegalArgumentException("a suffix is one key: " + suffix.length());
        }
        if (!longestGap.isPositive() || longestGap.compareTo(SLOWEST) > 0) {
            throw new IllegalArgumentException("between two keys of a scanner: " + longestGap);
        }
        if (shortest < 2) {
            throw new IllegalArgumentException("the shortest barcode: " + shortest);
        }
    }

    /**
     * How a device of the driver {@code keyboard} types, by its options and the prefix of its pipeline.
     *
     * @throws IllegalArgumentException when an option makes no sense
     */
    public static WedgeSettings of(DeviceSettings device) {
        String end = device.option(END, "enter");
        if (!ENDS.contains(end)) {
            throw new IllegalArgumentException("no key ends a barcode so: " + end);
        }
        String gap = device.option(LONGEST_GAP, Long.toString(STANDARD.longestGap.toMillis()));
        return new WedgeSettings(device.pipeline().prefix(), switch (end) {
            case "tab" -> "\t";
            case "none" -> "";
            default -> "\r";
        }, Duration.ofMillis(Long.parseLong(gap)),
                Integer.parseInt(device.option(SHORTEST, Integer.toString(STANDARD.shortest))));
    }

    public WedgeSettings withEnds(String otherPrefix, String otherSuffix) {
        return new WedgeSettings(otherPrefix, otherSuffix, longestGap, shortest);
    }

    public WedgeSettings withLongestGap(Duration other) {
        return new WedgeSettings(prefix, suffix, other, shortest);
    }

    /** Whether no key that a person has begins a barcode: a control character, as STX. */
    boolean hasUnmistakablePrefix() {
        return !prefix.isEmpty() && prefix.chars().allMatch(c -> c < ' ' && c != '\r' && c != '\n' && c != '\t'
                && c != '\b' && c != 0x1B);
    }
}
