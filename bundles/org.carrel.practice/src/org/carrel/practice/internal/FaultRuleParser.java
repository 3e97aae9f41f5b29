/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.practice.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.carrel.model.Texts;
import org.carrel.practice.internal.Fault.DropAfter;
import org.carrel.practice.internal.Fault.DropBefore;
import org.carrel.practice.internal.Fault.Huge;
import org.carrel.practice.internal.Fault.Latency;
import org.carrel.practice.internal.Fault.Line;
import org.carrel.practice.internal.Fault.Refusal;
import org.carrel.practice.internal.Fault.Slow;
import org.carrel.practice.internal.Fault.Spoil;
import org.carrel.practice.internal.Fault.Status;
import org.carrel.practice.internal.Fault.StatusAfter;
import org.carrel.practice.internal.Fault.WebPage;

/** Reads one rule of a {@link FaultScript}, word by word. For one rule. */
final class FaultRuleParser {

    private static final Texts TEXTS = Texts.of(FaultRuleParser.class);
    private static final Set<String> PLACES = Set.of("any", "ncip", "checkout", "checkin", "token", "health",
            "inventory", "sip2", "sip2-login", "sip2-status", "sip2-item");
    private static final Pattern TARGET = Pattern.compile("([a-z0-9-]+)(?::(\\d{1,9})(-(\\d{1,9})?)?)?");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final Pattern PART = Pattern.compile("(?:\"[^\"]*\"|[^\";#])+|;|#.*|\"");
    private static final Pattern DURATION = Pattern.compile("(\\d{1,6})(ms|s|m)");
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final long MEGABYTE = 1_000_000;

    private final String text;
    private final List<String> words = new ArrayList<>();
    private int next;

    FaultRuleParser(String text) {
        this.text = text;
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
        }
    }

    /** The rules of one line: split at semicolons that are not in quotes, without comments and empty ones. */
    static List<String> split(String line) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        Matcher matcher = PART.matcher(line);
        while (matcher.find()) {
            String found = matcher.group();
            if (found.equals(";")) {
                parts.add(part.toString().strip());
                part.setLength(0);
            } else if (!found.startsWith("#")) {
                part.append(found);
            }
        }
        parts.add(part.toString().strip());
        return parts.stream().filter(p -> !p.isEmpty()).toList();
    }

    FaultRule parse() {
        if (text.chars().filter(c -> c == '"').count() % 2 != 0) {
            throw problem("script.quote");
        }
        String place = "any";
        long first = 1;
        long last = Long.MAX_VALUE;
        Matcher target = TARGET.matcher(peek());
        if (target.matches() && PLACES.contains(target.group(1))) {
            next++;
            place = target.group(1);
            if (target.group(2) != null) {
                first = Long.parseLong(target.group(2));
                last = target.group(3) == null ? first
                        : target.group(4) == null ? last
                                : Long.parseLong(target.group(4));
            }
            if (first < 1 || last < first) {
                throw problem("script.range");
            }
        } else if (peek().contains(":")) {
            throw problem("script.place");
        }
        Fault fault = fault(take("script.fault.missing"));
        if (!place.equals("any") && !fault.isFor(place)) {
            throw problem("script.elsewhere");
        }
        return limited(place, first, last, fault);
    }

    private FaultRule limited(String place, long first, long last, Fault fault) {
        Optional<String> item = Optional.empty();
        long times = Long.MAX_VALUE;
        int chance = 100;
        while (next < words.size()) {
            String limit = take("script.limit");
            switch (limit) {
                case "times" -> times = number(1, 1_000_000_000);
                case "item" -> item = Optional.of(take("script.value"));
                case "chance" -> {
                    String percent = take("script.value");
                    if (!percent.matches("\\d{1,3}%") || percent(percent) > 100) {
                        throw problem("script.value");
                    }
                    chance = percent(percent);
                }
                default -> throw new IllegalArgumentException(TEXTS.get("script.limit", text, limit));
            }
        }
        return new FaultRule(place, first, last, item, times, chance, fault, text);
    }

    private Fault fault(String word) {
        return switch (word) {
            case "latency" -> new Latency(duration());
            case "drop-before" -> new DropBefore();
            case "drop-after" -> new DropAfter();
            case "status" -> status((int) number(200, 599));
            case "401", "403", "404", "429", "500", "502", "503", "504" -> status(Integer.parseInt(word));
            case "status-after" -> new StatusAfter((int) number(200, 599));
            case "problem" -> new Refusal(take("script.value"), isLimitOrEnd() ? "" : take("script.value"));
            case "html" -> new WebPage();
            case "malformed", "truncated", "cut", "empty", "wrong-type",
                    "wrong-item" -> new Spoil(Spoil.How.valueOf(word.replace('-', '_').toUpperCase(Locale.ROOT)));
            case "slow" -> new Slow(duration());
            case "huge" -> new Huge(number(1, 1000) * MEGABYTE);
            case "split", "no-cr", "ask-again", "wrong-checksum", "wrong-sequence", "silence", "latin-1", "decomposed",
                    "odd", "refuse" -> new Line(Line.How.valueOf(word.replace('-', '_').toUpperCase(Locale.ROOT)));
            case "down" -> throw problem("script.down");
            default -> throw new IllegalArgumentException(TEXTS.get("script.fault", text, word));
        };
    }

    private Fault status(int code) {
        if (next < words.size() && peek().equals("retry-after")) {
            next++;
            return new Status(code, Optional.of(duration()));
        }
        return new Status(code, Optional.empty());
    }

    private boolean isLimitOrEnd() {
        return next >= words.size() || Set.of("times", "item", "chance").contains(peek());
    }

    private Duration duration() {
        Matcher matcher = DURATION.matcher(take("script.value"));
        if (!matcher.matches()) {
            throw problem("script.duration");
        }
        long n = Long.parseLong(matcher.group(1));
        Duration duration = switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(n);
            case "s" -> Duration.ofSeconds(n);
            default -> Duration.ofMinutes(n);
        };
        if (duration.compareTo(LONGEST) > 0) {
            throw problem("script.long");
        }
        return duration;
    }

    private long number(long least, long most) {
        String word = take("script.value");
        if (!word.matches("\\d{1,10}") || Long.parseLong(word) < least || Long.parseLong(word) > most) {
            throw new IllegalArgumentException(TEXTS.get("script.number", text, word, least, most));
        }
        return Long.parseLong(word);
    }

    private static int percent(String word) {
        return Integer.parseInt(word.replace("%", ""));
    }

    private String peek() {
        return next < words.size() ? words.get(next) : "";
    }

    private String take(String keyWhenMissing) {
        if (next >= words.size()) {
            throw problem(keyWhenMissing);
        }
        return words.get(next++);
    }

    private IllegalArgumentException problem(String key) {
        return new IllegalArgumentException(TEXTS.get(key, text, ""));
    }
}
