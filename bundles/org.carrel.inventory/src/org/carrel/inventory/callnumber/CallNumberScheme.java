/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.callnumber;

import java.util.Optional;

/**
 * A way of writing call numbers, and their order on the shelf: Library of Congress, Dewey, a library's own. Registered
 * as an OSGi service, or contributed to the extension point {@code org.carrel.inventory.callNumberSchemes}.
 *
 * <p>
 * Implementations are safe for use by several threads, keep nothing between calls, and throw for no text at all.
 */
public interface CallNumberScheme {

    /** Names the scheme in a branch's settings; never changes: lower-case letters, digits, dots and hyphens. */
    String id();

    /** What people read, for instance <i>Library of Congress</i>. */
    String name();

    /**
     * The sequence of shelves that the scheme's call numbers stand in: its own, unless they are mixed with those of
     * another scheme. All schemes of a family must make keys that can be compared.
     */
    default String family() {
        return id();
    }

    /**
     * The key of a call number whose prefix (<i>Ref.</i>, <i>Folio</i>) has been taken off.
     *
     * @param callNumber any text, in any Unicode form, with any kind of blanks
     * @return empty when the text is no call number of this scheme; no scheme should accept what it cannot place
     */
    Optional<ShelfKey> key(String callNumber);
}
