/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model.port;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Reads item files of library systems. A service; safe for use by several threads; not for the UI thread, for files are
 * read.
 */
public interface ItemFiles {

    /**
     * Finds out how {@code file} is laid out, from its beginning: in some seconds at most, however large it is. What is
     * said by {@code choices} goes before what the branch's profile says, and that before what can be guessed.
     *
     * @throws ItemSource.UnreadableItemFileException when it is nothing that could be read; the message is a sentence
     * @throws IOException                            when reading fails
     */
    Look look(Path file, Choices choices) throws IOException;

    /**
     * Looks at {@code file}; its rows are read later.
     *
     * @throws ItemSource.UnreadableItemFileException when it is not such a file; the message is a sentence
     * @throws IOException                            when it cannot be read
     */
    ItemSource open(Path file, Layout layout) throws IOException;

    /** The kinds of files that can be read. */
    enum Format {
        /** The item file of WorldShare Management Services. */
        WMS,
        /** A table with a header line: commas, semicolons, tabs. */
        CSV,
        /** MARC 21 records with their holdings (852, 876), as in ISO 2709. */
        MARC,
        /** The same, written as XML. */
        MARCXML
    }

    /** How a file is laid out. Everything that reading needs to know. */
    sealed interface Layout {

        /** Which kind it is. */
        default Format format() {
            return switch (this) {
                case Wms wms -> Format.WMS;
                case Csv csv -> Format.CSV;
                case Marc marc -> marc.xml() ? Format.MARCXML : Format.MARC;
            };
        }

        /** The item file of WorldShare Management Services, of any year, as it is or zipped. */
        record Wms() implements Layout {}

        /**
         * A table with a header line.
         *
         * @param delimiter between fields, for instance {@code ,} or a tab
         * @param quoted    whether quotation marks may stand around a field; otherwise they are letters like others
         * @param encoding  as {@link Choices#encoding()}
         * @param columns   the names of the file's columns for what is in them; {@link Column#BARCODE} is needed. A
         *                  column that is not named here is found by the names that item files have, if it has one
         */
        record Csv(char delimiter, boolean quoted, String encoding, Map<Column, String> columns) implements Layout {
            public Csv {
                Objects.requireNonNull(encoding, "encoding");
                columns = Map.copyOf(columns);
            }

            /** In UTF-8, with quotation marks. */
            public Csv(char delimiter, Map<Column, String> columns) {
                this(delimiter, true, "UTF-8", columns);
            }
        }

        /**
         * MARC 21 records, bibliographic ones with their holdings or holdings that follow them.
         *
         * @param xml      whether they are written as XML
         * @param encoding as {@link Choices#encoding()}; empty when each record says it. Of XML it is not used
         * @param fields   where what is, as a tag and subfields, for instance {@code 952$o}; what is not said here is
         *                 where MARC 21 has it
         */
        record Marc(boolean xml, Optional<String> encoding, Map<Column, String> fields) implements Layout {
            public Marc {
                Objects.requireNonNull(encoding, "encoding");
                fields = Map.copyOf(fields);
            }
        }
    }

    /** What a column of an item file can hold. */
    enum Column {
        INSTITUTION, BRANCH, PERMANENT_LOCATION, TEMPORARY_LOCATION, ITEM_TYPE, MATERIAL, STATUS, BARCODE, TITLE,
        AUTHOR, CALL_NUMBER, CALL_NUMBER_SCHEME, ENUMERATION, OCLC_NUMBER, DUE, ISSUED, LAST_ISSUED,
        LAST_INVENTORIED, DELETED;

        /** How profiles and commands write it, for instance {@code call-number}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The column that is written so; empty when there is none. */
        public static Optional<Column> of(String word) {
            return Arrays.stream(values()).filter(column -> column.word().equals(word)).findFirst();
        }
    }

    /**
     * What somebody says of a file; what is empty is found out.
     *
     * @param format    which kind it is
     * @param encoding  the name of a character set as Java knows it, or {@code MARC-8}
     * @param delimiter between the fields of a table
     * @param quoted    whether a table has quotation marks around fields
     * @param columns   where what is: names of columns in the header line, or tags with subfields
     */
    record Choices(Optional<Format> format, Optional<String> encoding, Optional<Character> delimiter,
            Optional<Boolean> quoted, Map<Column, String> columns) {

        /** Nothing is said. */
        public static final Choices NONE = new Choices(Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Map.of());

        public Choices {
            Objects.requireNonNull(format, "format");
            Objects.requireNonNull(encoding, "encoding");
            Objects.requireNonNull(delimiter, "delimiter");
            Objects.requireNonNull(quoted, "quoted");
            columns = Map.copyOf(columns);
        }

        /**
         * These, and what they do not say as {@code others} say it. Columns of another format mean nothing, so they
         * are only taken over where the formats agree.
         */
        public Choices over(Choices others) {
            boolean agree = format.isEmpty() || others.format.isEmpty() || format.equals(others.format);
            Map<Column, String> merged = new EnumMap<>(Column.class);
            if (agree) {
                merged.putAll(others.columns);
            }
            merged.putAll(columns);
            return new Choices(format.or(others::format), encoding.or(others::encoding),
                    delimiter.or(others::delimiter), quoted.or(others::quoted), merged);
        }
    }

    /**
     * What a file looks like.
     *
     * @param layout  how it would be read
     * @param header  the columns of a table as its header line names them, or the tags with subfields that occur in the
     *                first records; what {@link Choices#columns()} can name
     * @param columns what was taken for what, as {@code header} names it; without what the file does not have
     * @param guessed those of {@code columns} that neither somebody said nor the format does: to be shown, for they may
     *                be wrong
     * @param sample  the first rows, field by field as {@code header} has them; at most 20, and texts cut short. Never
     *                the notes of items as far as columns tell, but anything may be anywhere: not for logs
     * @param problem why it cannot be read like this, as a sentence; empty when it can
     */
    record Look(Layout layout, List<String> header, Map<Column, String> columns, Set<Column> guessed,
            List<List<String>> sample, Optional<String> problem) {
        public Look {
            Objects.requireNonNull(layout, "layout");
            header = List.copyOf(header);
            columns = Map.copyOf(columns);
            guessed = Set.copyOf(guessed);
            sample = sample.stream().map(List::copyOf).toList();
            Objects.requireNonNull(problem, "problem");
        }
    }
}
