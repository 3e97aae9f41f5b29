/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.rfid.internal;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

import org.carrel.model.Texts;

/**
 * The makers whose services are known. How they speak was read from a public Koha plug-in (2026).
 */
enum Maker {

    // In the order in which they are tried: the last one may say no more than "404" and is easily mistaken.
    BIBLIOTHECA("http://127.0.0.1:21645"), TECH_LOGIC("http://127.0.0.1:80"), MK_SOLUTIONS("http://127.0.0.1:4039");

    private final URI standard;

    Maker(String standard) {
        this.standard = URI.create(standard);
    }

    /** Where its service listens unless it was set up differently. */
    URI standard() {
        return standard;
    }

    /** As settings name it. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Maker> of(String word) {
        for (Maker maker : values()) {
            if (maker.word().equals(word)) {
                return Optional.of(maker);
            }
        }
        return Optional.empty();
    }

    /** @param inverted whether the service says that an item is secured when it is not; Bibliotheca's does */
    PadService service(LocalHttp http, URI address, boolean inverted, Texts texts) {
        return switch (this) {
            case BIBLIOTHECA -> new BibliothecaPad(http, address, inverted, texts);
            case TECH_LOGIC -> new TechLogicPad(http, address, texts);
            case MK_SOLUTIONS -> new MkSolutionsPad(http, address, texts);
        };
    }
}
