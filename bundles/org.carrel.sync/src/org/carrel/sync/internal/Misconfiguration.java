/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.internal;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.carrel.model.Problem;

/**
 * What exactly is wrong when the library system does not accept the branch. It says so in NCIP's problem types
 * (Z39.83-2), in sentences of its own, or in the message of a program that failed over a user who is gone; decided by
 * words, because no scheme tells them apart.
 */
enum Misconfiguration {
    /** The <i>user to act as</i> no longer exists, or lost the circulation role: another one is set by re-keying. */
    ACTING_USER(true, "securitycontext", "actas", "actingas", "principal", "agencyauthenticationfailed",
            "systemauthenticationfailed", "userauthenticationfailed"),
    /** The key has ended, is disabled, or lacks the service: another one is set by re-keying. */
    KEY(true, "wskey", "apikey", "clientid", "invalidclient", "invalidscope", "accesstoken", "unauthorizedservice",
            "unsupportedservice", "unknownservice", "unauthorizedcombination"),
    /** An id of the branch or the institution is wrong. */
    AGENCY(false, "unknownagency", "unknownsystem", "unknowninstitution", "invalidagency"),
    /** Nobody at the address understands the request. */
    ADDRESS(false, "http404", "http405", "http410"),
    /** Something else. */
    OTHER(false);

    /** The more telling words first: a failed authentication often names what failed. */
    private static final List<Misconfiguration> ORDER = List.of(KEY, ACTING_USER, AGENCY, ADDRESS);

    private final boolean mendedByRekeying;
    private final List<String> signs;

    Misconfiguration(boolean mendedByRekeying, String... signs) {
        this.mendedByRekeying = mendedByRekeying;
        this.signs = List.of(signs);
    }

    /** @param problem of the kind {@code CONFIGURATION} */
    static Misconfiguration of(Problem problem) {
        String type = folded(problem.type());
        String detail = folded(problem.detail());
        if (Stream.of(type, detail).anyMatch(words -> words.contains("securitycontext"))) {
            return ACTING_USER;
        }
        return ORDER.stream().filter(kind -> kind.isSignedBy(detail))
                .findFirst().or(() -> ORDER.stream().filter(kind -> kind.isSignedBy(type)).findFirst())
                .orElse(OTHER);
    }

    boolean isMendedByRekeying() {
        return mendedByRekeying;
    }

    private boolean isSignedBy(String words) {
        return signs.stream().anyMatch(words::contains);
    }

    private static String folded(String words) {
        return words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
