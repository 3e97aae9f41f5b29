/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.nio.charset.Charset;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.carrel.model.Texts;
import org.carrel.model.port.ItemFiles.Choices;
import org.carrel.model.port.ItemFiles.Column;
import org.carrel.model.port.ItemFiles.Format;

import picocli.CommandLine.Option;

/** What somebody says of how an item file is laid out. */
final class LayoutOptions {

    private static final Texts TEXTS = Texts.of(LayoutOptions.class);
    private static final String MARC_8 = "MARC-8";

    @Option(names = { "--format", "--layout" }, paramLabel = "FORMAT", descriptionKey = "inventory.layout")
    private Format format;

    @Option(names = "--encoding", paramLabel = "ENCODING", descriptionKey = "inventory.encoding")
    private String encoding;

    @Option(names = "--delimiter", paramLabel = "CHARACTER", descriptionKey = "inventory.delimiter")
    private String delimiter;

    @Option(names = "--no-quotes", descriptionKey = "inventory.noQuotes")
    private boolean noQuotes;

    @Option(names = { "--map", "--column" }, paramLabel = "WHAT=WHERE", descriptionKey = "inventory.column")
    private Map<String, String> columns = new LinkedHashMap<>();

    Choices choices() throws CommandFailure {
        Map<Column, String> named = new EnumMap<>(Column.class);
        for (Map.Entry<String, String> column : columns.entrySet()) {
            named.put(column(column.getKey()), column.getValue());
        }
        return new Choices(Optional.ofNullable(format), encoding(), delimiter(),
                noQuotes ? Optional.of(false) : Optional.empty(), named);
    }

    private Optional<String> encoding() throws CommandFailure {
        if (encoding == null || encoding.equalsIgnoreCase(MARC_8)) {
            return Optional.ofNullable(encoding).map(said -> MARC_8);
        }
        try {
            return Optional.of(Charset.forName(encoding).name());
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(Exit.USAGE, TEXTS.get("inventory.badEncoding", encoding));
        }
    }

    private Optional<Character> delimiter() throws CommandFailure {
        if (delimiter == null) {
            return Optional.empty();
        }
        String character = delimiter.equalsIgnoreCase("tab") ? "\t" : delimiter;
        if (character.length() != 1 || Character.isLetterOrDigit(character.charAt(0)) || "\"\r\n".contains(character)) {
            throw new CommandFailure(Exit.USAGE, TEXTS.get("inventory.badDelimiter"));
        }
        return Optional.of(character.charAt(0));
    }

    private static Column column(String name) throws CommandFailure {
        Optional<Column> column = Column.of(name);
        if (column.isEmpty()) {
            StringBuilder all = new StringBuilder();
            for (Column one : Column.values()) {
                all.append(all.isEmpty() ? "" : ", ").append(one.word());
            }
            throw new CommandFailure(Exit.USAGE, TEXTS.get("inventory.badColumn", name, all));
        }
        return column.get();
    }
}
