/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal.itemfile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.carrel.model.ItemRecord;
import org.carrel.model.port.ItemSource.BadRow;
import org.carrel.model.port.ItemSource.Reason;
import org.carrel.model.port.ItemSource.Sink;
import org.carrel.wms.internal.itemfile.marc.MarcPiece;
import org.carrel.wms.internal.itemfile.marc.MarcPieces;
import org.carrel.wms.internal.itemfile.marc.MarcRecord;
import org.carrel.wms.internal.itemfile.marc.MarcRecord.Field;

/**
 * Makes items of MARC 21 records: of bibliographic records with holdings in them, and of holdings records that follow
 * the record that they are about. Every record ends as items, as bad rows, or as both, but for a record whose holdings
 * follow. One thread.
 */
final class MarcRows {

    private static final int TYPE_IN_LEADER = 6;
    private static final String HOLDINGS_TYPES = "uvxy";
    private static final MarcRecord NOTHING = new MarcRecord("", List.of(), false);

    private final MarcPieces pieces;
    private final MarcPlaces places;
    private final Sink sink;
    private final Items items = new Items();
    private long number;
    /** The last bibliographic record, and whether it had items or holdings records followed. */
    private MarcRecord title = NOTHING;
    private long titleNumber;
    private boolean titleHasItems = true;
    /** Whether the record last read has an item that does not say where it belongs. */
    private boolean unclear;

    MarcRows(MarcPieces pieces, MarcPlaces places, Sink sink) {
        this.pieces = pieces;
        this.places = places;
        this.sink = sink;
    }

    /** Reads all records to the end. */
    void read() throws IOException {
        for (Optional<MarcPiece> piece = pieces.next(); piece.isPresent(); piece = pieces.next()) {
            number++;
            switch (piece.get()) {
                case MarcPiece.Whole whole -> record(whole.record());
                case MarcPiece.Damaged damaged -> sink.bad(new BadRow(number, Reason.DAMAGED_RECORD, false,
                        damaged.text()));
                case MarcPiece.TooLong tooLong -> sink.bad(new BadRow(number, Reason.TOO_LONG, false,
                        tooLong.text()));
            }
        }
        endTitle();
    }

    private void record(MarcRecord record) throws IOException {
        boolean holdings = HOLDINGS_TYPES.indexOf(record.leaderAt(TYPE_IN_LEADER)) >= 0;
        if (!holdings) {
            endTitle();
            title = record;
            titleNumber = number;
            titleHasItems = false;
        }
        boolean known = !holdings || isAbout(record, title);
        List<MarcItem> found = itemsOf(record, known ? title : NOTHING);
        for (MarcItem one : found) {
            item(one);
        }
        boolean any = unclear || !found.isEmpty();
        if (known) {
            titleHasItems |= any || holdings;
        }
        if (holdings && !any) {
            bad(record, number, Reason.NO_ITEM, false);
        }
    }

    /** Whether a holdings record is about that title: 004 has the other's 001. */
    private static boolean isAbout(MarcRecord holdings, MarcRecord title) {
        Optional<String> of = holdings.first("004").map(Field::value).map(String::strip);
        return of.isPresent() && title.first("001").map(Field::value).map(String::strip).equals(of);
    }

    private void endTitle() throws IOException {
        if (!titleHasItems) {
            bad(title, titleNumber, Reason.NO_ITEM, false);
        }
        titleHasItems = true;
    }

    private List<MarcItem> itemsOf(MarcRecord record, MarcRecord about) throws IOException {
        unclear = false;
        List<MarcItem> found = new ArrayList<>();
        Optional<String> own = places.ownItemTag();
        if (own.isPresent()) {
            for (Field field : record.fields(own.get())) {
                found.add(new MarcItem(places, record, about, Optional.of(field), Optional.empty(), ""));
            }
            return found;
        }
        Holdings holdings = new Holdings(record);
        Set<Field> withItems = new HashSet<>();
        Set<String> barcodes = new HashSet<>();
        for (Field item : holdings.items()) {
            Optional<Field> holding = holdings.of(item);
            if (holding.isEmpty() && !holdings.fields().isEmpty()) {
                unclear = true;
                sink.bad(new BadRow(number, Reason.UNCLEAR_HOLDING, false, record.text(PipeRows.KEPT)));
            } else {
                found.add(new MarcItem(places, record, about, holding, Optional.of(item), holdings.volume(item)));
            }
            holding.ifPresent(withItems::add);
            barcodes.add(item.first('p'));
        }
        for (Field holding : holdings.fields()) {
            String barcode = holding.first('p');
            boolean said = barcode.isEmpty() ? withItems.contains(holding) || unclear : barcodes.contains(barcode);
            if (!said) {
                found.add(new MarcItem(places, record, about, Optional.of(holding), Optional.empty(),
                        holdings.volume(holding)));
            }
        }
        return found;
    }

    private void item(MarcItem row) throws IOException {
        Optional<ItemRecord> item = items.of(row);
        if (item.isPresent()) {
            sink.item(number, item.get());
        }
        for (Reason reason : items.reasons()) {
            bad(row.record(), number, reason, item.isPresent());
        }
        if (row.record().lettersLost()) {
            bad(row.record(), number, Reason.NOT_UTF8, item.isPresent());
        }
    }

    private void bad(MarcRecord record, long at, Reason reason, boolean imported) throws IOException {
        sink.bad(new BadRow(at, reason, imported, record.text(PipeRows.KEPT)));
    }
}
