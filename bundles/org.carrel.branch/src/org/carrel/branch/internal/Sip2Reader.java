/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.carrel.model.Sip2Server;

/** Reads the section {@code sip2} of a profile. For one section. */
final class Sip2Reader {

    /** As at WorldShare Management Services. */
    private static final int ENCRYPTED = 2093;
    private static final int CLEAR = 2090;
    private static final Duration WAIT = Duration.ofSeconds(5);
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?");
    private static final Pattern HERE = Pattern.compile("localhost|127(?:\\.\\d{1,3}){3}");
    private static final Map<String, Charset> CHARACTER_SETS = Map.of("utf-8", StandardCharsets.UTF_8, "iso-8859-1",
            StandardCharsets.ISO_8859_1, "cp850", Charset.forName("IBM850"));

    private final Section section;
    private final boolean practice;

    Sip2Reader(Section section, boolean practice) {
        this.section = section;
        this.practice = practice;
    }

    /** Empty when no server is named. */
    Optional<Sip2Server> read() {
        String host = section.optional("host", "", "sip2.host",
                text -> Optional.of(text).filter(t -> HOST.matcher(t).matches()));
        boolean tls = section.optional("tls", !practice, "yesNo.wrong", Terms::yesOrNo);
        int port = section.optional("port", practice ? 0 : tls ? ENCRYPTED : CLEAR, "sip2.port", this::port);
        Sip2Server server = new Sip2Server(host, port, tls, section.text("user").orElse(""),
                section.text("institution-id").orElse(""), section.text("location").orElse(""),
                section.optional("character-set", StandardCharsets.UTF_8, "sip2.characterSet",
                        text -> Optional.ofNullable(CHARACTER_SETS.get(text.toLowerCase(Locale.ROOT)))),
                section.optional("error-detection", true, "yesNo.wrong", Terms::yesOrNo),
                section.optional("answer-timeout", WAIT, "wait.wrong", Terms::wait));
        section.warnOfUnknownKeys();
        if (host.isEmpty()) {
            if (section.has("user") && !section.has("host")) {
                section.remarks().warn(section.line("host"), "sip2.noHost");
            }
            return Optional.empty();
        }
        boolean here = HERE.matcher(host.toLowerCase(Locale.ROOT)).matches();
        if (practice && (!here || tls)) {
            section.remarks().error(section.line("host"), "sip2.practice", host);
        } else if (!tls && !here) {
            section.remarks().warn(section.line("tls"), "sip2.clear", host);
        }
        return Optional.of(server);
    }

    /** Zero is for practice mode, which chooses one. */
    private Optional<Integer> port(String text) {
        return text.matches("\\d{1,5}")
                ? Optional.of(Integer.valueOf(text)).filter(n -> n >= (practice ? 0 : 1) && n <= 65_535)
                : Optional.empty();
    }
}
