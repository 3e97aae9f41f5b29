/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ncip.internal;

import java.util.List;
import java.util.Optional;

/**
 * An element that was read, without its attributes: nothing is decided by them. Prefixes are gone.
 *
 * @param namespace empty when there is none
 * @param text      the character data directly in it
 */
record XmlNode(String namespace, String name, String text, List<XmlNode> children) {

    /** Whether it is NCIP's element of that name. One without any name space is taken for NCIP's: it cannot mislead. */
    boolean is(String ncipName) {
        return name.equals(ncipName) && isNcip();
    }

    boolean isNcip() {
        return namespace.isEmpty() || namespace.equals(Ncip.NAMESPACE);
    }

    List<XmlNode> all(String ncipName) {
        return children.stream().filter(child -> child.is(ncipName)).toList();
    }

    Optional<XmlNode> first(String ncipName) {
        return children.stream().filter(child -> child.is(ncipName)).findFirst();
    }

    /** The text at the end of a path of first children, without blanks around it; empty text counts as none. */
    Optional<String> text(String... path) {
        Optional<XmlNode> node = Optional.of(this);
        for (String step : path) {
            node = node.flatMap(n -> n.first(step));
        }
        return node.map(n -> n.text().strip()).filter(t -> !t.isEmpty());
    }
}
