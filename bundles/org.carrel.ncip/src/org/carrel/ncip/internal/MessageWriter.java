/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ncip.internal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import org.carrel.ncip.UnwritableException;

/**
 * Writes one NCIP message, element by element. Attributes always carry a prefix, because the schema says
 * {@code attributeFormDefault="qualified"}. For one thread and one message.
 */
final class MessageWriter {

    private static final String ATTRIBUTE_PREFIX = "ncip";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(2048);
    private final XMLStreamWriter xml;
    private final String prefix;
    private final String attributePrefix;
    private final boolean indent;
    private int depth;
    private boolean afterOpen;

    /** @param prefix of the elements; empty for the default name space, and then attributes have one of their own */
    MessageWriter(String prefix, boolean indent) {
        this.prefix = prefix;
        this.attributePrefix = prefix.isEmpty() ? ATTRIBUTE_PREFIX : prefix;
        this.indent = indent;
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            start("NCIPMessage");
            xml.writeNamespace(attributePrefix, Ncip.NAMESPACE);
            if (prefix.isEmpty()) {
                xml.writeDefaultNamespace(Ncip.NAMESPACE);
            }
            xml.writeAttribute(attributePrefix, Ncip.NAMESPACE, "version", Ncip.VERSION);
        } catch (XMLStreamException e) {
            throw inMemory(e);
        }
    }

    MessageWriter open(String name) {
        try {
            start(name);
        } catch (XMLStreamException e) {
            throw inMemory(e);
        }
        return this;
    }

    MessageWriter close() {
        try {
            end();
        } catch (XMLStreamException e) {
            throw inMemory(e);
        }
        return this;
    }

    /** @throws UnwritableException when XML cannot hold {@code text} */
    MessageWriter leaf(String name, String text) throws UnwritableException {
        return leaf(name, "", text);
    }

    /** @param scheme empty for none */
    MessageWriter leaf(String name, String scheme, String text) throws UnwritableException {
        String sound = XmlText.require(name, text);
        try {
            start(name);
            if (!scheme.isEmpty()) {
                xml.writeAttribute(attributePrefix, Ncip.NAMESPACE, "Scheme", scheme);
            }
            xml.writeCharacters(sound);
            end();
        } catch (XMLStreamException e) {
            throw inMemory(e);
        }
        return this;
    }

    byte[] finish() {
        try {
            while (depth > 0) {
                end();
            }
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw inMemory(e);
        }
        return bytes.toByteArray();
    }

    private void start(String name) throws XMLStreamException {
        newLine();
        if (prefix.isEmpty()) {
            xml.writeStartElement("", name, Ncip.NAMESPACE);
        } else {
            xml.writeStartElement(prefix, name, Ncip.NAMESPACE);
        }
        depth++;
        afterOpen = true;
    }

    private void end() throws XMLStreamException {
        depth--;
        if (!afterOpen) {
            newLine();
        }
        xml.writeEndElement();
        afterOpen = false;
    }

    private void newLine() throws XMLStreamException {
        if (indent) {
            xml.writeCharacters("\n" + "  ".repeat(depth));
        }
    }

    /** Nothing can fail: the bytes go to memory. */
    private static IllegalStateException inMemory(XMLStreamException e) {
        return new IllegalStateException(e);
    }
}
