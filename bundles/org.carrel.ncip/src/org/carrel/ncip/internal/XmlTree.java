/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ncip.internal;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.carrel.model.Texts;

/**
 * Reads a small XML document from somebody who is not trusted: no document type, no entities but XML's own five,
 * bounded depth. Its complaints name places, never contents, because contents may be a patron's.
 */
final class XmlTree {

    /** NCIP's deepest path has about ten levels. */
    private static final int MAX_DEPTH = 50;

    private static final Texts TEXTS = Texts.of(XmlTree.class);

    private XmlTree() {}

    /** Why a document was not read; the message is a detail for people, without any of the contents. */
    static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1L;

        UnreadableException(String detail) {
            super(detail);
        }
    }

    /** One level that is still being read. */
    private record Open(String namespace, String name, StringBuilder text, List<XmlNode> children) {
        XmlNode close() {
            return new XmlNode(namespace, name, text.toString(), List.copyOf(children));
        }
    }

    /** The root element of the document, read in the encoding that {@link XmlEncoding} finds. */
    static XmlNode read(byte[] document) throws UnreadableException {
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(new StringReader(XmlEncoding.text(document)));
            try {
                return read(xml);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            throw new UnreadableException(e.getLocation() == null ? TEXTS.get("xml.malformed.somewhere")
                    : TEXTS.get("xml.malformed", e.getLocation().getLineNumber(), e.getLocation().getColumnNumber()));
        } catch (RuntimeException e) {
            // The platform's parser answers some broken input with exceptions of its own that are not declared.
            throw new UnreadableException(TEXTS.get("xml.malformed.somewhere"));
        }
    }

    private static XmlNode read(XMLStreamReader xml) throws XMLStreamException, UnreadableException {
        Deque<Open> path = new ArrayDeque<>();
        XmlNode root = null;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (path.size() >= MAX_DEPTH) {
                        throw new UnreadableException(TEXTS.get("xml.deep", MAX_DEPTH));
                    }
                    String namespace = xml.getNamespaceURI() == null ? "" : xml.getNamespaceURI();
                    path.push(new Open(namespace, xml.getLocalName(), new StringBuilder(), new ArrayList<>()));
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    XmlNode node = path.pop().close();
                    if (path.isEmpty()) {
                        root = node;
                    } else {
                        path.peek().children().add(node);
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (!path.isEmpty()) {
                        path.peek().text().append(xml.getText());
                    }
                }
                case XMLStreamConstants.DTD,
                        XMLStreamConstants.ENTITY_REFERENCE -> throw new UnreadableException(TEXTS.get("xml.dtd"));
                default -> {
                    // Comments and processing instructions say nothing.
                }
            }
        }
        if (root == null) {
            throw new UnreadableException(TEXTS.get("xml.malformed.somewhere"));
        }
        return root;
    }

    /** One for each document: the platform does not promise that a factory may be shared by threads. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external entities are refused");
        });
        // The platform's own default is to complain on the error stream of the process.
        factory.setXMLReporter((message, type, related, location) -> {
        });
        return factory;
    }
}
