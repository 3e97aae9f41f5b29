/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.util.Optional;

/** Where commands find what they work with. */
interface Services {

    /**
     * The service, waited for as long as its parts come alive.
     *
     * @throws CommandFailure when it does not come
     */
    <T> T get(Class<T> type) throws CommandFailure;

    /** The service if it is there now. */
    <T> Optional<T> find(Class<T> type);
}
