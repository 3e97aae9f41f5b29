/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.carrel.model.Sip2Server;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The SIP2 server of a profile")
class Sip2ReaderTest {

    private static Optional<Sip2Server> server(String section) {
        return Profiles.accepted(Profiles.SOUND + section).sip2();
    }

    @Test
    void is_none_when_nothing_is_said() {
        assertEquals(Optional.empty(), server(""));
        assertEquals(Optional.empty(), server("sip2:\n"));
    }

    @Test
    void is_encrypted_and_patient_for_five_seconds_unless_told_otherwise() {
        assertEquals(
                Optional.of(new Sip2Server("sip2.example.org", 2093, true, "", "", "", StandardCharsets.UTF_8, true,
                        Duration.ofSeconds(5))),
                server("sip2:\n  host: sip2.example.org\n"));
    }

    @Test
    void is_read_with_all_its_keys() {
        assertEquals(
                Optional.of(new Sip2Server("10.0.0.7", 6001, false, "desk", "128807", "Front desk",
                        Charset.forName("IBM850"), false, Duration.ofSeconds(2))),
                server("""
                        sip2:
                          host: 10.0.0.7
                          port: 6001
                          tls: no
                          user: desk
                          institution-id: 128807
                          location: Front desk
                          character-set: CP850
                          error-detection: no
                          answer-timeout: 2 s
                        """));
    }

    @Test
    void is_found_in_the_example_when_its_marks_are_taken_away() throws IOException {
        String example = Profiles.shipped("example.yaml");
        int from = example.indexOf("\nsip2:");
        int to = example.indexOf("\n\n", from + 1);
        String used = example.substring(0, from)
                + example.substring(from, to).replaceAll("(?m)^  # (?=[a-z-]+: )", "  ")
                + example.substring(to);
        assertEquals("sip2.sd00.worldcat.org",
                Profiles.accepted(used.replace("hmac", "oauth")).sip2().orElseThrow().host());
    }

    @Test
    void in_practice_mode_is_this_machine_with_a_port_that_is_chosen() throws IOException {
        Sip2Server server = Profiles.accepted(Profiles.shipped("practice.yaml")).sip2().orElseThrow();
        assertEquals("127.0.0.1", server.host());
        assertEquals(0, server.port());
        assertFalse(server.tls());
        assertTrue(Profiles.errors(Profiles.shipped("practice.yaml").replace("host: 127.0.0.1",
                "host: sip2.example.org")).getFirst().sentence().contains("this machine"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "host: https://sip2.example.org", "host: 'sip2.example.org:2093'", "host: '-'",
            "port: 0", "port: 65536", "port: many", "character-set: EBCDIC", "answer-timeout: 1 h", "tls: perhaps",
            "error-detection: 16", "password: open sesame" })
    void that_is_written_otherwise_is_refused_with_its_line(String line) {
        assertEquals(18,
                Profiles.errors(Profiles.SOUND + "sip2:\n  location: here\n  " + line + "\n").getFirst().line());
    }

    @Test
    void without_a_host_or_without_encryption_is_worth_a_warning() {
        assertEquals(1, Profiles.read(Profiles.SOUND + "sip2:\n  user: desk\n").warnings().size());
        assertEquals(1, Profiles.read(Profiles.SOUND + "sip2:\n  host: a.example.org\n  tls: no\n").warnings().size());
        assertEquals(0, Profiles.read(Profiles.SOUND + "sip2:\n  host: 127.0.0.1\n  tls: no\n").warnings().size());
    }

    @Test
    void cannot_be_replaced_by_another_one_unless_an_administrator_confirms_it() throws SealException {
        Map<String, String> none = ProfileBinding.of(Profiles.accepted(Profiles.SOUND));
        Map<String, String> one = ProfileBinding.of(Profiles.accepted(Profiles.SOUND + "sip2:\n  host: a.org\n"));
        Map<String, String> other = ProfileBinding.of(Profiles.accepted(Profiles.SOUND + "sip2:\n  host: b.org\n"));
        assertEquals(List.of("sip2 / host"), ProfileBinding.differences(one, other));
        assertTrue(ProfileBinding.differences(none, one).contains("sip2 / host"));
    }
}
