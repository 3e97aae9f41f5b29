/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.carrel.model.Barcodes;
import org.carrel.model.ItemBarcode;
import org.carrel.model.Texts;
import org.carrel.model.TransactionState;
import org.carrel.model.port.QueueQuery;

import picocli.CommandLine.Option;

/** The options that narrow a list of rows. There is none for a patron's barcode: a command line is public. */
final class RowFilter {

    /** Kinds, as an option names them. */
    enum Kind {
        CHECK_OUT, CHECK_IN;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @Option(names = "--state", paramLabel = "STATE", split = ",", descriptionKey = "filter.state")
    private List<TransactionState> states = List.of();

    @Option(names = "--kind", paramLabel = "KIND", descriptionKey = "filter.kind")
    private Kind kind;

    @Option(names = "--item", paramLabel = "BARCODE", descriptionKey = "filter.item")
    private String item;

    /** Whether anything was asked for at all. */
    boolean isNarrow() {
        return !states.isEmpty() || kind != null || item != null;
    }

    /** The rows wanted, the oldest first. */
    QueueQuery query() throws CommandFailure {
        QueueQuery query = QueueQuery.all().sortedBy(QueueQuery.Order.SEQUENCE, false).withStates(states());
        if (kind != null) {
            query = query.withKind(
                    kind == Kind.CHECK_OUT ? QueueQuery.Kind.CHECK_OUT : QueueQuery.Kind.CHECK_IN);
        }
        if (item != null) {
            if (!Barcodes.isSound(item)) {
                throw new CommandFailure(Exit.USAGE, Texts.of(RowFilter.class).get("filter.badItem"));
            }
            query = query.withItem(new ItemBarcode(item));
        }
        return query;
    }

    private Set<TransactionState> states() {
        return states.isEmpty() ? Set.of() : EnumSet.copyOf(states);
    }
}
