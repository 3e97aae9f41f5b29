/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.update;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A version of the product.
 *
 * @param name    of the product
 * @param version with the time that it was made at its end
 * @param since   when it was installed here; empty when it is not
 */
public record Release(String name, String version, Optional<Instant> since) {

    public Release {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(since, "since");
    }
}
