/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal.itemfile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.carrel.model.Texts;
import org.carrel.model.port.ItemFiles.Choices;
import org.carrel.model.port.ItemFiles.Format;
import org.carrel.model.port.ItemFiles.Layout;
import org.carrel.model.port.ItemFiles.Look;
import org.carrel.model.port.ItemSource.UnreadableItemFileException;
import org.carrel.wms.internal.itemfile.marc.Iso2709;
import org.carrel.wms.internal.itemfile.marc.MarcXml;

/** Finds out from the beginning of a file what it is. */
public final class Looking {

    static final int HEAD = 1 << 20;

    private static final int LEADER = 24;
    private static final Texts TEXTS = Texts.of(Looking.class);

    private Looking() {}

    /** See {@link org.carrel.model.port.ItemFiles#look}; all that was said is in {@code choices}. */
    public static Look at(Path file, Choices choices) throws IOException {
        ItemFile.requireReadable(file);
        byte[] head;
        try (FileBytes bytes = new FileBytes(file)) {
            head = bytes.readNBytes(HEAD);
        }
        if (head.length == 0) {
            throw new UnreadableItemFileException(TEXTS.get("file.empty"));
        }
        return switch (choices.format().isPresent() ? choices.format().get() : format(head)) {
            case WMS -> TableLook.wms(head);
            case CSV -> TableLook.csv(head, choices);
            case MARC -> {
                Layout.Marc layout = new Layout.Marc(false, choices.encoding(), choices.columns());
                try (FileBytes bytes = new FileBytes(file)) {
                    yield MarcLook.of(new Iso2709(bytes, choices.encoding()), layout);
                }
            }
            case MARCXML -> {
                Layout.Marc layout = new Layout.Marc(true, Optional.empty(), choices.columns());
                try (FileBytes bytes = new FileBytes(file); MarcXml xml = new MarcXml(bytes)) {
                    yield MarcLook.of(xml, layout);
                }
            }
        };
    }

    private static Format format(byte[] head) throws UnreadableItemFileException {
        int start = head.length >= 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB ? 3 : 0;
        while (start < head.length && (head[start] == '\n' || head[start] == '\r' || head[start] == ' ')) {
            start++;
        }
        String text = new String(head, start, head.length - start, StandardCharsets.ISO_8859_1);
        if (text.startsWith("<") || text.startsWith("\u0000<") || text.startsWith("<\u0000")) {
            return Format.MARCXML;
        }
        if (text.length() > LEADER && text.substring(0, LEADER).matches("[0-9 ]{5}.{5}22[0-9]{5}.{3}4500")) {
            return Format.MARC;
        }
        int end = text.indexOf('\n');
        String header = text.substring(0, Math.min(end < 0 ? text.length() : end, Lines.LONGEST)).strip();
        return header.indexOf('|') > 0 && isWms(header) ? Format.WMS : Format.CSV;
    }

    private static boolean isWms(String header) {
        try {
            Set<?> found = Header.of(java.util.List.of(header.split("\\|", -1)), Map.of()).columns();
            // OCLC's have never had fewer than twenty; a table of somebody's own may use the same sign.
            return found.size() >= 10;
        } catch (UnreadableItemFileException e) {
            return false;
        }
    }
}
