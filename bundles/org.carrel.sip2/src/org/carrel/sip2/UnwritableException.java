/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sip2;

/**
 * A message cannot be written as the protocol wants it. The text names the field and never its value, which may be a
 * patron or a password.
 */
public final class UnwritableException extends Exception {

    private static final long serialVersionUID = 1L;

    public UnwritableException(String message) {
        super(message);
    }
}
