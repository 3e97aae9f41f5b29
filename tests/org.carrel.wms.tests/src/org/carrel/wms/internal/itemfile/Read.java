/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal.itemfile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import org.carrel.model.ItemRecord;
import org.carrel.model.port.ItemFiles.Layout;
import org.carrel.model.port.ItemSource.BadRow;
import org.carrel.model.port.ItemSource.Reason;
import org.carrel.model.port.ItemSource.Sink;

/** Keeps all that is read of a file. */
class Read implements Sink {

    static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    /** As files have it today. */
    static final String HEADER = "Institution_Symbol|Item_Holding_Location|Item_Permanent_Shelving_Location"
            + "|Item_Temporary_Shelving_Location|Item_Type|Item_Call_Number|Item_Enumeration_and_Chronology|Author_Name"
            + "|Title|Material_Format|OCLC_Number|Item_Barcode|LHR_Item_Nonpublic_Note|Item_Status_Current_Status"
            + "|Item_Due_Date|Item_Issued_Count|Item_Last_Issued_Date|Item_Last_Inventoried_Date|Item_Deleted_Date\n";

    final List<ItemRecord> items = new ArrayList<>();
    final List<Long> lines = new ArrayList<>();
    final List<BadRow> bad = new ArrayList<>();
    long lastRead;
    long lastTotal;
    int asked;

    static Read of(Path file, Layout layout) throws IOException {
        Read read = new Read();
        ItemFile.open(file, layout, ZONE).read(read);
        return read;
    }

    static Read of(Path file) throws IOException {
        return of(file, new Layout.Wms());
    }

    /** Rows behind {@link #HEADER}. */
    static Read rows(Path folder, String rows) throws IOException {
        return of(Files.write(folder.resolve("items.txt"), (HEADER + rows).getBytes(StandardCharsets.UTF_8)));
    }

    /** A row in order for {@link #HEADER}. */
    static String row(String barcode, String title) {
        return "XYZ|MAIN|STACKS||BOOK|QA 76 .C3 1999||Carrel, A.|" + title + "|Book|12345|" + barcode
                + "||AVAILABLE|||||\n";
    }

    @Override
    public void item(long line, ItemRecord item) {
        lines.add(line);
        items.add(item);
    }

    @Override
    public void bad(BadRow row) {
        bad.add(row);
    }

    @Override
    public boolean goOn(long read, long total) {
        asked++;
        lastRead = read;
        lastTotal = total;
        return true;
    }

    /** Each bad row as line, reason and whether it was imported. */
    List<String> badOnes() {
        return bad.stream().map(row -> row.line() + " " + row.reason() + (row.imported() ? " imported" : "")).toList();
    }

    List<String> barcodes() {
        return items.stream().map(item -> item.barcode().value()).toList();
    }

    boolean hasBad(Reason reason) {
        return bad.stream().anyMatch(row -> row.reason() == reason);
    }
}
