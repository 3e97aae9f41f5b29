/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.wedge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;

import org.carrel.model.scan.DeviceRole;
import org.carrel.scanner.DeviceSettings;
import org.carrel.scanner.pipeline.Pipeline;
import org.carrel.scanner.pipeline.PipelineSettings;
import org.carrel.testkit.TestBranch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A keyboard scanner's settings")
class WedgeDeviceTest {

    private static final DeviceSettings DEVICE = DeviceSettings.of("keys", "Keys", "keyboard", "", DeviceRole.ANY);

    @Test
    @DisplayName("make a wedge that knows the branch's barcodes, behind the device's prefix")
    void make_a_wedge_that_knows_the_barcodes() {
        DeviceSettings device = DEVICE.withPipeline(PipelineSettings.STANDARD.withEnds("~", ""));
        Pipeline pipeline = Pipeline.of(device.pipeline(), TestBranch.standard().profile().barcodes(), device.role());
        KeyboardWedge wedge = KeyboardWedge.of(device, pipeline);
        long now = 0;
        KeyDecision last = new KeyDecision.Hold();
        for (char c : "~A31000000000011B\r".toCharArray()) {
            now += 10_000_000;
            List<KeyDecision> decisions = wedge.key(c, now);
            last = decisions.getLast();
        }

        assertEquals(new KeyDecision.Scanned("~A31000000000011B\r", 0),
                assertInstanceOf(KeyDecision.Scanned.class, last));
    }

    @Test
    @DisplayName("are read from the device's options, and refused in a sentence when they make no sense")
    void are_read_from_the_options() {
        assertEquals(WedgeSettings.STANDARD, WedgeSettings.of(DEVICE));
        assertEquals(new WedgeSettings("", "\t", Duration.ofMillis(65), 6), WedgeSettings
                .of(DEVICE.withOption("end", "tab").withOption("longest-gap-ms", "65").withOption("shortest", "6")));
        assertEquals("", WedgeSettings.of(DEVICE.withOption("end", "none")).suffix());
        for (DeviceSettings wrong : List.of(DEVICE.withOption("end", "x"), DEVICE.withOption("longest-gap-ms", "500"),
                DEVICE.withOption("longest-gap-ms", "fast"), DEVICE.withOption("shortest", "-1"))) {
            assertThrows(IllegalArgumentException.class, () -> WedgeSettings.of(wrong));
        }
    }
}
