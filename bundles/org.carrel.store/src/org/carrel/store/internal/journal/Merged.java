/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.journal;

import java.nio.file.Path;
import java.util.List;

/**
 * What became of the journal files that were left behind.
 *
 * @param entries  how many were merged
 * @param troubles what a person should know of
 */
public record Merged(int entries, List<Trouble> troubles) {

    public Merged {
        troubles = List.copyOf(troubles);
    }

    /** A file that did not give all that it should hold. */
    public sealed interface Trouble {

        /** So many acknowledged lines cannot be read, or are gone; the rest is merged, the file is in {@code kept}. */
        record Damaged(Path file, long lines, Path kept) implements Trouble {}

        /** It ends in a scan that was not confirmed, or was cut off; the rest is merged, it is in {@code kept}. */
        record Unfinished(Path file, Path kept) implements Trouble {}

        /** A newer program wrote it; it is left as it is. */
        record Newer(Path file) implements Trouble {}

        /** It is sealed, and there is no key; it is left as it is. */
        record Sealed(Path file) implements Trouble {}

        /** It cannot be read or moved. */
        record Unreadable(Path file) implements Trouble {}

        /** It is not encrypted, and cannot be shredded. */
        record StillClear(Path file) implements Trouble {}
    }
}
