/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.example.koha;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.carrel.model.CheckIn;
import org.carrel.model.CheckOut;
import org.carrel.model.QueueEntry;
import org.carrel.model.Texts;
import org.carrel.model.Transaction;
import org.carrel.sync.exchange.ExchangeFormat;

/**
 * What Koha's offline circulation tool takes in (a {@code .koc} file): a header, then a line for each transaction, its
 * fields separated by tabs. There is no field for a due date; Koha chooses one. What was uploaded already is left out.
 */
public final class KocFormat implements ExchangeFormat {

    private static final String HEADER = "Version=1.0\tGenerator=Carrel\tGeneratorVersion=1.0";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH-mm-ss SSS", Locale.ROOT);

    @Override
    public void write(Rows rows, Facts facts, OutputStream to) throws IOException {
        line(HEADER, to);
        rows.each(row -> {
            if (row.state().isPending()) {
                line(fields(row, facts.zone()), to);
            }
        });
    }

    private static String fields(QueueEntry row, ZoneId zone) throws IOException {
        Transaction transaction = row.transaction();
        String time = TIME.format(transaction.occurredAt().atZone(zone));
        String item = sound(transaction.item().value(), row);
        return switch (transaction) {
            case CheckOut out -> String.join("\t", time, "issue", sound(out.patron().value(), row), item);
            case CheckIn in -> String.join("\t", time, "return", item);
        };
    }

    private static String sound(String barcode, QueueEntry row) throws IOException {
        if (barcode.indexOf('\t') >= 0) {
            throw new IOException(Texts.of(KocFormat.class).get("tab", row.sequence()));
        }
        return barcode;
    }

    private static void line(String text, OutputStream to) throws IOException {
        to.write((text + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
