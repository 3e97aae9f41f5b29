/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.carrel.branch.ProfileRemark;
import org.carrel.model.BranchProfile;
import org.carrel.model.BranchProfile.BarcodeRules.CheckDigit;
import org.carrel.model.BranchProfile.Preset;
import org.carrel.model.BranchProfile.SignIn;
import org.carrel.model.BranchProfile.Upload;
import org.carrel.model.UpdateRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileReaderTest {

    @Test
    void a_small_profile_is_enough_and_the_rest_has_safe_standards() {
        BranchProfile profile = Profiles.accepted(Profiles.SOUND);

        assertAll(() -> assertEquals("main-library", profile.id()),
                () -> assertEquals("Main Library", profile.name()), () -> assertFalse(profile.practice()),
                () -> assertEquals(ZoneId.of("America/Chicago"), profile.zone()),
                () -> assertEquals(new BranchProfile.Registry("0128807", "91475"), profile.registry()),
                () -> assertEquals(URI.create("https://circ.example.org/ncip"), profile.system().ncip()),
                () -> assertEquals(Duration.ofSeconds(30), profile.system().answerTimeout()),
                () -> assertFalse(profile.system().sendEventTime()),
                () -> assertEquals(new SignIn(SignIn.Method.OAUTH, "public-half", "WMS_NCIP", "", ""),
                        profile.signIn()),
                () -> assertEquals(Optional.empty(), profile.barcodes().patron()),
                () -> assertEquals(CheckDigit.NONE, profile.barcodes().checkDigit()),
                () -> assertEquals(new Upload(Upload.Rule.LATEST_ONLY, 4, true), profile.upload()),
                () -> assertTrue(profile.features().checkIn()),
                () -> assertEquals(List.of(new Preset.Offset("+1 day", Period.ofDays(1))),
                        profile.dueDates().presets()));
    }

    @Test
    void the_example_profile_is_sound_and_says_everything_there_is() throws Exception {
        ProfileReader.Reading reading = Profiles.read(Profiles.shipped("example.yaml"));

        assertEquals(List.of(), reading.errors());
        assertEquals(List.of(), reading.warnings());
        BranchProfile profile = reading.profile().orElseThrow();
        assertEquals("2[0-9]{13}", profile.barcodes().patron().orElseThrow().pattern());
        assertEquals(CheckDigit.LUHN_14, profile.barcodes().checkDigit());
        assertEquals(LocalTime.of(21, 0), profile.dueDates().closingTime());
        assertEquals(2, profile.dueDates().standard());
    }

    @Test
    void the_practice_profile_is_sound_and_stays_on_this_machine() throws Exception {
        ProfileReader.Reading reading = Profiles.read(new String(PracticeProfile.read(), StandardCharsets.UTF_8));

        assertEquals(List.of(), reading.errors());
        assertEquals(List.of(), reading.warnings());
        BranchProfile profile = reading.profile().orElseThrow();
        assertTrue(profile.practice());
        assertEquals("Practice Library", profile.name());
        assertEquals("127.0.0.1", profile.system().ncip().getHost());
        assertEquals(List.of("+1 day", "+1 week", "+2 weeks", "+4 weeks", "End of term"),
                profile.dueDates().presets().stream().map(Preset::label).toList());
    }

    @Test
    void a_byte_order_mark_does_not_matter() {
        assertEquals("main-library", Profiles.accepted("\uFEFF" + Profiles.SOUND).id());
    }

    @ParameterizedTest(name = "{0} becomes {1}: line {2}")
    @CsvSource(delimiter = '|', textBlock = """
            id: main-library              | id: Main Library                 | 2
            id: main-library              | id: ../elsewhere                 | 2
            id: main-library              | id: nul                          | 2
            id: main-library              | id: practice                     | 2
            name: Main Library            | name: ''                         | 3
            name: Main Library            | name: [a, b]                     | 3
            America/Chicago               | Chicago                          | 4
            https://circ.example.org/ncip | http://circ.example.org/ncip     | 8
            https://circ.example.org/ncip | ftp://circ.example.org/ncip      | 8
            https://circ.example.org/ncip | /ncip                            | 8
            https://circ.example.org/ncip | https://me@circ.example.org/ncip | 8
            https://oauth.example.org     | http://127.0.0.1.example.org     | 9
            https://oauth.example.org     | http://127.0.0.1:0               | 9
            wskey: public-half            | method: hmac                     | 11
            wskey: public-half            | password: hunter2                | 11
            after: 1 day                  | after: one day                   | 15
            after: 1 day                  | after: 0 days                    | 15
            after: 1 day                  | after: 9999 weeks                | 15
            after: 1 day                  | on: 2026-02-30                   | 15
            after: 1 day                  | on: tomorrow                     | 15
            """)
    void a_wrong_value_is_refused_with_its_line(String piece, String by, int line) {
        List<ProfileRemark> errors = Profiles.errors(Profiles.changed(piece, by));

        assertTrue(errors.stream().anyMatch(error -> error.line() == line), () -> "line " + line + " in " + errors);
        assertTrue(errors.stream().allMatch(error -> error.sentence().endsWith(".")), errors::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = { "id: main-library", "name: Main Library", "time-zone: America/Chicago",
            "registry-id: \"0128807\"", "ncip-address: https://circ.example.org/ncip", "wskey: public-half" })
    void a_missing_value_is_named(String piece) {
        String key = piece.substring(0, piece.indexOf(':'));
        List<ProfileRemark> errors = Profiles.errors(Profiles.changed("  " + piece + "\n", "\n"));

        assertTrue(errors.stream().anyMatch(error -> error.sentence().contains(key)), errors::toString);
    }

    @Test
    void everything_wrong_is_said_at_once_in_order_of_lines() {
        String profile = Profiles.changed("id: main-library", "id: Main").replace("America/Chicago", "Moon/Sea")
                .replace("after: 1 day", "after: soon");
        assertEquals(List.of(2, 4, 15), Profiles.errors(profile).stream().map(ProfileRemark::line).toList());
    }

    @Test
    void unknown_keys_are_warned_of_and_passed_over() {
        ProfileReader.Reading reading = Profiles.read(Profiles.SOUND + "upload:\n  lane: 8\nprinter: yes\n");

        assertTrue(reading.profile().isPresent());
        assertEquals(4, reading.profile().get().upload().lanes());
        assertEquals(List.of(17, 18), reading.warnings().stream().map(ProfileRemark::line).toList());
        assertTrue(reading.warnings().getFirst().sentence().contains("upload / lane"));
    }

    @Test
    void a_secret_in_the_profile_is_refused_and_never_repeated() {
        List<ProfileRemark> errors = Profiles
                .errors(Profiles.changed("wskey: public-half", "wskey: public-half\n  secret: hunter2"));
        assertEquals(1, errors.size());
        assertFalse(errors.toString().contains("hunter2"));
    }

    @Test
    void the_library_system_of_practice_mode_is_this_machine() {
        String real = Profiles.SOUND + "practice: yes\n";
        assertTrue(Profiles.errors(real).stream().anyMatch(error -> error.line() == 7 || error.line() == 8));
        String twoPorts = real.replace("https://circ.example.org", "http://127.0.0.1:8080")
                .replace("https://oauth.example.org", "http://127.0.0.1:8081");
        assertEquals(1, Profiles.errors(twoPorts).size());
        Profiles.accepted(twoPorts.replace("8081", "8080"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "0", "33", "-1", "many", "4.5" })
    void lanes_are_a_number_from_1_to_32(String lanes) {
        assertEquals(17, Profiles.errors(Profiles.SOUND + "upload:\n  lanes: " + lanes + "\n").getFirst().line());
    }

    @Test
    void what_protects_a_desk_has_safe_standards_and_practice_mode_has_none() throws Exception {
        BranchProfile real = Profiles.accepted(Profiles.SOUND);
        assertEquals(Duration.ofMinutes(10), real.safety().lockAfter());
        assertFalse(real.safety().keepsOperator());
        assertEquals(new BranchProfile.Retention(90, 365), real.retention());
        assertEquals(Optional.empty(), real.system().caFile());

        BranchProfile practice = Profiles.accepted(Profiles.shipped("practice.yaml"));
        assertFalse(practice.upload().asksPassword());
        assertFalse(practice.safety().locks());
    }

    @ParameterizedTest(name = "{0}: {1} s")
    @CsvSource({ "90 s, 90", "10 min, 600", "1 h, 3600", "8 hours, 28800", "no, 0", "off, 0" })
    void a_desk_locks_after_a_while_or_never(String value, long seconds) {
        assertEquals(Duration.ofSeconds(seconds),
                Profiles.accepted(Profiles.SOUND + "safety:\n  lock-after: " + value + "\n").safety().lockAfter());
    }

    @ParameterizedTest
    @ValueSource(strings = { "safety:\n  lock-after: yes", "safety:\n  lock-after: 9 h", "safety:\n  lock-after: 0 min",
            "safety:\n  keep-operator: sometimes", "retention:\n  archive-after: 0 days",
            "retention:\n  archive-after: 3 weeks", "retention:\n  delete-after: 89 days",
            "upload:\n  ask-for-password: maybe" })
    void what_protects_a_desk_is_written_as_the_example_says(String section) {
        assertEquals(17, Profiles.errors(Profiles.SOUND + section + "\n").getFirst().line());
    }

    @Test
    void transactions_are_deleted_no_earlier_than_archived() {
        assertEquals(new BranchProfile.Retention(30, 30), Profiles
                .accepted(Profiles.SOUND + "retention:\n  archive-after: 30 days\n  delete-after: 30 days\n")
                .retention());
        assertEquals(new BranchProfile.Retention(500, 500),
                Profiles.accepted(Profiles.SOUND + "retention:\n  archive-after: 500 days\n").retention());
        assertEquals(18, Profiles
                .errors(Profiles.SOUND + "retention:\n  archive-after: 30 days\n  delete-after: 29 days\n").getFirst()
                .line());
    }

    @Test
    void certificates_are_looked_for_beside_the_profile(@TempDir Path folder) throws Exception {
        String profile = Profiles.changed("library-system:\n", "library-system:\n  ca-file: certs/ca.pem\n");
        ProfileReader reader = new ProfileReader(Profiles.NOON);
        String file = folder.resolve("branch.yaml").toString();
        List<ProfileRemark> missing = reader.read(file, profile.getBytes(StandardCharsets.UTF_8)).errors();
        assertEquals(List.of(8), missing.stream().map(ProfileRemark::line).toList());

        Path certificates = Files.createDirectories(folder.resolve("certs")).resolve("ca.pem");
        Files.writeString(certificates, "");
        assertEquals(Optional.of(certificates), reader.read(file, profile.getBytes(StandardCharsets.UTF_8)).profile()
                .orElseThrow().system().caFile());
    }

    @Test
    void signed_extensions_need_somebody_who_signs(@TempDir Path folder) throws Exception {
        assertEquals(BranchProfile.Extensions.STANDARD, Profiles.accepted(Profiles.SOUND).safety().extensions());
        assertEquals(17, Profiles.errors(Profiles.SOUND + "extensions:\n  allow: signed\n").getFirst().line());

        String profile = Profiles.SOUND + "extensions:\n  allow: signed\n  certificates: us.pem\n";
        ProfileReader reader = new ProfileReader(Profiles.NOON);
        String file = folder.resolve("branch.yaml").toString();
        assertEquals(18, reader.read(file, profile.getBytes(StandardCharsets.UTF_8)).errors().getFirst().line());
        Path certificates = Files.writeString(folder.resolve("us.pem"), "");
        assertEquals(new BranchProfile.Extensions(BranchProfile.Extensions.Allow.SIGNED, Optional.of(certificates)),
                reader.read(file, profile.getBytes(StandardCharsets.UTF_8)).profile().orElseThrow().safety()
                        .extensions());
    }

    @Test
    void updates_come_from_a_place_that_nobody_on_the_way_can_exchange(@TempDir Path folder) throws Exception {
        assertEquals(UpdateRules.NONE, Profiles.accepted(Profiles.SOUND).updates());
        UpdateRules rules = Profiles.accepted(Profiles.SOUND
                + "updates:\n  site: https://updates.example.org/main\n  look: daily\n").updates();
        assertEquals(new UpdateRules(Optional.of(URI.create("https://updates.example.org/main/")),
                UpdateRules.Look.DAILY, Optional.empty()), rules);
        for (String wrong : List.of("http://updates.example.org/", "ftp://updates.example.org/",
                "https://somebody@updates.example.org/")) {
            assertEquals(17, Profiles.errors(Profiles.SOUND + "updates:\n  site: " + wrong + "\n").getFirst().line(),
                    wrong);
        }

        ProfileReader reader = new ProfileReader(Profiles.NOON);
        String file = folder.resolve("branch.yaml").toString();
        byte[] signed = (Profiles.SOUND + "updates:\n  site: http://updates.example.org/\n  key: us.asc\n")
                .getBytes(StandardCharsets.UTF_8);
        assertEquals(18, reader.read(file, signed).errors().getFirst().line());
        Path key = Files.writeString(folder.resolve("us.asc"), "");
        assertEquals(Optional.of(key), reader.read(file, signed).profile().orElseThrow().updates().key());
        byte[] beside = (Profiles.SOUND + "updates:\n  site: updates\n").getBytes(StandardCharsets.UTF_8);
        assertEquals(folder.resolve("updates").toUri() + "/",
                reader.read(file, beside).profile().orElseThrow().updates().site().orElseThrow().toString());
    }

    @Test
    void another_transport_is_named_by_its_id_and_not_in_practice_mode() {
        String system = "library-system:\n";
        assertEquals("wms", Profiles.accepted(Profiles.SOUND).system().transport());
        assertEquals("org.example.transport",
                Profiles.accepted(Profiles.changed(system, system + "  transport: org.example.transport\n")).system()
                        .transport());
        assertEquals(8, Profiles.errors(Profiles.changed(system, system + "  transport: An Other\n")).getFirst()
                .line());
    }

    @Test
    void a_broken_pattern_is_refused() {
        assertEquals(17,
                Profiles.errors(Profiles.SOUND + "barcodes:\n  item: '3[0-9'\n").getFirst().line());
    }

    @Test
    void of_several_dates_the_next_one_is_taken_and_a_day_of_the_year_comes_again() {
        assertEquals(LocalDate.of(2027, 1, 29), fixedDate("[2026-06-26, 2027-01-29, 2027-06-25]"));
        assertEquals(LocalDate.of(2027, 6, 30), fixedDate("06-30"));
        assertEquals(LocalDate.of(2026, 12, 20), fixedDate("[06-30, 12-20]"));
        assertEquals(LocalDate.of(2026, 11, 22), fixedDate("11-22"), "today is still to come");
        assertEquals(LocalDate.of(2028, 2, 29), fixedDate("2028-02-29"));
    }

    private static LocalDate fixedDate(String on) {
        BranchProfile profile = Profiles.accepted(Profiles.SOUND + "    - label: End\n      on: " + on + "\n");
        return ((Preset.FixedDate) profile.dueDates().presets().get(1)).date();
    }

    @Test
    void a_date_that_has_passed_is_warned_of() {
        ProfileReader.Reading reading = Profiles
                .read(Profiles.SOUND + "    - label: End\n      on: [2025-06-30, 2026-06-30]\n");
        assertTrue(reading.profile().isPresent());
        assertEquals(List.of(17), reading.warnings().stream().map(ProfileRemark::line).toList());
    }

    @Test
    void presets_have_labels_of_their_own_and_one_counts_from_today() {
        assertEquals(16, Profiles.errors(Profiles.SOUND + "    - label: +1 day\n      after: 2 days\n").getFirst()
                .line());
        assertEquals(1, Profiles.errors(Profiles.changed("after: 1 day", "on: 2027-01-29")).size());
        assertEquals(1, Profiles.errors(Profiles.SOUND + "    - label: Both\n      after: 1 day\n      on: 01-29\n")
                .size());
        assertEquals(1, Profiles.errors(Profiles.SOUND + "  standard: +9 days\n").size());
    }

    @Test
    void yaml_traps_are_refused_quickly() {
        assertEquals(1, Profiles.errors("a: &x [1]\nb: *x\n").size());
        assertEquals(1, Profiles.errors(Profiles.SOUND + "---\n" + Profiles.SOUND).size());
        assertEquals(1, Profiles.errors("[".repeat(50_000)).size());
        assertEquals(1, Profiles.errors("a: ".repeat(3)).size());
        assertEquals(1, Profiles.errors("x".repeat(ProfileYaml.MAX_BYTES + 1)).size());
        assertEquals(1, Profiles.errors("").size());
        assertEquals(1, Profiles.errors("- a list\n").size());
        assertEquals(2, Profiles.errors("branch:\n\tid: tabs\n").getFirst().line());
        String twice = Profiles.changed("name: Main Library", "name: A\n  name: B");
        assertEquals(4, Profiles.errors(twice).getFirst().line());
    }

    @Test
    void bytes_that_are_no_utf8_are_refused() {
        byte[] latin = Profiles.SOUND.replace("Main Library", "Bibliothèque").getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(1, new ProfileReader(Profiles.NOON).read("branch.yaml", latin).errors().size());
    }

    @Test
    void no_damage_to_a_profile_ends_in_anything_but_remarks() throws Exception {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        byte[] sound = Profiles.shipped("example.yaml").getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < 2_000; round++) {
            byte[] damaged = sound.clone();
            for (int hits = 1 + random.nextInt(6); hits > 0; hits--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            ProfileReader.Reading reading = new ProfileReader(Profiles.NOON).read("branch.yaml", damaged);
            assertEquals(reading.errors().isEmpty(), reading.profile().isPresent(), "seed " + seed);
        }
    }
}
