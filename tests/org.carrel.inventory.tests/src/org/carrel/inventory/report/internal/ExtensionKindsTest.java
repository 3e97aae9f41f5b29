/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.report.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.carrel.extension.contribution.Troubles;
import org.carrel.inventory.report.InventoryResults;
import org.carrel.inventory.report.Report;
import org.carrel.inventory.report.ReportKind;
import org.carrel.inventory.report.internal.kinds.MissingReport;
import org.carrel.testkit.Contributed;
import org.carrel.testkit.Contributions;
import org.eclipse.core.runtime.CoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Reports that are contributed as extensions")
class ExtensionKindsTest {

    private Contributions<ReportKind> bundles;

    /** Its id and name are not asked for. */
    private static final class NeverLent implements ReportKind {

        @Override
        public String id() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String name() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Report of(InventoryResults results, Instant madeAt) {
            return Samples.report(Samples.texts("a"));
        }
    }

    @BeforeEach
    void open() throws CoreException {
        bundles = new Contributions<>(ReportKind.class, "org.carrel.inventory.reports",
                Map.of("org.example.NeverLent", NeverLent::new, "org.example.Other", Object::new));
    }

    @AfterEach
    void close() {
        bundles.close();
    }

    private static String report(String id, String type) {
        return "<extension id=\"x" + id + "\" point=\"org.carrel.inventory.reports\"><report id=\"" + id
                + "\" name=\"Never lent\" class=\"" + type + "\"/></extension>";
    }

    @Test
    @DisplayName("are services, described by their extension, and made once, when one is wanted")
    void are_services_made_once_when_wanted() {
        bundles.contribute(report("org.example.never-lent", "org.example.NeverLent"));
        ExtensionKinds extensions = new ExtensionKinds(bundles.context(), bundles.registry(), new Troubles());
        ReportKind kind = new KnownKinds(bundles.services()).find("org.example.never-lent").orElseThrow();

        assertEquals("Never lent", kind.name());
        assertEquals(0, bundles.made());
        kind.of(null, Instant.EPOCH);
        assertEquals("Missing", kind.of(null, Instant.EPOCH).title());
        assertEquals(1, bundles.made());
        extensions.close();
        assertEquals(List.of(), bundles.services());
    }

    @Test
    @DisplayName("whose class is missing or no report say so when one is wanted")
    void whose_class_is_missing_say_so() {
        bundles.contribute(report("missing", "org.example.Missing"));
        bundles.contribute(report("other", "org.example.Other"));
        new ExtensionKinds(bundles.context(), bundles.registry(), new Troubles());

        assertEquals(2, bundles.services().size());
        for (ReportKind kind : bundles.services()) {
            String sentence = assertThrows(UnusableKindException.class, () -> kind.of(null, Instant.EPOCH))
                    .getMessage();
            assertTrue(sentence.contains("Never lent") && sentence.contains(Contributed.BUNDLE), sentence);
        }
    }

    @Test
    @DisplayName("do not take the place of one that was there before with the same id")
    void do_not_take_the_place_of_one_with_the_same_id() {
        bundles.contribute(report("missing", "org.example.NeverLent"));
        ReportKind first = new MissingReport();
        new ExtensionKinds(bundles.context(), bundles.registry(), new Troubles());

        assertEquals(List.of(first), new KnownKinds(List.of(first, bundles.services().getFirst())).all());
    }
}
