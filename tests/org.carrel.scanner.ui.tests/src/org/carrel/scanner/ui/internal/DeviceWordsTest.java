/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.carrel.model.scan.DeviceRole;
import org.carrel.scanner.DeviceSettings;
import org.carrel.scanner.DeviceStatistics;
import org.carrel.scanner.DeviceStatus;
import org.carrel.scanner.DeviceStatus.State;
import org.carrel.scanner.DeviceView;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A device in words")
class DeviceWordsTest {

    @TempDir
    Path folder;
    private final BenchDriver driver = new BenchDriver("bench");
    private final DeviceWords words = new DeviceWords(Workstation.moments(), List.of(driver));

    private static DeviceView device(State state, DeviceStatistics statistics, boolean enabled) {
        return new DeviceView(
                DeviceSettings.of("left", "Left scanner", "bench", "COM3", DeviceRole.ITEM).withEnabled(enabled),
                new DeviceStatus(state, "A sentence.", Workstation.noon()), statistics, false);
    }

    @Test
    void says_each_state_in_a_word_an_icon_and_a_colour_of_its_own() {
        Set<String> said = EnumSet.allOf(State.class).stream()
                .map(state -> words.row(device(state, DeviceStatistics.NONE, true)))
                .map(row -> row.state() + row.icon() + row.tone()).collect(Collectors.toSet());
        assertEquals(State.values().length, said.size());
        assertEquals(State.values().length, EnumSet.allOf(State.class).stream()
                .map(state -> words.row(device(state, DeviceStatistics.NONE, true)).icon()).distinct().count());
    }

    @Test
    void shows_its_name_driver_place_role_and_counts() {
        DeviceRow row = words.row(device(State.CONNECTED,
                new DeviceStatistics(1_234, 2, 3, 4, Optional.of(Workstation.noon())), true));
        assertEquals("Left scanner", row.name());
        assertEquals("Bench bench", row.driver());
        assertEquals("COM3", row.address());
        assertEquals("Items", row.role());
        assertEquals("1234", row.reads());
        assertEquals("2", row.badReads());
        assertTrue(row.lastRead().contains("22 Nov 2026"), row.lastRead());
    }

    @Test
    void calls_a_driver_that_is_not_installed_by_its_id() {
        assertEquals("bench", new DeviceWords(Workstation.moments(), List.of())
                .row(device(State.NO_DRIVER, DeviceStatistics.NONE, true)).driver());
    }

    @Test
    void tells_what_it_did_only_when_it_did_something() {
        String nothing = words.details(device(State.CONNECTED, DeviceStatistics.NONE, true));
        assertTrue(nothing.contains("read nothing"), nothing);
        String something = words.details(device(State.LOST,
                new DeviceStatistics(40, 2, 3, 1, Optional.of(Workstation.noon())), true));
        assertTrue(something.contains("A sentence.") && something.contains("40 read, 2 of them bad reads, 3 that nobody"
                + " took; connection lost: 1"), something);
    }

    @Test
    void can_be_reconnected_only_while_it_is_away() {
        assertTrue(choices(State.LOST, true).canReconnect());
        assertFalse(choices(State.CONNECTED, true).canReconnect());
        assertFalse(new DeviceChoices(Optional.empty()).canReconnect());
        assertFalse(new DeviceChoices(Optional.empty()).canChange());
    }

    @Test
    void is_switched_off_when_it_is_on_and_on_when_it_is_off() {
        assertEquals("Switch off", choices(State.CONNECTED, true).switchLabel().replace("&", ""));
        assertEquals("Switch on", choices(State.OFF, false).switchLabel().replace("&", ""));
    }

    private static DeviceChoices choices(State state, boolean enabled) {
        return new DeviceChoices(Optional.of(device(state, DeviceStatistics.NONE, enabled)));
    }

    @Test
    void is_not_removed_before_its_loss_was_named() throws IOException {
        try (Workstation desk = new Workstation(folder, driver)) {
            DeviceView left = desk.connected("left", "Left scanner", "bench");
            String alone = DeviceChoices.lossOf(left, desk.scanners().devices(), desk.scanners());
            assertTrue(alone.contains("Left scanner") && alone.contains("the last scanner"), alone);
            desk.scanners().secure("left", List.of(new org.carrel.model.ItemBarcode(Workstation.ITEM)), true);
            desk.connected("right", "Right scanner", "bench");
            String one = DeviceChoices.lossOf(left, desk.scanners().devices(), desk.scanners());
            assertFalse(one.contains("the last scanner"), one);
            assertTrue(one.contains("to be put right: 1"), one);
        }
    }
}
