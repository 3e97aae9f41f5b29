/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.bench.inside;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A moment at which the UI thread did not answer, and what it was at.
 *
 * @param nanos     how long
 * @param processor for how much of that the UI thread computed, in nanoseconds; the rest it waited
 * @param collector for how much of that the collector of garbage held up everything, in milliseconds
 * @param doing     what the probe had last asked for
 * @param samples   where the UI thread was, the innermost frame first, every few milliseconds after it was late
 */
record Stall(long nanos, long processor, long collector, String doing, List<List<StackTraceElement>> samples) {

    private static final int INNERMOST = 2;
    private static final int OWN = 4;
    private static final int WHOLE = 60;

    /** In one line: the place where it was most often, from the inside to the outside, our own frames above all. */
    String line() {
        return String.format(Locale.ROOT, "%,d ms (%,d ms of them computing, %,d ms collecting garbage), %s: %s",
                nanos / 1_000_000, processor / 1_000_000, collector, doing, usualPlace());
    }

    private String usualPlace() {
        Map<String, Long> places = samples.stream().map(Stall::place)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return places.entrySet().stream().max(Map.Entry.comparingByValue())
                .map(most -> most.getKey() + " (" + most.getValue() + " of " + samples.size() + ")")
                .orElse("over before anybody looked");
    }

    private static String place(List<StackTraceElement> sample) {
        Set<String> frames = new LinkedHashSet<>();
        sample.stream().limit(INNERMOST).map(Stall::name).forEach(frames::add);
        sample.stream().filter(frame -> frame.getClassName().startsWith("org.carrel.")).limit(OWN).map(Stall::name)
                .forEach(frames::add);
        return String.join(" < ", frames);
    }

    private static String name(StackTraceElement frame) {
        String type = frame.getClassName();
        return type.substring(type.lastIndexOf('.') + 1) + '.' + frame.getMethodName();
    }

    /** All that is known, for somebody who wants to mend it: each place with its whole stack, the usual first. */
    String report() {
        Map<List<StackTraceElement>, Long> stacks = samples.stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return line() + stacks.entrySet().stream()
                .sorted(Map.Entry.<List<StackTraceElement>, Long>comparingByValue(Comparator.reverseOrder()))
                .map(stack -> "\n  " + stack.getValue() + " times" + stack.getKey().stream().limit(WHOLE)
                        .map(frame -> "\n    " + frame).collect(Collectors.joining()))
                .collect(Collectors.joining());
    }

    /** Where {@code thread} is now. */
    static List<StackTraceElement> sample(Thread thread) {
        return Arrays.asList(thread.getStackTrace());
    }
}
