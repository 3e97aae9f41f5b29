/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Writes an item file as large as one likes, in the shape that OCLC's have today; always the same. */
public final class SyntheticItems {

    /** All items are of this branch, so that an inventory can be of all of them. */
    public static final String BRANCH = "XYZ";

    private static final String HEADER = "Institution_Symbol|Item_Holding_Location|Item_Permanent_Shelving_Location"
            + "|Item_Temporary_Shelving_Location|Item_Type|Item_Call_Number|Item_Enumeration_and_Chronology|Author_Name"
            + "|Title|LHR_Item_Materials_Specified|Material_Format|OCLC_Number|Title_ISBN|Publication_Date|Item_Barcode"
            + "|LHR_Item_Cost|LHR_Item_Nonpublic_Note|LHR_Item_Public_Note|Item_Status_Current_Status|Item_Due_Date"
            + "|Item_Issued_Count|Issued_Count_YTD|Item_Soft_Issued_Count|Item_Soft_Issued_Count_YTD"
            + "|Item_Last_Issued_Date|Item_Last_Inventoried_Date|Item_Deleted_Date|LHR_Date_Entered_on_File"
            + "|LHR_Item_Acquired_Date|Language_Code|LHR_Item_Call_Number_Normalized\n";
    private static final String CLASSES = "ABCDEFGHJKLMNPQRSTUVZ";
    private static final String[] WORDS = { "of", "the", "and", "history", "art", "science", "letters", "city", "river",
            "stone", "modern", "theory", "practice", "light", "water", "essays", "économie", "жизнь" };
    private static final int WORDS_OF_A_TITLE = 8;

    private final Random random = new Random(20_261_115);

    void write(Path file, int items) throws IOException {
        try (BufferedWriter to = Files.newBufferedWriter(file)) {
            to.write(HEADER);
            for (int i = 0; i < items; i++) {
                to.write(row(i));
            }
        }
    }

    private String row(int i) {
        String title = words(WORDS_OF_A_TITLE);
        String callNumber = letter() + (random.nextBoolean() ? letter() : "") + " " + (1 + random.nextInt(9_999)) + " ."
                + letter() + (1 + random.nextInt(999)) + " " + (1900 + random.nextInt(126));
        // Barcodes come in no order, as in a library that has moved a few times.
        long barcode = 31_000_000_000_000L + i * 7_919L % 100_000_007L * 10;
        return "XYZ|" + BRANCH + "|STACKS" + i % 30 + "||BOOK|" + callNumber + "||" + words(2) + "|" + title
                + "||Book|" + (10_000_000 + i) + "|978" + (1_000_000_000L + i) + "|" + (1900 + i % 126) + "|"
                + barcode + "||||" + (random.nextInt(10) == 0 ? "ON LOAN" : "AVAILABLE") + "||" + i % 40
                + "|0|0|0|2024-03-0" + (1 + i % 9) + "||||2001-01-01|eng|\n";
    }

    private String letter() {
        return String.valueOf(CLASSES.charAt(random.nextInt(CLASSES.length())));
    }

    private String words(int count) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            words.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return words.toString();
    }
}
