/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.callnumber;

import java.util.Set;

import org.carrel.model.ItemRecord;

/**
 * Reads call numbers as the branch writes them: takes off prefixes, finds the scheme, makes the key. A service; its
 * keys compare with one another across all schemes and prefixes of the branch. Safe for use by several threads; throws
 * for no text at all.
 */
public interface CallNumbers {

    /** No more of a call number is looked at; longer ones are not understood. */
    int LONGEST = 1000;

    /**
     * Reads a call number.
     *
     * @param callNumber  may be empty
     * @param enumeration volume, year, copy, when they are told apart from the call number; may be empty
     * @param scheme      the id of the scheme that the call number is said to be of, which is tried first when the
     *                    branch uses it; empty when nothing is said
     */
    CallNumber read(String callNumber, String enumeration, String scheme);

    /** Reads a call number of which nothing else is known. */
    default CallNumber read(String callNumber) {
        return read(callNumber, "", "");
    }

    /** Reads the call number of an item. */
    default CallNumber read(ItemRecord item) {
        return read(item.callNumber(), item.enumeration(), item.callNumberScheme());
    }

    /** The schemes that the branch's profile names and nobody provides: call numbers of theirs are not understood. */
    Set<String> missingSchemes();

    /** Changes when keys do: keys of different versions do not compare. Short. */
    String version();

    /**
     * Whether {@code key} may be that of a call number without any letter or digit: it ends with a byte that few others
     * end with. Spares looking at the item itself.
     */
    static boolean maySayNothing(byte[] key) {
        return key.length == 0 || key[key.length - 1] == (byte) 0xFF;
    }
}
