/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model.port;

import java.time.Instant;
import java.util.Objects;

/**
 * Whether the library system answers.
 *
 * @param reachable it answered
 * @param detail    technical words when it did not; never null, may be empty
 * @param checkedAt when
 */
public record Reachability(boolean reachable, String detail, Instant checkedAt) {

    public Reachability {
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(checkedAt, "checkedAt");
    }
}
