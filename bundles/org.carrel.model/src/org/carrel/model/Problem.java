/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model;

import java.util.Objects;

/**
 * Why the library system refused a transaction.
 *
 * @param kind   what it means for the desk
 * @param type   the type in the server's words, for instance {@code Unknown User}; never null, may be empty
 * @param detail the whole text the server gave; never null, may be empty
 */
public record Problem(Kind kind, String type, String detail) {

    /** What a refusal means for the desk; each kind has its own next step. */
    public enum Kind {
        UNKNOWN_PATRON, UNKNOWN_ITEM, PATRON_BLOCKED, ITEM_NOT_CHECKED_OUT, ITEM_ALREADY_OUT, NOT_ALLOWED_BY_POLICY,
        /** The "user to act as" no longer exists or the key lacks a right: an administrator is needed. */
        CONFIGURATION,
        /** The server is busy or half down; trying again later can help. */
        TEMPORARY, OTHER
    }

    public Problem {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(detail, "detail");
    }
}
