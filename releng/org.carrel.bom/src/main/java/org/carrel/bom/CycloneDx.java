/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.bom;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.cyclonedx.Version;
import org.cyclonedx.exception.GeneratorException;
import org.cyclonedx.exception.ParseException;
import org.cyclonedx.generators.BomGeneratorFactory;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.Hash;
import org.cyclonedx.model.LicenseChoice;
import org.cyclonedx.model.Metadata;
import org.cyclonedx.model.license.Expression;
import org.cyclonedx.parsers.JsonParser;

/** The bill of materials in the CycloneDX format, version 1.6, written and checked by that project's own library. */
final class CycloneDx {

    private static final Version VERSION = Version.VERSION_16;
    private static final Licence OWN = new Licence("EPL-2.0");

    private CycloneDx() {}

    /** Says the same whenever it is asked about the same parts: no time, no random number. */
    static String json(List<Part> parts, Licences licences, String version) throws GeneratorException {
        Bom bom = new Bom();
        Metadata metadata = new Metadata();
        metadata.setTimestamp(null);
        metadata.setComponent(component("carrel", version, OWN));
        metadata.getComponent().setType(Component.Type.APPLICATION);
        bom.setMetadata(metadata);
        for (Part part : parts) {
            Component component = component(part.name(), part.version(),
                    part.own() ? OWN : licences.of(part).orElseThrow());
            part.coordinates().ifPresent(from -> {
                component.setGroup(from.group());
                component.setPurl(from.purl());
            });
            part.sha256().ifPresent(hash -> component.addHash(new Hash(Hash.Algorithm.SHA_256, hash)));
            bom.addComponent(component);
        }
        return BomGeneratorFactory.createJson(VERSION, bom).toJsonString();
    }

    private static Component component(String name, String version, Licence licence) {
        Component component = new Component();
        component.setType(Component.Type.LIBRARY);
        component.setName(name);
        component.setVersion(version);
        component.setBomRef(name + '@' + version);
        LicenseChoice choice = new LicenseChoice();
        choice.setExpression(new Expression(licence.expression()));
        component.setLicenses(choice);
        return component;
    }

    /**
     * What is wrong with the bill of materials that lies in an installation: what does not follow the format, which
     * bundle is missing in it, what is in it and not in the product.
     */
    static List<String> faults(Installation installation) throws IOException, ParseException {
        Path file = installation.folder().resolve(BillOfMaterials.SBOM);
        List<String> faults = new ArrayList<>();
        new JsonParser().validate(file.toFile(), VERSION)
                .forEach(fault -> faults.add("not as CycloneDX has it: " + fault.getMessage()));
        if (!faults.isEmpty()) {
            return faults;
        }
        Set<String> listed = new HashSet<>();
        for (Component component : new JsonParser().parse(file.toFile()).getComponents()) {
            listed.add(component.getBomRef());
            if (component.getVersion() == null || component.getVersion().isBlank()
                    || component.getLicenses() == null) {
                faults.add(component.getBomRef() + " has no version or no licence");
            }
        }
        Set<String> there = new HashSet<>();
        installation.parts().forEach(part -> there.add(part.name() + '@' + part.version()));
        there.stream().filter(part -> !listed.contains(part)).sorted()
                .forEach(part -> faults.add(part + " is missing"));
        listed.stream().filter(part -> !there.contains(part)).sorted()
                .forEach(part -> faults.add(part + " is not in the product"));
        return faults;
    }
}
