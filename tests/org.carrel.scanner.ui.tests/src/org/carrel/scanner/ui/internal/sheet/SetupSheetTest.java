/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.ui.internal.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.carrel.model.scan.DeviceRole;
import org.carrel.scanner.DeviceSettings;
import org.carrel.scanner.pipeline.PipelineSettings;
import org.carrel.scanner.ui.internal.BenchDriver;
import org.carrel.scanner.ui.internal.Workstation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;

@DisplayName("The set-up sheet")
class SetupSheetTest {

    @TempDir
    Path folder;

    private SetupSheet sheet() throws IOException {
        BenchDriver driver = new BenchDriver("bench");
        try (Workstation desk = new Workstation(folder, driver)) {
            desk.scanners().save(DeviceSettings.of("left", "Left <1> & \"2\"", "bench", "COM3", DeviceRole.ANY)
                    .withPipeline(PipelineSettings.STANDARD.withEnds("\u0002", "")));
            return SetupSheet.of(desk.scanners().drivers(), desk.scanners().devices());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "suffix CR", "prefix STX", "start/stop", "USB-COM", "keyboard language", "4039", "21645",
            "127.0.0.1:80", "SPP", "check digit", "column called Barcode" })
    @DisplayName("says what to look for in the manual:")
    void says_what_to_look_for(String words) throws IOException {
        assertTrue(sheet().text().contains(words), words);
    }

    @Test
    void has_the_hints_of_every_driver_and_the_devices_of_the_workstation() throws IOException {
        String text = sheet().text();
        assertTrue(text.contains("The driver says: Bench bench\n  - Plug it in.\n  - Use <CR> & nothing"), text);
        assertTrue(text.contains("Left <1> & \"2\": Bench bench, at COM3, sends \"\\x02\" before"), text);
    }

    @Test
    void says_so_when_nothing_is_set_up() {
        SetupSheet empty = SetupSheet.of(List.of(), List.of());
        assertEquals(List.of("Nothing yet."), empty.sections().getLast().lines());
    }

    @Test
    void is_a_web_page_that_a_name_cannot_break_and_that_needs_nothing_from_elsewhere()
            throws IOException, ParserConfigurationException, SAXException {
        String html = sheet().html();
        assertTrue(html.contains("Left &lt;1&gt; &amp; &quot;2&quot;"), html);
        assertFalse(html.contains("<script") || html.contains("src=") || html.contains("href="), html);
        // Strict enough for XML, but for the one element that HTML never closes.
        String strict = html.substring(html.indexOf("<html")).replace("<meta charset=\"utf-8\">", "");
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        var document = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(strict.getBytes(StandardCharsets.UTF_8)));
        assertEquals(sheet().sections().size(), document.getElementsByTagName("h2").getLength());
    }
}
