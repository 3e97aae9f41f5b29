/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal.itemfile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.carrel.model.ItemRecord;
import org.carrel.model.Texts;
import org.carrel.model.port.ItemFiles.Column;
import org.carrel.model.port.ItemSource.BadRow;
import org.carrel.model.port.ItemSource.Reason;
import org.carrel.model.port.ItemSource.Sink;
import org.carrel.model.port.ItemSource.UnreadableItemFileException;

/**
 * Reads the {@code Circulation_Item_Inventories} file: fields between {@code |} and no quoting at all, so that an
 * unbalanced quotation mark is a letter like any other, and a {@code |} inside a title is a row with a field too many.
 * One thread.
 */
final class PipeRows implements Items.Row {

    /** How much of a bad row is kept. */
    static final int KEPT = 4_000;

    private static final int ROWS_BETWEEN_TICKS = 1_000;
    private static final byte SEPARATOR = '|';
    private static final Texts TEXTS = Texts.of(PipeRows.class);

    private final Lines lines;
    private final Lines.Tick tick;
    private final Sink sink;
    private final Header header;
    private final Items items = new Items();
    private final Map<Column, Words> words = new EnumMap<>(Column.class);
    private final int[] ends;
    private boolean malformed;

    PipeRows(Lines lines, Lines.Tick tick, Sink sink) throws IOException {
        this.lines = lines;
        this.tick = tick;
        this.sink = sink;
        this.header = Header.of(headerFields(lines), Map.of());
        this.ends = new int[header.width()];
        for (Column column : List.of(Column.INSTITUTION, Column.BRANCH, Column.PERMANENT_LOCATION,
                Column.TEMPORARY_LOCATION, Column.ITEM_TYPE, Column.MATERIAL, Column.STATUS, Column.DUE, Column.ISSUED,
                Column.LAST_ISSUED, Column.LAST_INVENTORIED, Column.DELETED)) {
            words.put(column, new Words());
        }
    }

    private static List<String> headerFields(Lines lines) throws IOException {
        if (!lines.next()) {
            throw new UnreadableItemFileException(TEXTS.get("file.empty"));
        }
        if (lines.isTooLong() || lines.hasControls()) {
            throw new UnreadableItemFileException(TEXTS.get("file.noHeader"));
        }
        String line = new String(lines.bytes(), lines.start(), lines.end() - lines.start(), StandardCharsets.UTF_8);
        return List.of(line.split("\\|", -1));
    }

    /** Reads all rows to the end. */
    void read() throws IOException {
        int sinceTick = 0;
        while (lines.next()) {
            row();
            if (++sinceTick == ROWS_BETWEEN_TICKS) {
                sinceTick = 0;
                if (!tick.goOn()) {
                    throw new Lines.StoppedException();
                }
            }
        }
    }

    private void row() throws IOException {
        if (lines.isTooLong()) {
            bad(Reason.TOO_LONG, false);
        } else if (lines.hasControls()) {
            bad(Reason.CONTROL_CHARACTERS, false);
        } else if (lines.end() > lines.start()) {
            if (split() == header.width()) {
                item();
            } else {
                bad(Reason.WRONG_FIELD_COUNT, false);
            }
        }
    }

    private void item() throws IOException {
        malformed = false;
        Optional<ItemRecord> item = items.of(this);
        if (item.isPresent()) {
            sink.item(lines.number(), item.get());
        }
        for (Reason reason : items.reasons()) {
            bad(reason, item.isPresent());
        }
        if (malformed) {
            bad(Reason.NOT_UTF8, item.isPresent());
        }
    }

    private void bad(Reason reason, boolean imported) throws IOException {
        sink.bad(new BadRow(lines.number(), reason, imported, lines.text(KEPT)));
    }

    /** Notes where fields end. @return how many there are */
    private int split() {
        byte[] bytes = lines.bytes();
        int end = lines.end();
        int field = 0;
        for (int at = lines.start(); at < end; at++) {
            if (bytes[at] == SEPARATOR) {
                if (field < ends.length) {
                    ends[field] = at;
                }
                field++;
            }
        }
        if (field < ends.length) {
            ends[field] = end;
        }
        return field + 1;
    }

    @Override
    public String get(Column column) {
        int field = header.placeOf(column);
        if (field < 0) {
            return "";
        }
        int start = field == 0 ? lines.start() : ends[field - 1] + 1;
        int end = ends[field];
        Words known = words.get(column);
        String text = known != null ? known.text(lines.bytes(), start, end)
                : new String(lines.bytes(), start, end - start, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') >= 0 && !isInFile(start, end)) {
            malformed = true;
        }
        return text;
    }

    /** Whether the character that stands for what could not be decoded is in the file itself. */
    private boolean isInFile(int start, int end) {
        byte[] again = new String(lines.bytes(), start, end - start, StandardCharsets.UTF_8)
                .getBytes(StandardCharsets.UTF_8);
        return Arrays.equals(again, 0, again.length, lines.bytes(), start, end);
    }
}
