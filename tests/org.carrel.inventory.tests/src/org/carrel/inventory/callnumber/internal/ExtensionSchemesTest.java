/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.callnumber.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.carrel.extension.contribution.Troubles;
import org.carrel.inventory.callnumber.CallNumberScheme;
import org.carrel.inventory.callnumber.CallNumbers;
import org.carrel.inventory.callnumber.ShelfKey;
import org.carrel.model.CallNumberRules;
import org.carrel.testkit.Contributions;
import org.eclipse.core.runtime.CoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Schemes that are contributed as extensions")
class ExtensionSchemesTest {

    private Contributions<CallNumberScheme> bundles;

    /** The example of the schema. */
    static final class AccessionNumbers implements CallNumberScheme {

        private static final Pattern FORM = Pattern.compile("\\s*(\\d{4})\\s*/\\s*(\\d{1,6})\\s*");

        @Override
        public String id() {
            return "not asked";
        }

        @Override
        public String name() {
            return "not asked";
        }

        @Override
        public Optional<ShelfKey> key(String callNumber) {
            Matcher form = FORM.matcher(callNumber);
            return form.matches()
                    ? Optional.of(ShelfKey.of(ByteBuffer.allocate(6).putShort(Short.parseShort(form.group(1)))
                            .putInt(Integer.parseInt(form.group(2))).array()))
                    : Optional.empty();
        }
    }

    @BeforeEach
    void open() throws CoreException {
        bundles = new Contributions<>(CallNumberScheme.class, ExtensionSchemes.POINT,
                Map.of("org.example.AccessionNumbers", AccessionNumbers::new, "org.example.Other", Object::new));
    }

    @AfterEach
    void close() {
        bundles.close();
    }

    private static String scheme(String id, String attributes) {
        return "<extension id=\"x" + id + "\" point=\"" + ExtensionSchemes.POINT + "\"><scheme id=\"" + id
                + "\" name=\"Numbers\" " + attributes + "/></extension>";
    }

    @Test
    @DisplayName("are services that a branch can use, made only when a call number is read")
    void are_services_that_a_branch_can_use() {
        bundles.contribute(scheme("org.example.accession", "class=\"org.example.AccessionNumbers\""));
        ExtensionSchemes schemes = new ExtensionSchemes(bundles.context(), bundles.registry(), new Troubles());
        assertEquals(List.of("org.example.accession", "Numbers", "org.example.accession"),
                List.of(bundles.services().getFirst().id(), bundles.services().getFirst().name(),
                        bundles.services().getFirst().family()));
        assertEquals(0, bundles.made());

        CallNumbers numbers = new CallNumberTable(
                new CallNumberRules(List.of("org.example.accession", "lc"), List.of()),
                List.of(bundles.services().getFirst(), new LcScheme()));
        assertEquals(Optional.of("org.example.accession"), numbers.read("1998/204").scheme());
        assertTrue(numbers.read("1998/204").key().compareTo(numbers.read("1998 / 1031").key()) < 0);
        assertTrue(numbers.read("2001/1").key().compareTo(numbers.read("A1").key()) < 0, "by the order of the schemes");
        assertEquals(Optional.of("lc"), numbers.read("QA76").scheme());
        assertEquals(1, bundles.made(), "made once");

        schemes.close();
        assertEquals(List.of(), bundles.services());
    }

    @Test
    void may_stand_among_those_of_another_scheme() {
        bundles.contribute(scheme("org.example.mixed", "family=\"lc\" class=\"org.example.AccessionNumbers\""));
        new ExtensionSchemes(bundles.context(), bundles.registry(), new Troubles());
        assertEquals("lc", bundles.services().getFirst().family());
    }

    @Test
    @DisplayName("whose class is missing or no scheme understand nothing")
    void whose_class_is_missing_understand_nothing() {
        bundles.contribute(scheme("missing", "class=\"org.example.Missing\""));
        bundles.contribute(scheme("other", "class=\"org.example.Other\""));
        new ExtensionSchemes(bundles.context(), bundles.registry(), new Troubles());
        assertEquals(2, bundles.services().size());
        for (CallNumberScheme scheme : bundles.services()) {
            assertEquals(Optional.empty(), scheme.key("1998/204"));
            assertEquals(Optional.empty(), scheme.key("1998/204"));
        }
        assertEquals(2, bundles.made(), "each was tried once");
    }
}
