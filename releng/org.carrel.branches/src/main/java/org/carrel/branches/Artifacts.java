/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branches;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The list of what a p2 repository holds, to which signatures can be added. */
final class Artifacts {

    private static final String PLAIN = "artifacts.xml";
    private static final String PACKED = "artifacts.jar";
    /** As p2 names them: its step {@code PGPSignatureCheck} looks for them in the properties of an artifact. */
    private static final String SIGNATURES = "pgp.signatures";
    private static final String KEYS = "pgp.publicKeys";

    private final Path repository;
    private final Document document;

    private Artifacts(Path repository, Document document) {
        this.repository = repository;
        this.document = document;
    }

    static Artifacts of(Path repository) throws IOException, BranchFault {
        byte[] xml = Files.exists(repository.resolve(PACKED)) ? unpacked(repository.resolve(PACKED))
                : Files.readAllBytes(repository.resolve(PLAIN));
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return new Artifacts(repository, factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml)));
        } catch (SAXException | ParserConfigurationException e) {
            throw new BranchFault("The list of artifacts in " + repository + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static byte[] unpacked(Path jar) throws IOException, BranchFault {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(jar))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(PLAIN)) {
                    return zip.readAllBytes();
                }
            }
        }
        throw new BranchFault(jar + " has no " + PLAIN + " in it.");
    }

    /** Signs every one, and writes the list anew. How many there are. */
    int sign(Signer signer) throws IOException, InterruptedException, BranchFault {
        String keys = signer.publicKeys();
        List<Element> all = all();
        for (Element artifact : all) {
            property(artifact, SIGNATURES, signer.sign(file(artifact)));
            property(artifact, KEYS, keys);
        }
        write();
        return all.size();
    }

    private List<Element> all() {
        List<Element> all = new ArrayList<>();
        var found = document.getElementsByTagName("artifact");
        for (int i = 0; i < found.getLength(); i++) {
            all.add((Element) found.item(i));
        }
        return all;
    }

    /** Where the rules at the head of the list, which are those of every p2 repository, put it. */
    private Path file(Element artifact) throws BranchFault {
        String name = artifact.getAttribute("id") + "_" + artifact.getAttribute("version");
        return switch (artifact.getAttribute("classifier")) {
            case "osgi.bundle" -> repository.resolve("plugins").resolve(name + ".jar");
            case "org.eclipse.update.feature" -> repository.resolve("features").resolve(name + ".jar");
            case "binary" -> repository.resolve("binary").resolve(name);
            case String other -> throw new BranchFault(repository + " has an artifact of a kind that cannot be signed: "
                    + other + " " + name + ".");
        };
    }

    private void property(Element artifact, String name, String value) {
        Element properties = (Element) artifact.getElementsByTagName("properties").item(0);
        if (properties == null) {
            properties = document.createElement("properties");
            artifact.insertBefore(properties, artifact.getFirstChild());
        }
        for (Node old = properties.getFirstChild(); old != null;) {
            Node next = old.getNextSibling();
            if (old instanceof Element element && element.getAttribute("name").equals(name)) {
                properties.removeChild(old);
            }
            old = next;
        }
        Element property = document.createElement("property");
        property.setAttribute("name", name);
        property.setAttribute("value", value);
        properties.appendChild(property);
        properties.setAttribute("size",
                Integer.toString(properties.getElementsByTagName("property").getLength()));
    }

    private void write() throws IOException, BranchFault {
        ByteArrayOutputStream xml = new ByteArrayOutputStream();
        try {
            TransformerFactory factory = TransformerFactory.newInstance();
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_STYLESHEET, "");
            Transformer transformer = factory.newTransformer();
            transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            transformer.transform(new DOMSource(document), new StreamResult(xml));
        } catch (TransformerException e) {
            throw new BranchFault("The list of artifacts in " + repository + " cannot be written.", e);
        }
        boolean packed = Files.exists(repository.resolve(PACKED));
        replace(repository.resolve(packed ? PACKED : PLAIN), packed ? packed(xml.toByteArray()) : xml.toByteArray());
        // A copy in another form would be read instead, and has no signatures.
        if (Files.deleteIfExists(repository.resolve(PLAIN + ".xz"))) {
            replace(repository.resolve("p2.index"), """
                    version=1
                    metadata.repository.factory.order=content.xml.xz,content.xml,!
                    artifact.repository.factory.order=artifacts.xml,!
                    """.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static byte[] packed(byte[] xml) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(PLAIN));
            zip.write(xml);
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    private static void replace(Path file, byte[] content) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".part");
        Files.write(draft, content);
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
