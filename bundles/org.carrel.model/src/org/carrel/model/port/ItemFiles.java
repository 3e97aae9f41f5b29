/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model.port;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Reads item files of library systems. A service; safe for use by several threads. */
public interface ItemFiles {

    /**
     * Looks at {@code file}; its rows are read later.
     *
     * @throws ItemSource.UnreadableItemFileException when it is not such a file; the message is a sentence
     * @throws IOException                            when it cannot be read
     */
    ItemSource open(Path file, Layout layout) throws IOException;

    /** How a file is laid out. */
    sealed interface Layout {

        /** The item file of WorldShare Management Services, of any year, as it is or zipped. */
        record Wms() implements Layout {}

        /**
         * A table with a header line.
         *
         * @param delimiter between fields, for instance {@code ,} or a tab
         * @param columns   the names of the file's columns for what is in them; {@link Column#BARCODE} is needed. A
         *                  column that is not named here is found by the names that item files have, if it has one
         */
        record Csv(char delimiter, Map<Column, String> columns) implements Layout {
            public Csv {
                columns = Map.copyOf(columns);
            }
        }
    }

    /** What a column of an item file can hold. */
    enum Column {
        INSTITUTION, BRANCH, PERMANENT_LOCATION, TEMPORARY_LOCATION, ITEM_TYPE, MATERIAL, STATUS, BARCODE, TITLE,
        AUTHOR, CALL_NUMBER, CALL_NUMBER_SCHEME, ENUMERATION, OCLC_NUMBER, DUE, ISSUED, LAST_ISSUED,
        LAST_INVENTORIED, DELETED
    }
}
