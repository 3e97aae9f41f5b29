/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.journal;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.carrel.model.Transaction;

/**
 * What a journal file holds. Lines that cannot be read are reported and passed over: they must not cost the good ones
 * around them.
 *
 * @param transactions in the order in which they were acknowledged
 * @param damaged      the numbers of lines that were acknowledged once and cannot be read now, from 1
 * @param unfinished   whether the file ends in something that was never acknowledged: a half-written line, or a part of
 *                     what was given together
 * @param newer        whether a newer program wrote it, so that it must be left alone
 */
public record JournalContents(List<Transaction> transactions, List<Integer> damaged, boolean unfinished,
        boolean newer) {

    private static final int LONGEST_LINE = 64 * 1024;

    public JournalContents {
        transactions = List.copyOf(transactions);
        damaged = List.copyOf(damaged);
    }

    /** Reads {@code file}. */
    public static JournalContents read(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return new Reading(in).all();
        }
    }

    private static final class Reading {

        private final InputStream in;
        private final List<Transaction> transactions = new ArrayList<>();
        private final List<Integer> damaged = new ArrayList<>();
        private final List<Transaction> together = new ArrayList<>();
        private int number;

        Reading(InputStream in) {
            this.in = in;
        }

        JournalContents all() throws IOException {
            boolean unfinished = false;
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next != '\n') {
                    // A longer line is noise; its beginning is kept, which fails the checksum.
                    if (line.size() <= LONGEST_LINE) {
                        line.write(next);
                    }
                    continue;
                }
                number++;
                try {
                    take(JournalLine.decode(line.toByteArray()));
                } catch (JournalLine.Newer e) {
                    return new JournalContents(List.of(), List.of(), false, true);
                } catch (JournalLine.Unreadable e) {
                    damaged.add(number);
                }
                line.reset();
            }
            unfinished = line.size() > 0 || !together.isEmpty();
            return new JournalContents(transactions, damaged, unfinished, false);
        }

        private void take(JournalLine line) {
            if (line.part() == 1) {
                // The end of the ones before is among the damaged lines; as the file goes on, they were acknowledged.
                transactions.addAll(together);
                together.clear();
            }
            together.add(line.transaction());
            if (line.part() == line.parts()) {
                transactions.addAll(together);
                together.clear();
            }
        }
    }
}
