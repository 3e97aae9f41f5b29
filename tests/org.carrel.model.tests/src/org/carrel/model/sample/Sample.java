/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model.sample;

/** Stands in a package that has sentences. */
public final class Sample {

    private Sample() {}
}
