/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.carrel.model.BranchProfile;

/**
 * What a profile and its sealed file say to anybody, without a password.
 *
 * @param profile  what the profile says; empty when there are errors
 * @param errors   what keeps the profile from being used
 * @param warnings what an administrator should look at
 * @param seal     what the sealed file says; empty when there is none
 */
public record ProfileReport(Optional<BranchProfile> profile, List<ProfileRemark> errors, List<ProfileRemark> warnings,
        Optional<Seal> seal) {

    public ProfileReport {
        Objects.requireNonNull(profile, "profile");
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
        Objects.requireNonNull(seal, "seal");
    }

    /** What a sealed file says. Whether somebody tampered with it, only a password can tell. */
    public sealed interface Seal {

        /** The file. */
        Path file();

        /**
         * It can be read.
         *
         * @param revision    how often it was written
         * @param written     when it was written
         * @param grants      who has a password
         * @param recoveryKey how the recovery key can be told from others
         * @param unconfirmed keys of the profile that were changed since an administrator confirmed it
         */
        record Readable(Path file, long revision, Instant written, List<Grant> grants, String recoveryKey,
                List<String> unconfirmed) implements Seal {
            public Readable {
                grants = List.copyOf(grants);
                unconfirmed = List.copyOf(unconfirmed);
            }
        }

        /**
         * It cannot be read.
         *
         * @param sentence why, and what to do
         */
        record Unusable(Path file, String sentence) implements Seal {}
    }
}
