/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal.itemfile;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.carrel.model.Barcodes;
import org.carrel.model.ItemBarcode;
import org.carrel.model.ItemGroup;
import org.carrel.model.ItemRecord;
import org.carrel.model.port.ItemFiles.Column;
import org.carrel.model.port.ItemSource.Reason;

/** Makes items of rows. One thread. */
final class Items {

    private static final int MOST_GROUPS_KEPT = 100_000;

    private final Map<ItemGroup, ItemGroup> groups = new HashMap<>();
    private final Set<Reason> reasons = EnumSet.noneOf(Reason.class);

    /** The fields of one row. */
    interface Row {

        /** What is in the column; empty when the file has no such column. */
        String get(Column column);
    }

    /** The item of a row; empty when it has none. Why, or what else is the matter, is {@link #reasons()} afterwards. */
    Optional<ItemRecord> of(Row row) {
        reasons.clear();
        return barcode(row).map(barcode -> new ItemRecord(barcode, Values.all(row.get(Column.TITLE)),
                Values.all(row.get(Column.AUTHOR)), Values.first(row.get(Column.CALL_NUMBER)),
                Values.first(row.get(Column.CALL_NUMBER_SCHEME)), Values.all(row.get(Column.ENUMERATION)),
                oclcNumber(row), group(row), date(row, Column.DUE), count(row), date(row, Column.LAST_ISSUED),
                date(row, Column.LAST_INVENTORIED), date(row, Column.DELETED)));
    }

    /** What is the matter with the row last read. */
    Set<Reason> reasons() {
        return reasons;
    }

    private Optional<ItemBarcode> barcode(Row row) {
        String field = row.get(Column.BARCODE);
        String text = Values.first(field);
        if (text.isEmpty()) {
            reasons.add(Reason.EMPTY_BARCODE);
            return Optional.empty();
        }
        boolean sound = Barcodes.isSound(text) && text.indexOf('\uFFFD') < 0;
        if (!sound || field.indexOf('^') >= 0) {
            reasons.add(Reason.UNSOUND_BARCODE);
        }
        return sound ? Optional.of(new ItemBarcode(text)) : Optional.empty();
    }

    private static String oclcNumber(Row row) {
        String number = Values.first(row.get(Column.OCLC_NUMBER));
        return number.equals("0") ? "" : number;
    }

    private ItemGroup group(Row row) {
        ItemGroup group = new ItemGroup(Values.first(row.get(Column.INSTITUTION)), Values.first(row.get(Column.BRANCH)),
                Values.first(row.get(Column.PERMANENT_LOCATION)), Values.first(row.get(Column.TEMPORARY_LOCATION)),
                Values.first(row.get(Column.ITEM_TYPE)), Values.first(row.get(Column.MATERIAL)),
                Values.first(row.get(Column.STATUS)));
        ItemGroup known = groups.get(group);
        if (known != null) {
            return known;
        }
        if (groups.size() < MOST_GROUPS_KEPT) {
            groups.put(group, group);
        }
        return group;
    }

    private Optional<LocalDate> date(Row row, Column column) {
        String said = Values.first(row.get(column));
        if (said.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Values.date(said);
        } catch (DateTimeException e) {
            reasons.add(Reason.UNREADABLE_VALUE);
            return Optional.empty();
        }
    }

    private int count(Row row) {
        String said = Values.first(row.get(Column.ISSUED));
        if (said.isEmpty()) {
            return 0;
        }
        return Values.count(said).orElseGet(() -> {
            reasons.add(Reason.UNREADABLE_VALUE);
            return 0;
        });
    }
}
