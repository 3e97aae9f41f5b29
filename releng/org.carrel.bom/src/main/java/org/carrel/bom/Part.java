/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.bom;

import java.util.Optional;
import java.util.Set;

/**
 * One part of the product.
 *
 * @param name        the bundle's symbolic name; of a jar inside a bundle, that name, {@code !/} and its path in it
 * @param version     as it says itself
 * @param coordinates where it comes from, if that is known
 * @param own         whether Carrel's own project made it
 * @param sha256      of the file, in hexadecimal; empty for a bundle that is a folder
 * @param stated      the licences that it names itself, as SPDX identifiers; empty when it names none that is known
 * @param notice      the text that has to go with it, if it brings one
 */
record Part(String name, String version, Optional<Coordinates> coordinates, boolean own, Optional<String> sha256,
        Set<String> stated, Optional<String> notice) {

    Part {
        stated = Set.copyOf(stated);
    }

    /** Where an artifact is on Maven Central. */
    record Coordinates(String group, String artifact, String version) {

        /** As a package URL; the parts of these coordinates need no escaping, or the artifact could not be there. */
        String purl() {
            return "pkg:maven/" + group + "/" + artifact + "@" + version + "?type=jar";
        }
    }

    /** For people. */
    String label() {
        return name + " " + version;
    }
}
