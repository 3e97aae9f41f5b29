/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.bom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.cyclonedx.exception.GeneratorException;
import org.cyclonedx.exception.ParseException;

/**
 * Lays a {@code NOTICE} and a CycloneDX bill of materials into each product that was built, from what really is in it,
 * and fails the build when something is in it whose licence nobody has looked at, or whose licence does not go with it.
 */
public final class BillOfMaterials {

    static final String NOTICE = "NOTICE";
    static final String SBOM = "sbom.cdx.json";

    private BillOfMaterials() {}

    /**
     * Arguments: the folder with the products, the version of the product, and for jars inside bundles
     * {@code bundle!/folder/=group:version}.
     */
    public static void main(String[] arguments) throws IOException, GeneratorException, ParseException {
        Licences licences = Licences.shipped();
        List<Installation> installations = Installation.below(Path.of(arguments[0]),
                Arrays.stream(arguments).skip(2).map(origin -> origin.split("="))
                        .collect(Collectors.toMap(words -> words[0], words -> words[1])));
        if (installations.isEmpty()) {
            throw new IllegalStateException("There is no product in " + arguments[0]);
        }
        List<Part> everywhere = new ArrayList<>();
        for (Installation installation : installations) {
            List<Part> parts = describe(installation, licences, arguments[1]);
            everywhere.addAll(parts);
            System.out.println(installation.folder() + ": " + parts.stream().filter(part -> !part.own()).count()
                    + " parts that others made, in " + NOTICE + " and " + SBOM);
        }
        List<String> idle = licences.idle(everywhere);
        if (!idle.isEmpty()) {
            throw new IllegalStateException("licences.txt names what no product contains. Remove: " + idle);
        }
    }

    /** Writes both files into one product. */
    static List<Part> describe(Installation installation, Licences licences, String version)
            throws IOException, GeneratorException, ParseException {
        List<Part> parts = installation.parts();
        List<String> objections = parts.stream().filter(part -> !part.own()).map(licences::objection)
                .flatMap(Optional::stream).toList();
        if (!objections.isEmpty()) {
            throw new IllegalStateException("The licences in " + installation.folder() + " are not settled:\n"
                    + String.join("\n", objections));
        }
        Files.writeString(installation.folder().resolve(NOTICE), NoticeText.of(parts, licences));
        Files.writeString(installation.folder().resolve(SBOM), CycloneDx.json(parts, licences, version));
        List<String> faults = CycloneDx.faults(installation);
        if (!faults.isEmpty()) {
            throw new IllegalStateException("The bill of materials of " + installation.folder() + " is wrong:\n"
                    + String.join("\n", faults));
        }
        return parts;
    }
}
