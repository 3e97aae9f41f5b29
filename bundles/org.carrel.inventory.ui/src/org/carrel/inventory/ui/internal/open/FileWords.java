/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.open;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

import org.carrel.model.Texts;
import org.carrel.model.port.ItemSnapshot;

/** The item file in words: which one it is and of which day belongs on every screen. */
public final class FileWords {

    private static final Texts TEXTS = Texts.of(FileWords.class);

    private FileWords() {}

    /** For instance <i>Item file of 1 Mar 2026</i>. */
    public static String of(ItemSnapshot.Description file) {
        return TEXTS.get("file.of", day(file));
    }

    /** What there is to say where something is compared with the item file. Of a project that is not open: nothing. */
    public static String of(Result result) {
        return switch (result) {
            case Result.NoProject none -> "";
            case Result.Pending pending -> TEXTS.get("file.pending");
            case Result.NoItemFile none -> TEXTS.get("file.none");
            case Result.Refused refused -> refused.sentence();
            case Result.Ready ready -> of(ready.comparison().itemFile());
        };
    }

    /** The day that it tells of, as the workstation writes days. */
    public static String day(ItemSnapshot.Description file) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(Locale.getDefault())
                .format(file.asOf());
    }
}
