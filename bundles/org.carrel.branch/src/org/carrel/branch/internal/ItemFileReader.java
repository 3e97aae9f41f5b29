/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.carrel.model.port.ItemFiles.Choices;
import org.carrel.model.port.ItemFiles.Column;
import org.carrel.model.port.ItemFiles.Format;

/** Reads the section {@code item-file} of a profile. For one section. */
final class ItemFileReader {

    private static final Map<String, Format> FORMATS = Map.of("wms", Format.WMS, "csv", Format.CSV, "marc",
            Format.MARC, "marcxml", Format.MARCXML);
    private static final Map<String, Character> DELIMITERS = Map.of(",", ',', ";", ';', "|", '|', ":", ':', "tab",
            '\t');

    private final Section section;

    ItemFileReader(Section section) {
        this.section = section;
    }

    /** What is said of the layout of item files. */
    Choices read() {
        Choices choices = new Choices(
                section.optional("format", Optional.empty(), "itemFile.format",
                        text -> Optional.ofNullable(FORMATS.get(text.toLowerCase(Locale.ROOT))).map(Optional::of)),
                section.optional("encoding", Optional.empty(), "itemFile.encoding",
                        text -> encoding(text).map(Optional::of)),
                section.optional("delimiter", Optional.empty(), "itemFile.delimiter",
                        text -> Optional.ofNullable(DELIMITERS.get(text.toLowerCase(Locale.ROOT))).map(Optional::of)),
                section.optional("quoted", Optional.empty(), "yesNo.wrong",
                        text -> Terms.yesOrNo(text).map(Optional::of)),
                columns(section.section("columns")));
        section.warnOfUnknownKeys();
        return choices;
    }

    private static Map<Column, String> columns(Section section) {
        Map<Column, String> columns = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            section.text(column.word()).ifPresent(name -> columns.put(column, name));
        }
        section.warnOfUnknownKeys();
        return columns;
    }

    private static Optional<String> encoding(String text) {
        if (text.equalsIgnoreCase("MARC-8")) {
            return Optional.of("MARC-8");
        }
        try {
            return Charset.isSupported(text) ? Optional.of(Charset.forName(text).name()) : Optional.empty();
        } catch (IllegalCharsetNameException e) {
            return Optional.empty();
        }
    }
}
