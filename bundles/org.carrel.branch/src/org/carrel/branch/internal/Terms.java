/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** How values are written in a profile. Each method gives empty for what it cannot understand. */
final class Terms {

    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,4})\\s*([a-z]+)");
    private static final Pattern ID = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?");
    private static final Pattern EXTENSION_ID = Pattern.compile("[a-z0-9][a-z0-9.-]{0,99}");
    private static final Pattern DEVICE = Pattern.compile("con|prn|aux|nul|com\\d|lpt\\d");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(?:\\.\\d{1,3}){3}|\\[::1]");
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final Duration LONGEST_IDLE = Duration.ofHours(8);
    private static final int TEN_YEARS = 3_653;

    private Terms() {}

    /** Lower-case letters, digits and hyphens; no name that Windows keeps for a device, for it becomes a folder. */
    static Optional<String> id(String text) {
        return Optional.of(text).filter(t -> ID.matcher(t).matches() && !DEVICE.matcher(t).matches());
    }

    /** What names something that a bundle contributes. */
    static Optional<String> extensionId(String text) {
        return Optional.of(text).filter(t -> EXTENSION_ID.matcher(t).matches());
    }

    static Optional<Boolean> yesOrNo(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "yes", "true", "on" -> Optional.of(true);
            case "no", "false", "off" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    static Optional<ZoneId> zone(String text) {
        try {
            return Optional.of(ZoneId.of(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Optional<LocalTime> time(String text) {
        try {
            return Optional.of(LocalTime.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Optional<Pattern> pattern(String text) {
        try {
            return Optional.of(Pattern.compile(text));
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }

    static Optional<Integer> lanes(String text) {
        return text.matches("\\d{1,2}") ? Optional.of(Integer.valueOf(text)).filter(n -> n >= 1 && n <= 32)
                : Optional.empty();
    }

    /** For instance {@code 500 ms}, {@code 10 s}, {@code 2 min}; more than nothing and at most five minutes. */
    static Optional<Duration> wait(String text) {
        Matcher amount = AMOUNT.matcher(text.toLowerCase(Locale.ROOT));
        if (!amount.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(amount.group(1));
        Optional<Duration> wait = switch (amount.group(2)) {
            case "ms" -> Optional.of(Duration.ofMillis(number));
            case "s", "second", "seconds" -> Optional.of(Duration.ofSeconds(number));
            case "min", "minute", "minutes" -> Optional.of(Duration.ofMinutes(number));
            default -> Optional.empty();
        };
        return wait.filter(w -> w.isPositive() && w.compareTo(LONGEST_WAIT) <= 0);
    }

    /** For instance {@code 90 s}, {@code 10 min}, {@code 1 h}, at most eight hours; {@code no} for never. */
    static Optional<Duration> lockAfter(String text) {
        if (yesOrNo(text).equals(Optional.of(false))) {
            return Optional.of(Duration.ZERO);
        }
        Matcher amount = AMOUNT.matcher(text.toLowerCase(Locale.ROOT));
        if (!amount.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(amount.group(1));
        Optional<Duration> idle = switch (amount.group(2)) {
            case "s", "second", "seconds" -> Optional.of(Duration.ofSeconds(number));
            case "min", "minute", "minutes" -> Optional.of(Duration.ofMinutes(number));
            case "h", "hour", "hours" -> Optional.of(Duration.ofHours(number));
            default -> Optional.empty();
        };
        return idle.filter(i -> i.isPositive() && i.compareTo(LONGEST_IDLE) <= 0);
    }

    /** For instance {@code 90 days}; at least one and at most ten years. */
    static Optional<Integer> days(String text) {
        Matcher amount = AMOUNT.matcher(text.toLowerCase(Locale.ROOT));
        return amount.matches() && amount.group(2).matches("days?")
                ? Optional.of(Integer.valueOf(amount.group(1))).filter(days -> days >= 1 && days <= TEN_YEARS)
                : Optional.empty();
    }

    /** The absolute path of what {@code file} calls {@code text}: a whole path, or one that starts beside it. */
    static Optional<Path> beside(String file, String text) {
        try {
            return Optional.of(Path.of(file).toAbsolutePath().resolveSibling(text).normalize());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** For instance {@code 1 day}, {@code 2 weeks}, {@code 3 months}; more than nothing and at most two years. */
    static Optional<Period> period(String text) {
        Matcher amount = AMOUNT.matcher(text.toLowerCase(Locale.ROOT));
        if (!amount.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(amount.group(1));
        int longest = switch (amount.group(2)) {
            case "day", "days" -> 731;
            case "week", "weeks" -> 104;
            case "month", "months" -> 24;
            default -> 0;
        };
        if (number < 1 || number > longest) {
            return Optional.empty();
        }
        return Optional.of(switch (amount.group(2)) {
            case "day", "days" -> Period.ofDays(number);
            case "week", "weeks" -> Period.ofWeeks(number);
            default -> Period.ofMonths(number);
        });
    }

    /** An absolute http or https address with a host and without user, query or fragment. */
    static Optional<URI> address(String text) {
        try {
            URI uri = new URI(text);
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            boolean plain = uri.getUserInfo() == null && uri.getQuery() == null && uri.getFragment() == null;
            return web && uri.getHost() != null && plain && uri.getPort() <= 65_535 ? Optional.of(uri)
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** A whole path, or one below the home folder ({@code ~/…}). */
    static Optional<String> folder(String text) {
        try {
            return Optional.of(text).filter(t -> t.startsWith("~/") || Path.of(t).isAbsolute());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    static boolean isLoopback(URI address) {
        return LOOPBACK.matcher(address.getHost().toLowerCase(Locale.ROOT)).matches();
    }

    static boolean isEncrypted(URI address) {
        return "https".equalsIgnoreCase(address.getScheme());
    }
}
