/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.carrel.model.FetchSchedule;
import org.carrel.model.ItemFileRules;
import org.carrel.model.port.ItemFileServer.Place;
import org.carrel.model.port.ItemFiles.Choices;

/** Reads the section {@code item-file-server} of a profile. For one section. */
final class ItemFileServerReader {

    /** Where OCLC lays the reports of a library, and how the item file is called there, over the years. */
    private static final String FOLDER = "/xfer/wms/reports";
    private static final String PATTERN = "*Item_Inventories*";
    private static final int PORT = 22;
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?");
    private static final Pattern HOST_KEY = Pattern.compile("[a-z0-9@.-]+ [A-Za-z0-9+/]+=*");
    private static final Pattern HERE = Pattern.compile("localhost|127(?:\\.\\d{1,3}){3}");
    private static final Pattern DAILY = Pattern.compile("daily ((?:[01]\\d|2[0-3]):[0-5]\\d)");
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,2}|100) *%?");
    private static final Pattern EVERY = Pattern.compile("every (\\d{1,3}) *(?:h|hours?)");

    private final Section section;
    private final boolean practice;
    private final String file;

    /** @param file the profile: a key file may be named as seen from there */
    ItemFileServerReader(Section section, boolean practice, String file) {
        this.section = section;
        this.practice = practice;
        this.file = file;
    }

    /** @param choices what else is said of item files */
    ItemFileRules read(Choices choices) {
        String host = section.optional("host", "", "itemFileServer.host",
                text -> Optional.of(text).filter(t -> HOST.matcher(t).matches()));
        int port = section.optional("port", PORT, "itemFileServer.port", ItemFileServerReader::port);
        Optional<String> user = section.text("user");
        Optional<String> hostKey = section.optional("host-key", Optional.empty(), "itemFileServer.hostKey",
                text -> Optional.of(text).filter(t -> HOST_KEY.matcher(t).matches()).map(Optional::of));
        String folder = section.text("folder").orElse(FOLDER);
        String pattern = section.text("pattern").orElse(PATTERN);
        Optional<Path> keyFile = section.optional("key-file", Optional.empty(), "path.wrong",
                text -> Terms.beside(file, text).map(Optional::of));
        FetchSchedule schedule = section.optional("fetch", new FetchSchedule.Never(), "itemFileServer.fetch",
                ItemFileServerReader::schedule);
        int atLeast = section.optional("at-least", ItemFileRules.USUALLY_AT_LEAST, "itemFileServer.atLeast",
                ItemFileServerReader::percent);
        section.warnOfUnknownKeys();
        if (host.isEmpty()) {
            if (!section.has("host") && (user.isPresent() || section.has("fetch"))) {
                section.remarks().warn(section.line("host"), "itemFileServer.noHost");
            }
            return new ItemFileRules(choices, Optional.empty(), new FetchSchedule.Never(), atLeast);
        }
        if (practice && !HERE.matcher(host.toLowerCase(Locale.ROOT)).matches()) {
            section.remarks().error(section.line("host"), "itemFileServer.practice", host);
        }
        if (user.isEmpty() || hostKey.isEmpty()) {
            if (!section.has("user") || !section.has("host-key")) {
                section.remarks().error(section.line("host"), "itemFileServer.incomplete", host);
            }
            return new ItemFileRules(choices, Optional.empty(), schedule, atLeast);
        }
        return new ItemFileRules(choices,
                Optional.of(new Place(host, port, user.get(), hostKey.get(), folder, pattern, keyFile)), schedule,
                atLeast);
    }

    private static Optional<Integer> port(String text) {
        return text.matches("\\d{1,5}") ? Optional.of(Integer.valueOf(text)).filter(n -> n >= 1 && n <= 65_535)
                : Optional.empty();
    }

    private static Optional<Integer> percent(String text) {
        Matcher percent = PERCENT.matcher(text);
        return percent.matches() ? Optional.of(Integer.valueOf(percent.group(1))) : Optional.empty();
    }

    private static Optional<FetchSchedule> schedule(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (Terms.yesOrNo(lower).equals(Optional.of(false))) {
            return Optional.of(new FetchSchedule.Never());
        }
        Matcher daily = DAILY.matcher(lower);
        if (daily.matches()) {
            return Optional.of(new FetchSchedule.Daily(LocalTime.parse(daily.group(1))));
        }
        Matcher every = EVERY.matcher(lower);
        return every.matches() && Integer.parseInt(every.group(1)) > 0
                ? Optional.of(new FetchSchedule.Every(Duration.ofHours(Integer.parseInt(every.group(1)))))
                : Optional.empty();
    }
}
