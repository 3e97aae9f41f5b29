/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.extension;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that a library has added: one bundle, or several that came together.
 *
 * @param id       names it in commands: the symbolic name of the bundle, or of the feature
 * @param name     for people
 * @param vendor   who made it, as it says itself; may be empty
 * @param version  of the bundle, or of the feature
 * @param bundles  symbolic names of its bundles
 * @param signedBy whose certificate it is signed with; empty when it is not signed
 * @param addedAt  when it was added here
 * @param state    how it is now
 */
public record Extension(String id, String name, String vendor, String version, List<String> bundles,
        Optional<String> signedBy, Instant addedAt, State state) {

    public Extension {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(vendor, "vendor");
        Objects.requireNonNull(version, "version");
        bundles = List.copyOf(bundles);
        Objects.requireNonNull(signedBy, "signedBy");
        Objects.requireNonNull(addedAt, "addedAt");
        Objects.requireNonNull(state, "state");
    }

    /** How an extension is. */
    public sealed interface State {

        /**
         * It runs.
         *
         * @param troubles what went wrong with it since, in sentences; may be empty
         */
        record Running(List<String> troubles) implements State {
            public Running {
                troubles = List.copyOf(troubles);
            }
        }

        /** It will be started when the program starts next. */
        record Waiting() implements State {}

        /** Somebody has switched it off. */
        record Off() implements State {}

        /** The program was started without any. */
        record SafeMode() implements State {}

        /**
         * It does not run.
         *
         * @param reason why, and what to do, in sentences
         */
        record Failed(String reason) implements State {
            public Failed {
                Objects.requireNonNull(reason, "reason");
            }
        }
    }
}
