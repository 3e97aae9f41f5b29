/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal.itemfile.marc;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.carrel.model.Texts;
import org.carrel.model.port.ItemSource.UnreadableItemFileException;
import org.carrel.wms.internal.itemfile.marc.MarcRecord.Field;
import org.carrel.wms.internal.itemfile.marc.MarcRecord.Subfield;

/**
 * Reads MARCXML ({@code http://www.loc.gov/MARC21/slim}, or without a name space) record by record. Neither document
 * types nor entities are taken: a file could name others with them, or burst. One thread.
 */
public final class MarcXml implements MarcPieces, AutoCloseable {

    private static final Texts TEXTS = Texts.of(MarcXml.class);
    /** The parser holds a name or an attribute as a whole. */
    private static final int MOST_BETWEEN_EVENTS = 4 << 20;
    private static final int MOST_FIELDS = 20_000;

    private final Bounded bytes;
    private final XMLStreamReader in;
    private long held;

    /** @throws UnreadableItemFileException when it is no XML */
    public MarcXml(InputStream from) throws IOException {
        this.bytes = new Bounded(from);
        try {
            in = factory().createXMLStreamReader(bytes);
        } catch (XMLStreamException e) {
            throw readable(e);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    @Override
    public Optional<MarcPiece> next() throws IOException {
        try {
            while (in.hasNext()) {
                if (event() == XMLStreamConstants.START_ELEMENT && in.getLocalName().equals("record")) {
                    return Optional.of(record());
                }
            }
            return Optional.empty();
        } catch (XMLStreamException e) {
            throw readable(e);
        }
    }

    private int event() throws XMLStreamException, UnreadableItemFileException {
        int event = in.next();
        bytes.sinceEvent = 0;
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new UnreadableItemFileException(TEXTS.get("xml.entities", in.getLocation().getLineNumber()));
        }
        return event;
    }

    private MarcPiece record() throws XMLStreamException, IOException {
        held = 0;
        String leader = "";
        List<Field> fields = new ArrayList<>();
        for (int event = event(); event != XMLStreamConstants.END_DOCUMENT; event = event()) {
            if (event == XMLStreamConstants.END_ELEMENT && in.getLocalName().equals("record")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (in.getLocalName()) {
                    case "leader" -> leader = text();
                    case "controlfield" -> fields.add(new Field(attribute("tag"), ' ', text(), List.of()));
                    case "datafield" -> fields.add(field());
                    // Harvested files have records around records.
                    case "record" -> {
                        leader = "";
                        fields.clear();
                    }
                    default -> {
                        // What others have added says nothing about items.
                    }
                }
            }
            if (fields.size() > MOST_FIELDS) {
                held = Long.MAX_VALUE;
                fields.clear();
            }
        }
        if (held > Iso2709.LONGEST) {
            return new MarcPiece.TooLong(new MarcRecord(leader, fields, false).text(KEPT));
        }
        MarcRecord record = new MarcRecord(leader, fields, false);
        boolean tags = fields.stream().allMatch(field -> field.tag().length() == 3);
        return !tags || fields.isEmpty() ? new MarcPiece.Damaged(record.text(KEPT))
                : new MarcPiece.Whole(record);
    }

    private Field field() throws XMLStreamException, IOException {
        String tag = attribute("tag");
        String first = attribute("ind1");
        List<Subfield> subfields = new ArrayList<>();
        for (int event = event(); event != XMLStreamConstants.END_DOCUMENT; event = event()) {
            if (event == XMLStreamConstants.END_ELEMENT && in.getLocalName().equals("datafield")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT && in.getLocalName().equals("subfield")) {
                String code = attribute("code");
                String text = text();
                if (code.length() == 1 && subfields.size() < MOST_FIELDS) {
                    subfields.add(new Subfield(code.charAt(0), text));
                }
            }
        }
        return new Field(tag, first.isEmpty() ? ' ' : first.charAt(0), "", subfields);
    }

    private String attribute(String name) {
        String value = in.getAttributeValue(null, name);
        return value == null || value.length() > 100 ? "" : value;
    }

    /** The text up to the end of this element; what is far too long is counted and not kept. */
    private String text() throws XMLStreamException, IOException {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        while (depth > 0) {
            switch (event()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    held += in.getTextLength();
                    if (held <= Iso2709.LONGEST) {
                        text.append(in.getTextCharacters(), in.getTextStart(), in.getTextLength());
                    }
                }
                case XMLStreamConstants.END_DOCUMENT -> depth = 0;
                default -> {
                    // Comments and instructions say nothing about items.
                }
            }
        }
        return text.toString().replaceAll("\\s+", " ");
    }

    private IOException readable(XMLStreamException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException io && !(io instanceof java.io.CharConversionException)) {
                return io;
            }
        }
        Throwable nested = failure.getNestedException();
        if (nested instanceof IOException io && !(io instanceof java.io.CharConversionException)) {
            return io;
        }
        int line = failure.getLocation() == null ? 1 : failure.getLocation().getLineNumber();
        return new UnreadableItemFileException(TEXTS.get("xml.damaged", line), failure);
    }

    @Override
    public void close() throws IOException {
        try {
            in.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /** Fails when the parser reads on and on without saying anything. */
    private static final class Bounded extends FilterInputStream {

        private long sinceEvent;

        Bounded(InputStream from) {
            super(from);
        }

        @Override
        public int read() throws IOException {
            int read = in.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            int read = in.read(to, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int more) throws UnreadableItemFileException {
            sinceEvent += more;
            if (sinceEvent > MOST_BETWEEN_EVENTS) {
                throw new UnreadableItemFileException(TEXTS.get("xml.endless"));
            }
        }
    }
}
