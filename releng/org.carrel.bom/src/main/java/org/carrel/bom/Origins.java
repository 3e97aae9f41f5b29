/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.bom;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.carrel.bom.Part.Coordinates;

/**
 * Where the bundles of an installation come from: p2 keeps, in the installation's profile, the Maven coordinates under
 * which it found each.
 */
final class Origins {

    private final Map<String, Coordinates> byBundle;

    private Origins(Map<String, Coordinates> byBundle) {
        this.byBundle = Map.copyOf(byBundle);
    }

    /** The origins that the newest profile of the installation tells; none when there is no profile. */
    static Origins of(Path installation) throws IOException {
        Path registry = installation.resolve("p2/org.eclipse.equinox.p2.engine/profileRegistry");
        if (Files.notExists(registry)) {
            return new Origins(Map.of());
        }
        List<Path> profiles;
        try (Stream<Path> files = Files.walk(registry)) {
            profiles = files.filter(file -> file.toString().endsWith(".profile.gz")).toList();
        }
        Optional<Path> newest = profiles.stream()
                .max(Comparator.comparing(file -> file.getFileName().toString()));
        return newest.isEmpty() ? new Origins(Map.of()) : read(newest.get());
    }

    private static Origins read(Path profile) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        Map<String, Coordinates> found = new HashMap<>();
        try (InputStream in = new GZIPInputStream(Files.newInputStream(profile))) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            String unit = "";
            Map<String, String> properties = new HashMap<>();
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("unit")) {
                    unit = key(xml.getAttributeValue(null, "id"), xml.getAttributeValue(null, "version"));
                    properties.clear();
                } else if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("property")) {
                    properties.put(xml.getAttributeValue(null, "name"), xml.getAttributeValue(null, "value"));
                } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("unit")
                        && properties.containsKey("maven-artifactId")) {
                    found.put(unit, new Coordinates(properties.get("maven-groupId"),
                            properties.get("maven-artifactId"), properties.get("maven-version")));
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException(profile + " is no profile of p2", e);
        }
        return new Origins(found);
    }

    /** @param version as in the file name */
    Optional<Coordinates> of(String bundle, String version) {
        return Optional.ofNullable(byBundle.get(key(bundle, version)));
    }

    private static String key(String bundle, String version) {
        return bundle + '/' + version;
    }
}
