/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.items;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.carrel.model.Texts;
import org.carrel.model.port.ItemFiles.Choices;
import org.carrel.model.port.ItemFiles.Column;
import org.carrel.model.port.ItemFiles.Format;
import org.carrel.model.port.ItemFiles.Layout;
import org.carrel.model.port.ItemFiles.Look;

/** How a file is to be read: what was found out about it, and what somebody says instead. One thread at a time. */
final class LayoutForm {

    /** What is between the fields of a table, in the order shown. */
    static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');
    private static final List<Column> FIRST = List.of(Column.BARCODE, Column.CALL_NUMBER, Column.PERMANENT_LOCATION,
            Column.STATUS, Column.TITLE);
    /** The character sets that library systems write, in the order shown. */
    private static final List<String> ENCODINGS = List.of("UTF-8", "windows-1252", "ISO-8859-1", "UTF-16");
    /** Those of MARC records, which mostly say it themselves: then nothing is said here. */
    private static final List<String> MARC_ENCODINGS = List.of("", "UTF-8", "MARC-8", "windows-1252", "ISO-8859-1");

    /** What matters first is in sight first. */
    static final List<Column> COLUMNS = Stream.concat(FIRST.stream(),
            Arrays.stream(Column.values()).filter(column -> !FIRST.contains(column))).toList();

    private static final Texts TEXTS = Texts.of(LayoutForm.class);

    private Choices choices = Choices.NONE;
    private Look look;

    LayoutForm(Look look) {
        this.look = Objects.requireNonNull(look, "look");
    }

    Look look() {
        return look;
    }

    /** What somebody said so far. */
    Choices choices() {
        return choices;
    }

    /** What it looks like with {@link #choices()}. */
    void is(Look now) {
        look = Objects.requireNonNull(now, "now");
    }

    /** Columns of another format mean nothing. */
    void choose(Format format) {
        choices = new Choices(Optional.of(format), Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
    }

    void chooseDelimiter(char delimiter) {
        choices = new Choices(choices.format(), choices.encoding(), Optional.of(delimiter), choices.quoted(),
                Map.of());
    }

    /** @param encoding one of {@link #encodings()} */
    void chooseEncoding(String encoding) {
        choices = new Choices(choices.format(), Optional.of(encoding).filter(one -> !one.isEmpty()),
                choices.delimiter(), choices.quoted(),
                choices.columns());
    }

    /** Says where {@code column} is. @param header one of the header; empty when it is to be found out again */
    void choose(Column column, String header) {
        Map<Column, String> said = new EnumMap<>(Column.class);
        said.putAll(choices.columns());
        if (header.isEmpty()) {
            said.remove(column);
        } else {
            said.put(column, header);
        }
        choices = new Choices(choices.format(), choices.encoding(), choices.delimiter(), choices.quoted(), said);
    }

    /** Where {@code column} is taken from; empty when the file does not have it. */
    String columnOf(Column column) {
        return look.columns().getOrDefault(column, "");
    }

    /** What is between the fields; empty when the file is no table. */
    Optional<Character> delimiter() {
        return look.layout() instanceof Layout.Csv csv ? Optional.of(csv.delimiter()) : Optional.empty();
    }

    /** In which character set it is read; empty when the format or each record says it. */
    String encoding() {
        return switch (look.layout()) {
            case Layout.Wms wms -> "";
            case Layout.Csv csv -> csv.encoding();
            case Layout.Marc marc -> marc.encoding().orElse("");
        };
    }

    /**
     * The character sets that can be chosen, the one that was found out among them; the empty one stands for what each
     * record says. None when the format says it.
     */
    List<String> encodings() {
        List<String> usual = switch (look.layout()) {
            case Layout.Wms wms -> List.of();
            case Layout.Csv csv -> ENCODINGS;
            case Layout.Marc marc -> marc.xml() ? List.of() : MARC_ENCODINGS;
        };
        return usual.isEmpty() ? usual : with(usual, encoding());
    }

    /** Where {@code column} can be taken from; it may be several subfields together, which no header has. */
    List<String> places(Column column) {
        return columnOf(column).isEmpty() ? look.header() : with(look.header(), columnOf(column));
    }

    private static List<String> with(List<String> usual, String one) {
        return usual.contains(one) ? usual : Stream.concat(Stream.of(one), usual.stream()).toList();
    }

    /** Whether it can be read like this. */
    boolean isSound() {
        return look.problem().isEmpty();
    }

    /** What is the matter, or what should be looked at. */
    String sentence() {
        return look.problem().orElseGet(() -> look.guessed().isEmpty() ? TEXTS.get("layout.clear")
                : TEXTS.get("layout.guessed"));
    }

    /** What people call {@code column}, with a mark when it was guessed where it is. */
    String label(Column column) {
        String name = TEXTS.get("column." + column);
        return look.guessed().contains(column) ? TEXTS.get("layout.guess", name) : name;
    }
}
