/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.carrel.branch.ProfileRemark;
import org.carrel.model.BranchProfile;

/** Profiles for tests: a sound one, and what reading a changed one says. */
final class Profiles {

    /** Noon in the middle of a term. */
    static final Clock NOON = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

    static final String SOUND = """
            branch:
              id: main-library
              name: Main Library
              time-zone: America/Chicago
              registry-id: "0128807"
              institution-registry-id: 91475
            library-system:
              ncip-address: https://circ.example.org/ncip
              token-address: https://oauth.example.org/token
            sign-in:
              wskey: public-half
            due-dates:
              presets:
                - label: +1 day
                  after: 1 day
            """;

    private Profiles() {}

    static ProfileReader.Reading read(String profile) {
        return new ProfileReader(NOON).read("branch.yaml", profile.getBytes(StandardCharsets.UTF_8));
    }

    /** The sound profile with one piece replaced. */
    static String changed(String piece, String by) {
        if (!SOUND.contains(piece)) {
            throw new IllegalArgumentException("the sound profile has no " + piece);
        }
        return SOUND.replace(piece, by);
    }

    static BranchProfile accepted(String profile) {
        ProfileReader.Reading reading = read(profile);
        return reading.profile().orElseThrow(() -> new AssertionError(reading.errors()));
    }

    static List<ProfileRemark> errors(String profile) {
        ProfileReader.Reading reading = read(profile);
        if (reading.profile().isPresent()) {
            throw new AssertionError("accepted, with warnings " + reading.warnings());
        }
        return reading.errors();
    }

    static String shipped(String name) throws IOException {
        try (InputStream in = ProfileReader.class.getResourceAsStream("/profiles/" + name)) {
            if (in == null) {
                throw new IOException("the bundle ships no " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
