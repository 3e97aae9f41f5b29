/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.carrel.sync.QueueFiles;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;

/** Rows of a few columns, written as a table, as csv or as json. Names of columns are for programs, too. */
final class Rows {

    private static final Gson JSON = new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();

    private static final int WIDEST = 50;

    private final List<String> columns;
    private final List<List<Object>> rows = new ArrayList<>();

    Rows(String... columns) {
        this.columns = List.of(columns);
    }

    void add(Object... cells) {
        rows.add(List.of(cells));
    }

    void write(QueueFiles.Format format, PrintWriter out) throws IOException {
        switch (format) {
            case TABLE -> table(out);
            case CSV -> csv(out);
            case JSON -> out.println(JSON.toJson(maps()));
        }
        out.flush();
    }

    /** For a place in some other json. */
    List<Map<String, Object>> maps() {
        List<Map<String, Object>> maps = new ArrayList<>();
        for (List<Object> row : rows) {
            Map<String, Object> map = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                map.put(columns.get(i), row.get(i));
            }
            maps.add(map);
        }
        return maps;
    }

    private void csv(PrintWriter out) throws IOException {
        CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180);
        printer.printRecord(columns);
        for (List<Object> row : rows) {
            printer.printRecord(row.stream().map(Rows::inert).toList());
        }
    }

    /** What a spreadsheet would run as a formula has an apostrophe before it, as in reports. */
    private static Object inert(Object cell) {
        return cell instanceof String text && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text
                : cell;
    }

    private void table(PrintWriter out) {
        int[] widths = new int[columns.size()];
        for (List<Object> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.min(WIDEST, Math.max(widths[i], row.get(i).toString().length()));
            }
        }
        for (List<Object> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                line.append(String.format("%-" + Math.max(1, widths[i]) + "s  ", row.get(i)));
            }
            out.println(line.toString().stripTrailing());
        }
    }
}
