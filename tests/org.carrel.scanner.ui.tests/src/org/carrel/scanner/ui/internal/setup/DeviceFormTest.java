/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.ui.internal.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.carrel.model.scan.DeviceRole;
import org.carrel.scanner.DeviceSettings;
import org.carrel.scanner.driver.DriverOption;
import org.carrel.scanner.pipeline.PipelineSettings;
import org.carrel.scanner.ui.internal.BenchDriver;
import org.carrel.scanner.ui.internal.Workstation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The form of a device")
class DeviceFormTest {

    @TempDir
    Path folder;
    private final BenchDriver serial = new BenchDriver("serial",
            new DriverOption("baud", "Speed", "9600", List.of("9600", "19200")),
            new DriverOption("note", "Note", "", List.of()));
    private Workstation desk;
    private DeviceForm form;

    @BeforeEach
    void open() {
        desk = new Workstation(folder, serial, new BenchDriver("keyboard",
                new DriverOption("longest-gap-ms", "Gap", "35", List.of()),
                new DriverOption("shortest", "Shortest", "4", List.of())), new BenchDriver("rfid"));
        form = DeviceForm.fresh(desk.scanners());
        form.change(DeviceDraft.start("serial").withName("Left").withAddress("/dev/pts/7"));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private DeviceSettings sound() {
        return assertInstanceOf(Judged.Sound.class, form.judge(), () -> form.judge().toString())
                .value() instanceof DeviceSettings settings ? settings : null;
    }

    private Judged.Unsound<?> unsound() {
        return assertInstanceOf(Judged.Unsound.class, form.judge());
    }

    @Test
    void makes_settings_with_sensible_defaults_of_a_typed_path() {
        DeviceSettings made = sound();
        assertEquals("left", made.id());
        assertEquals("/dev/pts/7", made.address());
        assertEquals(DeviceRole.ANY, made.role());
        assertTrue(made.enabled());
        assertEquals(Map.of(), made.options(), "what is as the driver has it anyway is not written down");
        assertEquals(PipelineSettings.STANDARD, made.pipeline());
    }

    @Test
    void keeps_what_was_filled_in() {
        form.change(form.draft().withRole(DeviceRole.PATRON).withTarget(Optional.of("desk")).withEnabled(false)
                .withOption("baud", "19200").withOption("note", " "));
        DeviceSettings made = sound();
        assertEquals(DeviceRole.PATRON, made.role());
        assertEquals(Optional.of("desk"), made.target());
        assertFalse(made.enabled());
        assertEquals(Map.of("baud", "19200"), made.options());
    }

    @Test
    void offers_the_kinds_that_are_installed_and_never_another_kind_for_a_known_device() throws IOException {
        assertEquals(3, form.drivers().size());
        desk.scanners().save(sound());
        DeviceForm known = DeviceForm.of(desk.scanners(), desk.device("left").settings());
        assertEquals(List.of("serial"), known.drivers().stream().map(driver -> driver.id()).toList());
        assertFalse(known.isNew());
    }

    @Test
    void another_kind_forgets_what_only_the_first_one_knew() {
        form.change(form.draft().withOption("baud", "19200").withDriver("rfid"));
        assertEquals("", form.draft().address());
        assertEquals(Map.of(), form.draft().options());
        assertEquals("Left", form.draft().name());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "serial | '' | port", "serial | '  ' | port" })
    @DisplayName("asks where it is when its kind needs that")
    void asks_where_it_is(String driver, String address, String word) {
        form.change(form.draft().withAddress(address));
        assertEquals(Field.ADDRESS, unsound().field());
        assertTrue(unsound().sentence().contains(word));
    }

    @Test
    void a_file_is_not_read_before_somebody_switches_it_on() {
        assertFalse(DeviceDraft.start("file").enabled());
        assertFalse(DeviceDraft.start("serial").withDriver("file").enabled());
        assertTrue(DeviceDraft.start("file").withDriver("serial").enabled());
    }

    @Test
    void a_pad_may_be_where_it_usually_is() {
        form.change(DeviceDraft.start("rfid").withName("Pad"));
        assertEquals("", sound().address());
    }

    @Test
    void two_devices_cannot_be_at_one_place_but_one_may_stay_where_it_is() throws IOException {
        desk.scanners().save(sound());
        form.change(form.draft().withName("Right"));
        assertEquals(Field.ADDRESS, unsound().field());
        assertTrue(unsound().sentence().contains("\"Left\""), unsound().sentence());
        form = DeviceForm.of(desk.scanners(), desk.device("left").settings());
        form.change(form.draft().withName("Leftmost"));
        assertEquals("left", sound().id(), "the id stays for ever");
        assertEquals("Leftmost", sound().name());
    }

    @Test
    void each_device_has_a_name_of_its_own() throws IOException {
        desk.scanners().save(sound());
        form.change(form.draft().withAddress("COM4").withName("LEFT "));
        assertEquals(Field.NAME, unsound().field());
        form.change(form.draft().withName(" "));
        assertEquals(Field.NAME, unsound().field());
        form.change(form.draft().withName("x".repeat(61)));
        assertEquals(Field.NAME, unsound().field());
        desk.scanners().save(DeviceSettings.of("one", "Bench serial", "serial", "COM9", DeviceRole.ANY));
        assertEquals("Bench serial 2", form.suggestedName());
    }

    @Test
    void a_value_that_the_driver_does_not_offer_is_said() {
        form.change(form.draft().withOption("baud", "12"));
        assertEquals(Field.OPTION, unsound().field());
        assertTrue(unsound().sentence().contains("9600, 19200"), unsound().sentence());
    }

    @ParameterizedTest
    @CsvSource({ "0, 4", "101, 4", "fast, 4", "35, 1", "35, many" })
    @DisplayName("the numbers of a keyboard scanner must make sense")
    void the_numbers_of_a_keyboard_scanner_must_make_sense(String gap, String shortest) {
        form.change(DeviceDraft.start("keyboard").withName("Keys").withOption("longest-gap-ms", gap)
                .withOption("shortest", shortest));
        assertEquals(Field.OPTION, unsound().field());
    }

    @Test
    void a_driver_that_is_gone_is_said_and_its_device_not_changed() {
        form.change(form.draft().withDriver("gone"));
        assertEquals(Field.DRIVER, unsound().field());
        assertEquals(List.of(), form.options());
    }

    @Test
    void what_a_driver_found_out_stays_when_the_name_is_changed() throws IOException {
        desk.scanners().save(sound().withOption("service", "tech-logic"));
        form = DeviceForm.of(desk.scanners(), desk.device("left").settings());
        assertEquals("tech-logic", sound().options().get("service"));
    }

    @Test
    void a_form_that_was_not_touched_makes_the_same_settings_again() throws IOException {
        DeviceSettings all = new DeviceSettings("all", "All", "serial", "COM8", DeviceRole.STACK, Optional.of("desk"),
                false, Map.of("baud", "19200", "found", "x"),
                PipelineSettings.STANDARD.withEnds("\u0002 ", "\\\r").withCharset(PipelineSettings.Charset.LATIN_1)
                        .withAim(PipelineSettings.Aim.KEEP).withCodabar(PipelineSettings.Codabar.KEEP).withTrim(false)
                        .withCheckDigit(PipelineSettings.CheckDigit.MOD_43_REMOVED)
                        .withPatterns(Optional.of(java.util.regex.Pattern.compile("S-[0-9]+")),
                                Optional.of(java.util.regex.Pattern.compile("C.+")),
                                Optional.of(java.util.regex.Pattern.compile("T.+"))));
        desk.scanners().save(all);
        form = DeviceForm.of(desk.scanners(), desk.device("all").settings());
        assertEquals(all, sound());
    }
}
