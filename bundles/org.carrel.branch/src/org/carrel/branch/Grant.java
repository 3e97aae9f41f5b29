/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch;

import java.time.Instant;
import java.util.Objects;

/**
 * A password of somebody's own.
 *
 * @param name  of a person, a machine, or the whole desk; never empty
 * @param since when this password was set
 */
public record Grant(String name, Instant since) {

    /** What the first password of a branch is called, which the whole desk knows. */
    public static final String DESK = "desk";

    public Grant {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(since, "since");
    }
}
