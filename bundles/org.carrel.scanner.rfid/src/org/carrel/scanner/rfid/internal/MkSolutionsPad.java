/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.rfid.internal;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

import org.apache.hc.core5.http.ContentType;
import org.carrel.model.Texts;

/**
 * MK Solutions' staff station: {@code GET getItems} gives {@code <item><barcode/><is_secure/></item>…} and 404 when the
 * pad is empty; {@code PUT setSecurity} takes {@code <rfid><barcode/><is_secure/></rfid>}.
 */
final class MkSolutionsPad implements PadService {

    private static final String PATH = "/mkStaffStationAPI/";
    private static final int EMPTY = 404;
    private static final int UNAVAILABLE = 503;

    private final LocalHttp http;
    private final URI base;
    private final Texts texts;
    private final Understood understood = new Understood();

    MkSolutionsPad(LocalHttp http, URI address, Texts texts) {
        this.http = http;
        this.base = address.resolve(PATH);
        this.texts = texts;
    }

    @Override
    public boolean isThere() throws IOException {
        LocalHttp.Answer answer = http.get(base.resolve("getItems"));
        return answer.status() == EMPTY || answer.status() == UNAVAILABLE
                || answer.isGood() && answer.body().contains("<item");
    }

    @Override
    public List<Tag> tags() throws IOException {
        LocalHttp.Answer answer = http.get(base.resolve("getItems"));
        if (answer.status() == EMPTY) {
            return List.of();
        }
        if (answer.status() == UNAVAILABLE) {
            throw new ReaderGoneException(texts.get("reader.gone"));
        }
        if (!answer.isGood()) {
            throw new IOException(texts.get("answer.status", answer.status()));
        }
        return understood.tags(answer.body(), this::read);
    }

    private List<Tag> read(String xml) throws IOException {
        try {
            return items(xml);
        } catch (XMLStreamException e) {
            throw new IOException(texts.get("answer.strange"), e);
        }
    }

    private static List<Tag> items(String xml) throws XMLStreamException {
        List<Tag> tags = new ArrayList<>();
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader in = factory.createXMLStreamReader(new StringReader(xml));
        String barcode = "";
        boolean secured = false;
        while (in.hasNext()) {
            int event = in.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (in.getLocalName()) {
                    case "item" -> {
                        barcode = "";
                        secured = false;
                    }
                    case "barcode" -> barcode = in.getElementText().strip();
                    case "is_secure" -> secured = Truth.of(in.getElementText());
                    default -> {
                        // Something else about the item.
                    }
                }
            } else if (event == XMLStreamConstants.END_ELEMENT && in.getLocalName().equals("item")) {
                tags.add(new Tag(barcode, secured, List.of()));
            }
        }
        return tags;
    }

    @Override
    public void write(Tag tag, boolean secured) throws IOException {
        LocalHttp.Answer answer = http.send("PUT", base.resolve("setSecurity"), body(tag.barcode(), secured),
                ContentType.APPLICATION_XML);
        if (!answer.isGood()) {
            throw new IOException(texts.get("tag.refused", answer.status()));
        }
    }

    private static String body(String barcode, boolean secured) throws IOException {
        try {
            StringWriter text = new StringWriter();
            XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            out.writeStartElement("rfid");
            element(out, "barcode", barcode);
            element(out, "is_secure", Boolean.toString(secured));
            out.writeEndElement();
            out.flush();
            return text.toString();
        } catch (XMLStreamException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static void element(XMLStreamWriter out, String name, String text) throws XMLStreamException {
        out.writeStartElement(name);
        out.writeCharacters(text);
        out.writeEndElement();
    }
}
