/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.bom;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Writes the file {@code NOTICE}: what is in the product that others made, and the texts they want passed on. Pure. */
final class NoticeText {

    private NoticeText() {}

    static String of(List<Part> parts, Licences licences) {
        List<Part> others = parts.stream().filter(part -> !part.own()).sorted(Comparator.comparing(Part::name))
                .toList();
        StringBuilder text = new StringBuilder();
        text.append("Carrel\nCopyright (c) 2026 Carrel contributors.\n\n");
        text.append("Carrel is made available under the Eclipse Public License, Version 2.0:\n");
        text.append("https://www.eclipse.org/legal/epl-2.0/\n\n");
        text.append("It contains the work of others, unchanged, each under its own licence. The same list for\n");
        text.append("programs is in ").append(BillOfMaterials.SBOM)
                .append(" (CycloneDX). Where there is a choice of\n");
        text.append("licences, Carrel takes the first that goes with its own.\n\n");
        for (Part part : others) {
            text.append(part.label()).append("\n    ").append(licences.of(part).orElseThrow().expression());
            part.coordinates().ifPresent(from -> text.append("\n    ").append(from.group()).append(':')
                    .append(from.artifact()).append(':').append(from.version()).append(" on Maven Central"));
            text.append("\n");
        }
        text.append("\nThe texts of the licences are at https://spdx.org/licenses/ under the names above.\n");
        notices(others).forEach((notice, names) -> text.append("\n").append("-".repeat(78)).append("\n")
                .append(String.join(", ", names)).append(":\n\n").append(notice).append("\n"));
        return text.toString();
    }

    /** Projects put the same notice into each of their jars. */
    private static Map<String, Set<String>> notices(List<Part> parts) {
        Map<String, Set<String>> notices = new LinkedHashMap<>();
        parts.forEach(part -> part.notice().map(text -> text.replace("\r\n", "\n"))
                .ifPresent(text -> notices.computeIfAbsent(text, any -> new TreeSet<>()).add(part.name())));
        return notices;
    }
}
