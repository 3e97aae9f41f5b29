/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.derby;

import java.util.Objects;

/** A unit of work failed; what {@link Fault} it was decides what to tell the desk. Never leaves this bundle. */
public final class StoreFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Fault fault;

    public StoreFailure(Fault fault, Throwable cause) {
        super(fault + " " + Fault.states(cause), cause);
        this.fault = Objects.requireNonNull(fault, "fault");
    }

    public Fault fault() {
        return fault;
    }
}
