/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.carrel.model.Barcodes;
import org.carrel.model.ItemBarcode;
import org.carrel.model.ItemRecord;
import org.carrel.model.Texts;
import org.carrel.model.port.ItemSnapshot;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows what the item file says of a barcode, and what stands beside it. */
@Command(name = "show")
final class InventoryShow implements Callable<Integer> {

    private static final Texts TEXTS = Texts.of(InventoryShow.class);

    private final Session session;

    @Parameters(index = "0", paramLabel = "BARCODE", descriptionKey = "inventory.barcode")
    private String barcode;

    InventoryShow(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws CommandFailure {
        if (!Barcodes.isSound(barcode)) {
            throw new CommandFailure(Exit.USAGE, TEXTS.get("filter.badItem"));
        }
        ItemSnapshot snapshot = session.itemSnapshot();
        int[] numbers = snapshot.numbersOf(new ItemBarcode(barcode));
        if (numbers.length == 0) {
            throw new CommandFailure(Exit.REFUSED, TEXTS.get("inventory.unknown", barcode,
                    snapshot.description().name(), snapshot.description().asOf().toString()));
        }
        for (int number : numbers) {
            show(snapshot, number);
        }
        return Exit.OK;
    }

    private void show(ItemSnapshot snapshot, int number) {
        ItemRecord item = snapshot.item(number);
        PrintWriter out = session.terminal().out();
        out.println(TEXTS.get("inventory.item", item.barcode().value(), item.title()));
        line("author", item.author());
        line("callNumber", (item.callNumber() + " " + item.enumeration()).strip());
        line("branch", item.branch());
        line("location", item.location());
        line("type", item.group().itemType());
        line("status", ItemWords.of(item.status()) + " (" + item.group().statusText() + ")");
        line("due", date(item.due()));
        line("lastInventoried", date(item.lastInventoried()));
        line("line", Long.toString(snapshot.lineOf(number)));
        int place = snapshot.placeOf(number);
        ItemSnapshot.Places places = snapshot.places(item.branch(), item.location());
        if (place > places.from()) {
            line("before", neighbour(snapshot, place - 1));
        }
        if (place + 1 < places.to()) {
            line("after", neighbour(snapshot, place + 1));
        }
    }

    private static String neighbour(ItemSnapshot snapshot, int place) {
        ItemRecord item = snapshot.item(snapshot.atPlace(place));
        return item.callNumber() + "  " + item.barcode().value() + "  " + item.title();
    }

    private static String date(Optional<LocalDate> date) {
        return date.map(LocalDate::toString).orElse("");
    }

    private void line(String key, String value) {
        if (!value.isEmpty()) {
            session.terminal().out().println(TEXTS.get("inventory.item." + key, value));
        }
    }
}
