/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.journal;

/** Which byte of a file is locked: far behind the contents, because on Windows nobody can read a locked byte. */
public final class LockedRegion {

    public static final long START = Long.MAX_VALUE - 1;

    private LockedRegion() {}
}
