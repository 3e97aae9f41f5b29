/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ncip;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;

import org.xml.sax.SAXException;

/** The schemas and sample messages of other people, read from a folder that is not part of the project. */
final class Conformance {

    /** Names the folder; tests that need it are skipped without it. */
    static final String VARIABLE = "CARREL_CONFORMANCE_DATA";

    private static final Path FOLDER = Path.of(String.valueOf(System.getenv(VARIABLE)), "ncip");

    private Conformance() {}

    static Schema schema(String version) throws SAXException {
        SchemaFactory factory = SchemaFactory.newDefaultInstance();
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
        return factory.newSchema(FOLDER.resolve("xsd").resolve("ncip_" + version + ".xsd").toFile());
    }

    /** Throws, with the message in the text, when {@code message} is not valid. */
    static void validate(Schema schema, byte[] message) throws IOException {
        try {
            schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(message)));
        } catch (SAXException e) {
            throw new AssertionError(e.getMessage() + "\n" + new String(message, StandardCharsets.UTF_8), e);
        }
    }

    static List<String> sampleNames() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve("samples"))) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".xml")).sorted()
                    .toList();
        }
    }

    static byte[] sample(String name) throws IOException {
        return Files.readAllBytes(FOLDER.resolve("samples").resolve(name));
    }
}
