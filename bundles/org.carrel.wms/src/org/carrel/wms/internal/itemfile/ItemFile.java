/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal.itemfile;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.carrel.model.Texts;
import org.carrel.model.port.ItemFiles.Layout;
import org.carrel.model.port.ItemSource;
import org.carrel.wms.internal.itemfile.marc.Iso2709;
import org.carrel.wms.internal.itemfile.marc.MarcXml;

/** An item file on the disk. */
public final class ItemFile implements ItemSource {

    /** As in {@code SYM.Circulation_Item_Inventories.20261115.txt}. */
    private static final Pattern DAY = Pattern.compile("(?<![0-9])(20[0-9]{6})(?![0-9])");

    private static final Texts TEXTS = Texts.of(ItemFile.class);

    private final Path file;
    private final Layout layout;
    private final LocalDate asOf;

    private ItemFile(Path file, Layout layout, LocalDate asOf) {
        this.file = file;
        this.layout = layout;
        this.asOf = asOf;
    }

    /**
     * Looks at a file.
     *
     * @param zone of the library: for the day when the file's name has none
     */
    public static ItemFile open(Path file, Layout layout, ZoneId zone) throws IOException {
        requireReadable(file);
        return new ItemFile(file, layout, day(file, zone));
    }

    static void requireReadable(Path file) throws UnreadableItemFileException {
        if (!Files.isRegularFile(file)) {
            throw new UnreadableItemFileException(TEXTS.get("file.missing", file));
        }
        if (!Files.isReadable(file)) {
            throw new UnreadableItemFileException(TEXTS.get("file.unreadable", file));
        }
    }

    private static LocalDate day(Path file, ZoneId zone) throws IOException {
        Matcher day = DAY.matcher(file.getFileName().toString());
        if (day.find()) {
            try {
                return LocalDate.parse(day.group(1), DateTimeFormatter.BASIC_ISO_DATE);
            } catch (DateTimeException e) {
                // Eight digits that are no date say nothing about the day.
                return changed(file, zone);
            }
        }
        return changed(file, zone);
    }

    private static LocalDate changed(Path file, ZoneId zone) throws IOException {
        return LocalDate.ofInstant(Files.getLastModifiedTime(file).toInstant(), zone);
    }

    @Override
    public String name() {
        return file.getFileName().toString();
    }

    @Override
    public LocalDate asOf() {
        return asOf;
    }

    @Override
    public void read(Sink sink) throws IOException {
        try (FileBytes bytes = new FileBytes(file)) {
            Lines.Tick tick = () -> sink.goOn(bytes.consumed(), bytes.size());
            switch (layout) {
                case Layout.Wms wms -> new PipeRows(new Lines(bytes, tick), tick, sink).read();
                case Layout.Csv csv -> new CsvRows(text(bytes, csv.encoding()), csv, tick, sink).read();
                case Layout.Marc marc -> read(marc, new TickingBytes(bytes, tick), sink);
            }
        } catch (Lines.StoppedException e) {
            // Whoever wanted it to end knows.
            return;
        } catch (NoSuchFileException e) {
            throw new UnreadableItemFileException(TEXTS.get("file.missing", file), e);
        }
    }

    private static void read(Layout.Marc marc, InputStream bytes, Sink sink) throws IOException {
        MarcPlaces places = MarcPlaces.of(marc.fields());
        if (!marc.xml()) {
            new MarcRows(new Iso2709(bytes, marc.encoding()), places, sink).read();
            return;
        }
        try (MarcXml xml = new MarcXml(bytes)) {
            new MarcRows(xml, places, sink).read();
        }
    }

    /** Without the byte order mark that spreadsheets like. */
    static Reader text(InputStream bytes, String encoding) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(bytes, Charset.forName(encoding)));
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }
}
