/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.ui.internal.sheet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.carrel.model.Texts;
import org.carrel.scanner.DeviceSettings;
import org.carrel.scanner.DeviceView;
import org.carrel.scanner.driver.ScannerDriver;
import org.carrel.scanner.pipeline.Escapes;

/**
 * How to set scanners up so that they work here, as somebody reads it who stands beside one with its maker's manual:
 * first what holds for every scanner, then each kind, then what is set up at this workstation. Holds no barcode.
 * Immutable.
 */
public record SetupSheet(String title, String intro, List<Section> sections) {

    private static final Texts TEXTS = Texts.of(SetupSheet.class);

    /** In the order in which somebody needs them. */
    private static final List<String> KINDS = List.of("every", "keyboard", "layout", "serial", "bluetooth", "codabar",
            "digits", "rfid", "file");

    /** A heading and the sentences below it. */
    public record Section(String heading, List<String> lines) {
        public Section {
            Objects.requireNonNull(heading, "heading");
            lines = List.copyOf(lines);
        }
    }

    public SetupSheet {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(intro, "intro");
        sections = List.copyOf(sections);
    }

    /**
     * The sheet for a workstation.
     *
     * @param drivers that are installed: each one's own hints are on it, too
     */
    public static SetupSheet of(List<ScannerDriver> drivers, List<DeviceView> devices) {
        List<Section> sections = new ArrayList<>();
        for (String kind : KINDS) {
            sections.add(new Section(TEXTS.get("sheet.heading." + kind), lines(TEXTS.get("sheet.lines." + kind))));
        }
        for (ScannerDriver driver : drivers) {
            if (!driver.hints().isBlank()) {
                sections.add(new Section(TEXTS.get("sheet.driver", driver.name()), lines(driver.hints())));
            }
        }
        sections.add(new Section(TEXTS.get("sheet.here"), devices.isEmpty() ? List.of(TEXTS.get("sheet.here.none"))
                : devices.stream().map(device -> line(device.settings(), drivers)).toList()));
        return new SetupSheet(TEXTS.get("sheet.title"), TEXTS.get("sheet.intro"), sections);
    }

    private static List<String> lines(String text) {
        return Arrays.stream(text.split("\n")).map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static String line(DeviceSettings device, List<ScannerDriver> drivers) {
        String driver = drivers.stream().filter(one -> one.id().equals(device.driver())).map(ScannerDriver::name)
                .findFirst().orElse(device.driver());
        String place = device.address().isBlank() ? "" : TEXTS.get("sheet.here.at", device.address());
        String ends = device.pipeline().prefix().isEmpty() && device.pipeline().suffix().isEmpty() ? ""
                : TEXTS.get("sheet.here.ends", Escapes.visible(device.pipeline().prefix()),
                        Escapes.visible(device.pipeline().suffix()));
        return TEXTS.get("sheet.here.device", device.name(), driver, place, ends);
    }

    /** For any program that shows text, lines of their own length. */
    public String text() {
        StringBuilder text = new StringBuilder(title).append("\n\n").append(intro).append('\n');
        for (Section section : sections) {
            text.append('\n').append(section.heading()).append('\n');
            section.lines().forEach(line -> text.append("  - ").append(line).append('\n'));
        }
        return text.toString();
    }

    /** For a browser, which can print it: one file without anything from elsewhere. */
    public String html() {
        String body = sections.stream().map(SetupSheet::html).collect(Collectors.joining());
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <title>%1$s</title>
                <style>
                body { font: 12pt/1.45 sans-serif; max-width: 42em; margin: 2em auto; padding: 0 1em; }
                h2 { font-size: 1.15em; margin-bottom: .2em; break-after: avoid; }
                ul { margin-top: .2em; } li { break-inside: avoid; }
                </style>
                </head>
                <body>
                <h1>%1$s</h1>
                <p>%2$s</p>
                %3$s</body>
                </html>
                """.formatted(escaped(title), escaped(intro), body);
    }

    private static String html(Section section) {
        return "<h2>" + escaped(section.heading()) + "</h2>\n<ul>\n"
                + section.lines().stream().map(line -> "<li>" + escaped(line) + "</li>\n").collect(Collectors.joining())
                + "</ul>\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
