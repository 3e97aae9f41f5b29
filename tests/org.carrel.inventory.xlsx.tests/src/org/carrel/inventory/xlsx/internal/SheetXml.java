/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.xlsx.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What is in the XML of a workbook, as it stands there: no library has interpreted it. */
final class SheetXml {

    /** A cell. @param format the code of its number format; empty when it has none */
    record Found(String type, String value, String format) {}

    /** A sheet. @param elements the start tags that are not of rows and cells, with their attributes */
    record Sheet(String name, Map<String, Found> cells, List<String> elements, int rows) {}

    private SheetXml() {}

    /** The sheets by name, in order. */
    static Map<String, Sheet> read(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<String> formats = formats(zip);
            Map<String, Sheet> sheets = new LinkedHashMap<>();
            List<String> names = new ArrayList<>();
            each(zip, "xl/workbook.xml", xml -> {
                if (xml.getLocalName().equals("sheet")) {
                    names.add(xml.getAttributeValue(null, "name"));
                }
            });
            for (int i = 0; i < names.size(); i++) {
                sheets.put(names.get(i), sheet(zip, i + 1, names.get(i), formats));
            }
            return sheets;
        }
    }

    /** How many rows the sheet with that number has; for sheets that are too large to be looked at as a whole. */
    static int rows(Path file, int number) throws IOException {
        int[] rows = { 0 };
        try (ZipFile zip = new ZipFile(file.toFile())) {
            each(zip, "xl/worksheets/sheet" + number + ".xml", xml -> {
                if (xml.getLocalName().equals("row")) {
                    rows[0]++;
                }
            });
        }
        return rows[0];
    }

    private static List<String> formats(ZipFile zip) throws IOException {
        Map<String, String> codes = new HashMap<>();
        List<String> ofStyles = new ArrayList<>();
        boolean[] cells = { false };
        each(zip, "xl/styles.xml", xml -> {
            switch (xml.getLocalName()) {
                case "numFmt" -> codes.put(xml.getAttributeValue(null, "numFmtId"),
                        xml.getAttributeValue(null, "formatCode"));
                case "cellXfs" -> cells[0] = true;
                case "xf" -> {
                    if (cells[0]) {
                        ofStyles.add(codes.getOrDefault(xml.getAttributeValue(null, "numFmtId"), ""));
                    }
                }
                default -> {
                    // Fonts, fills and borders are not looked at.
                }
            }
        });
        return ofStyles;
    }

    private static Sheet sheet(ZipFile zip, int number, String name, List<String> formats) throws IOException {
        Map<String, Found> cells = new LinkedHashMap<>();
        List<String> elements = new ArrayList<>();
        int[] rows = { 0 };
        try (InputStream in = zip.getInputStream(zip.getEntry("xl/worksheets/sheet" + number + ".xml"))) {
            XMLStreamReader xml = reader(in);
            String at = "";
            String type = "";
            String format = "";
            StringBuilder value = new StringBuilder();
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    switch (xml.getLocalName()) {
                        case "c" -> {
                            at = xml.getAttributeValue(null, "r");
                            type = xml.getAttributeValue(null, "t") == null ? "" : xml.getAttributeValue(null, "t");
                            String style = xml.getAttributeValue(null, "s");
                            format = style == null ? "" : formats.get(Integer.parseInt(style));
                            value.setLength(0);
                        }
                        case "row" -> rows[0]++;
                        case "is", "t", "v" -> {
                            // What is in them is text.
                        }
                        default -> elements.add(element(xml));
                    }
                } else if (event == XMLStreamConstants.CHARACTERS) {
                    value.append(xml.getText());
                } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c")) {
                    cells.put(at, new Found(type, value.toString(), format));
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        return new Sheet(name, cells, elements, rows[0]);
    }

    private static String element(XMLStreamReader xml) {
        StringBuilder text = new StringBuilder(xml.getLocalName());
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            text.append(' ').append(xml.getAttributeLocalName(i)).append('=').append(xml.getAttributeValue(i));
        }
        return text.toString();
    }

    private interface Reader {
        void element(XMLStreamReader xml);
    }

    private static void each(ZipFile zip, String entry, Reader reader) throws IOException {
        try (InputStream in = zip.getInputStream(zip.getEntry(entry))) {
            XMLStreamReader xml = reader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    reader.element(xml);
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static XMLStreamReader reader(InputStream in) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory.createXMLStreamReader(in, "UTF-8");
    }
}
