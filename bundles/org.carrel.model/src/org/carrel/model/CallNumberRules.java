/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model;

import java.util.List;
import java.util.Objects;

/**
 * How a branch writes its call numbers. Immutable.
 *
 * @param schemes  the ids of the schemes in use, in the order in which their call numbers stand on the shelf; of two
 *                 that understand a call number the first one counts
 * @param prefixes what stands before a call number and says on which shelf it is; those that stand apart follow one
 *                 another in this order, behind the call numbers without a prefix
 */
public record CallNumberRules(List<String> schemes, List<Prefix> prefixes) {

    /** How many schemes or prefixes there may be. */
    public static final int MOST = 100;

    /** Library of Congress with National Library of Medicine, Dewey, government documents; the commonest prefixes. */
    public static final CallNumberRules STANDARD = new CallNumberRules(List.of("lc", "nlm", "dewey", "sudoc"),
            List.of(Prefix.apart("Reference", "Ref"), Prefix.size("Quarto", "Qto"), Prefix.size("Folio", "Fol"),
                    Prefix.size("Oversize", "Oversized"),
                    new Prefix(List.of("Fiction", "Fic"), true, false, List.of("local")),
                    new Prefix(List.of("DVD"), true, false, List.of("lc", "nlm", "local"))));

    public CallNumberRules {
        schemes = List.copyOf(schemes);
        prefixes = List.copyOf(prefixes);
        if (schemes.isEmpty() || schemes.size() > MOST || prefixes.size() > MOST) {
            throw new IllegalArgumentException(schemes.size() + " schemes, " + prefixes.size() + " prefixes");
        }
    }

    /**
     * What may stand before a call number.
     *
     * @param spellings in which it is written, the first for people; case and signs do not count; never empty
     * @param apart     whether these items have shelves of their own; otherwise they stand among the others
     * @param atEnd     whether it may stand behind the call number, too, as sizes do
     * @param schemes   the ids of the schemes of what follows the prefix; empty for those of the branch
     */
    public record Prefix(List<String> spellings, boolean apart, boolean atEnd, List<String> schemes) {

        public Prefix {
            spellings = List.copyOf(spellings);
            schemes = List.copyOf(schemes);
            Objects.checkIndex(0, spellings.size());
        }

        /** A prefix of items with shelves of their own. */
        public static Prefix apart(String... spellings) {
            return new Prefix(List.of(spellings), true, false, List.of());
        }

        /** A size, which may also stand behind the call number; such items have shelves of their own. */
        public static Prefix size(String... spellings) {
            return new Prefix(List.of(spellings), true, true, List.of());
        }

        /** How people call it. */
        public String name() {
            return spellings.get(0);
        }
    }
}
