/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.carrel.model.scan.DeviceRole;
import org.carrel.scanner.DeviceSettings;
import org.carrel.scanner.pipeline.Pipeline;
import org.carrel.scanner.pipeline.PipelineSettings;
import org.carrel.ui.Tone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Trying an example")
class TriedTest {

    @TempDir
    Path folder;
    private final BenchDriver driver = new BenchDriver("bench");
    private Workstation desk;

    @BeforeEach
    void open() {
        desk = new Workstation(folder, driver);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private Pipeline pipeline(DeviceRole role) {
        return desk.scanners().pipeline(PipelineSettings.STANDARD, role);
    }

    @ParameterizedTest
    @CsvSource({ "31000000000011\\r, Item 31000000000011, GOOD", "21000000000013, Patron 21000000000013, GOOD",
            "999, 999, CAUTION", "\\x00\\x01, A bad read, BAD" })
    @DisplayName("says what it is, in words and in a colour")
    void says_what_it_is(String example, String headline, Tone tone) {
        Tried tried = Tried.typed(pipeline(DeviceRole.ANY), example);
        assertEquals(headline, tried.result().headline());
        assertEquals(tone, tried.result().tone());
        assertFalse(tried.result().sentence().isBlank());
    }

    @Test
    void shows_the_bytes_and_every_step() {
        Tried tried = Tried.typed(pipeline(DeviceRole.ANY), "\\x02]F0A31000000000011B\\r");
        assertEquals("\\x02]F0A31000000000011B\\r", tried.raw());
        assertTrue(tried.steps().stream().anyMatch(step -> step.name().equals("Codabar letters") && step.changed()),
                () -> tried.steps().toString());
        assertEquals("Item 31000000000011", tried.result().headline());
    }

    @Test
    void an_escape_that_is_not_understood_is_said_and_not_tried() {
        Tried tried = Tried.typed(pipeline(DeviceRole.ANY), "31\\q");
        assertEquals(List.of(), tried.steps());
        assertTrue(tried.result().sentence().contains("character 3"), tried.result().sentence());
    }

    @Test
    void without_an_example_one_is_asked_for() {
        assertEquals(Tone.NEUTRAL, Tried.typed(pipeline(DeviceRole.ANY), "").result().tone());
    }

    @Test
    void a_runaway_read_is_shown_in_part() {
        Tried tried = Tried.read(pipeline(DeviceRole.ANY), "7".repeat(100_000).getBytes(StandardCharsets.US_ASCII));
        assertTrue(tried.raw().length() < 500, "all of it is shown");
        assertEquals(Tone.BAD, tried.result().tone());
    }

    @Test
    void is_understood_as_by_the_device_that_is_chosen() throws IOException {
        TryChoices choices = new TryChoices();
        DeviceSettings left = DeviceSettings.of("left", "Left", "bench", "", DeviceRole.ITEM)
                .withPipeline(PipelineSettings.STANDARD.withEnds("<", ">"));
        desk.scanners().save(left);
        desk.scanners().save(DeviceSettings.of("right", "Right", "bench", "", DeviceRole.ANY));
        choices.show(desk.scanners().devices());
        assertEquals(List.of("A scanner as it comes", "Left", "Right"), choices.labels());
        assertEquals(Optional.of("left"), choices.id(1));
        assertEquals(2, choices.index(Optional.of("right")));
        assertEquals("Item " + Workstation.ITEM, Tried.typed(choices.pipeline(desk.scanners(), choices.id(1)),
                "<" + Workstation.ITEM + ">").result().headline());
        desk.scanners().remove("left");
        choices.show(desk.scanners().devices());
        assertEquals(0, choices.index(Optional.of("left")), "a device that is gone is a scanner as it comes");
        assertEquals(Optional.empty(), choices.id(7));
    }

    @Test
    void what_is_scanned_for_a_try_goes_to_the_try_alone_while_it_can_be_seen() throws IOException {
        desk.connected("left", "Left", "bench");
        TryLead lead = new TryLead(desk.scanners(), true,
                event -> desk.scanners().device(event.device()).filter(TryChoices::isForTrying).isPresent());
        scan();
        assertEquals(1, desk.device("left").statistics().unclaimed());
        lead.visible(true);
        scan();
        assertEquals(1, desk.device("left").statistics().unclaimed(), "the try took it");
        lead.takes(false);
        scan();
        assertEquals(2, desk.device("left").statistics().unclaimed());
        lead.takes(true);
        lead.close();
        scan();
        assertEquals(3, desk.device("left").statistics().unclaimed());
    }

    @Test
    void what_a_file_brings_is_never_a_trial() throws IOException {
        try (Workstation other = new Workstation(folder.resolve("other"), new BenchDriver("file"))) {
            assertFalse(TryChoices.isForTrying(other.connected("wand", "Wand", "file")));
            assertTrue(TryChoices.isForTrying(desk.connected("left", "Left", "bench")));
        }
    }

    private void scan() {
        desk.scanners().accept("left", Workstation.ITEM.getBytes(StandardCharsets.US_ASCII));
    }
}
