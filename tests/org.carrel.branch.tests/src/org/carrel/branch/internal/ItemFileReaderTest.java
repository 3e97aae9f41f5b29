/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.carrel.model.FetchSchedule;
import org.carrel.model.ItemFileRules;
import org.carrel.model.port.ItemFileServer.Place;
import org.carrel.model.port.ItemFiles.Choices;
import org.carrel.model.port.ItemFiles.Column;
import org.carrel.model.port.ItemFiles.Format;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The item files of a profile")
class ItemFileReaderTest {

    private static final String SERVER = "item-file-server:\n  host: files.example.org\n  user: library\n"
            + "  host-key: ssh-ed25519 AAAA\n";

    private static ItemFileRules read(String sections) {
        return Profiles.accepted(Profiles.SOUND + sections).itemFile();
    }

    @Test
    void are_as_they_are_and_come_from_nowhere_when_nothing_is_said() {
        assertEquals(ItemFileRules.NONE, read(""));
        assertEquals(ItemFileRules.NONE, read("item-file:\nitem-file-server:\n"));
    }

    @Test
    void have_the_layout_that_is_said() {
        Choices choices = read("""
                item-file:
                  format: csv
                  encoding: cp1252
                  delimiter: tab
                  quoted: no
                  columns:
                    barcode: Strichcode
                    call-number: Signatur
                """).choices();
        assertEquals(new Choices(Optional.of(Format.CSV), Optional.of("windows-1252"), Optional.of('\t'),
                Optional.of(false), Map.of(Column.BARCODE, "Strichcode", Column.CALL_NUMBER, "Signatur")), choices);
        assertEquals(Optional.of("MARC-8"), read("item-file:\n  encoding: marc-8\n").choices().encoding());
    }

    @Test
    void are_fetched_where_oclc_leaves_them_unless_told_otherwise() {
        ItemFileRules rules = read(SERVER);
        assertEquals(Optional.of(new Place("files.example.org", 22, "library", "ssh-ed25519 AAAA", "/xfer/wms/reports",
                "*Item_Inventories*", Optional.empty())), rules.server());
        assertEquals(new FetchSchedule.Never(), rules.schedule());
        Place place = read(SERVER + "  port: 2022\n  folder: /x\n  pattern: '*.mrc'\n  key-file: desk.key\n").server()
                .orElseThrow();
        assertEquals(2022, place.port());
        assertTrue(place.keyFile().orElseThrow().isAbsolute());
        assertTrue(place.keyFile().orElseThrow().endsWith("desk.key"));
    }

    @Test
    void are_fetched_at_a_time_of_day_or_every_so_many_hours() {
        assertEquals(new FetchSchedule.Daily(LocalTime.of(6, 30)), read(SERVER + "  fetch: daily 06:30\n").schedule());
        assertEquals(new FetchSchedule.Every(Duration.ofHours(12)), read(SERVER + "  fetch: every 12 h\n").schedule());
        assertEquals(new FetchSchedule.Never(), read(SERVER + "  fetch: no\n").schedule());
        assertEquals(50, read(SERVER).atLeast());
        assertEquals(80, read(SERVER + "  at-least: 80 %\n").atLeast());
        assertEquals(0, read(SERVER + "  at-least: 0\n").atLeast());
    }

    @Test
    void are_found_in_the_example_when_its_marks_are_taken_away() throws IOException {
        String example = Profiles.shipped("example.yaml");
        int from = example.indexOf("\nitem-file-server:");
        int to = example.indexOf("\n\n", from + 1);
        ItemFileRules rules = Profiles.accepted((example.substring(0, from)
                + example.substring(from, to).replaceAll("(?m)^  # (?=[a-z-]+: )", "  ")
                + example.substring(to)).replace("hmac", "oauth")).itemFile();
        assertEquals("files.example.org", rules.server().orElseThrow().host());
        assertEquals(new FetchSchedule.Daily(LocalTime.of(6, 30)), rules.schedule());
    }

    @ParameterizedTest
    @ValueSource(strings = { "host: sftp://files.example.org", "host: 'files.example.org:22'", "port: 0", "port: many",
            "host-key: ssh-ed25519", "host-key: AAAA", "fetch: daily", "fetch: daily 25:00", "fetch: daily 6:30",
            "fetch: every 0 h", "at-least: 101", "at-least: half", "fetch: hourly", "fetch: yes",
            "password: open sesame" })
    void from_a_server_that_is_written_otherwise_are_refused_with_the_line(String line) {
        assertEquals(18,
                Profiles.errors(Profiles.SOUND + "item-file-server:\n  folder: /x\n  " + line + "\n").getFirst()
                        .line());
    }

    @ParameterizedTest
    @ValueSource(strings = { "format: pdf", "encoding: rot13", "delimiter: a", "quoted: perhaps" })
    void that_are_laid_out_as_nothing_is_are_refused_with_the_line(String line) {
        assertEquals(17, Profiles.errors(Profiles.SOUND + "item-file:\n  " + line + "\n").getFirst().line());
    }

    @Test
    void are_not_fetched_from_who_is_not_known_nor_by_nobody() {
        String incomplete = Profiles.SOUND + "item-file-server:\n  host: files.example.org\n";
        assertTrue(Profiles.errors(incomplete).getFirst().sentence().contains("host-key"));
        assertTrue(Profiles.errors(incomplete + "  user: me\n").getFirst().sentence().contains("host-key"));
        assertEquals(1, Profiles.read(Profiles.SOUND + "item-file-server:\n  fetch: daily 06:30\n").warnings().size());
        assertEquals(1, Profiles.read(Profiles.SOUND + "item-file:\n  columns:\n    colour: x\n").warnings().size());
    }

    @Test
    void in_practice_mode_are_on_this_machine() throws IOException {
        String practice = Profiles.shipped("practice.yaml");
        assertTrue(Profiles.errors(practice + SERVER).getFirst().sentence().contains("this machine"));
        Profiles.accepted(practice + SERVER.replace("files.example.org", "127.0.0.1"));
    }

    @Test
    void come_from_another_server_only_when_an_administrator_confirms_it() throws SealException {
        Map<String, String> one = ProfileBinding.of(Profiles.accepted(Profiles.SOUND + SERVER));
        Map<String, String> other = ProfileBinding.of(Profiles.accepted(Profiles.SOUND
                + SERVER.replace("files.", "elsewhere.").replace("AAAA", "BBBB")));
        assertEquals(List.of("item-file-server / host", "item-file-server / host-key"),
                ProfileBinding.differences(one, other));
    }
}
