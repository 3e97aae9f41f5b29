/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.bench.inside;

/** Gives the product's services. */
@FunctionalInterface
interface Services {

    /**
     * @return never null
     * @throws IllegalStateException when no such service comes up
     */
    <S> S get(Class<S> kind);
}
