/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.practice.internal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.carrel.model.ItemBarcode;
import org.carrel.model.ItemStatus;

/**
 * The file of all items that library systems send of an evening, in the layout of WorldShare Management Services: a
 * header line, fields between bars, nothing quoted, one row an item. Says nothing of people.
 */
public final class EveningItemFile {

    private static final List<String> HEADER = List.of("Institution_Symbol", "Item_Holding_Location",
            "Item_Permanent_Shelving_Location", "Item_Temporary_Shelving_Location", "Item_Type", "Item_Call_Number",
            "Item_Enumeration_and_Chronology", "Author_Name", "Title", "Material_Format", "OCLC_Number", "Item_Barcode",
            "Item_Status_Current_Status", "Item_Due_Date", "Item_Issued_Count", "Item_Last_Inventoried_Date");
    private static final String INSTITUTION = "PRACTICE";

    private final Circulation circulation;
    private final Inventories inventories;
    private final Clock clock;
    private final ZoneId zone;

    /** @param zone of the library: a day is a day there */
    public EveningItemFile(Circulation circulation, Inventories inventories, Clock clock, ZoneId zone) {
        this.circulation = circulation;
        this.inventories = inventories;
        this.clock = clock;
        this.zone = zone;
    }

    /** Writes it into {@code folder}; somebody who reads there meanwhile finds a whole file or none. */
    public Path write(Path folder) throws IOException {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        Files.createDirectories(folder);
        Path file = folder.resolve(INSTITUTION + ".Circulation_Item_Inventories."
                + today.format(DateTimeFormatter.BASIC_ISO_DATE) + ".txt");
        Path draft = Files.createTempFile(folder, ".items", ".draft");
        try {
            Set<ItemBarcode> seen = inventories.counts().keySet();
            try (BufferedWriter out = Files.newBufferedWriter(draft, StandardCharsets.UTF_8)) {
                line(out, HEADER);
                for (Circulation.Seen item : circulation.all()) {
                    line(out, row(item, seen.contains(item.item().barcode()) ? Optional.of(today) : Optional.empty()));
                }
            }
            return Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private List<String> row(Circulation.Seen seen, Optional<LocalDate> seenHere) {
        String due = seen.loan().map(loan -> LocalDate.ofInstant(loan.dueAt(), zone).toString()).orElse("");
        String inventoried = seenHere.or(seen.item()::inventoried).map(LocalDate::toString).orElse("");
        return List.of(INSTITUTION, seen.item().branch(), seen.item().shelf(), "", seen.item().policy().name(),
                seen.item().callNumber(), "", seen.item().author(), seen.item().title(), "Book", "",
                seen.item().barcode().value(), status(seen).name(), due, "0", inventoried);
    }

    private static ItemStatus status(Circulation.Seen seen) {
        if (seen.loan().isPresent()) {
            return ItemStatus.ON_LOAN;
        }
        return seen.isAwaited() ? ItemStatus.ON_HOLD : seen.item().status();
    }

    /** Nothing is quoted there, so a bar or a line end in a text would be taken for the end of the field. */
    private static void line(BufferedWriter out, List<String> fields) throws IOException {
        out.write(String.join("|", fields.stream().map(field -> field.replaceAll("[|\\p{Cntrl}]+", " ")).toList()));
        out.newLine();
    }
}
