/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal;

/** There was no answer, or not a whole one; the message says why in technical words. */
final class BrokenExchangeException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean bodySent;

    BrokenExchangeException(String detail, boolean bodySent, Throwable cause) {
        super(detail, cause);
        this.bodySent = bodySent;
    }

    /** Whether any of the request's body had gone out. */
    boolean bodySent() {
        return bodySent;
    }
}
