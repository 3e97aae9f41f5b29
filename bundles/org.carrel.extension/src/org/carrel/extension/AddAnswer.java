/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.extension;

import java.util.List;
import java.util.Objects;

/** What became of a file that somebody wanted to add. */
public sealed interface AddAnswer {

    /**
     * It is there, and will be started when the program starts next.
     *
     * @param extension as it is now
     * @param replaced  whether another version of it was there before
     * @param remarks   what whoever added it should know, in sentences; may be empty
     */
    record Added(Extension extension, boolean replaced, List<String> remarks) implements AddAnswer {
        public Added {
            Objects.requireNonNull(extension, "extension");
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * Nothing was added.
     *
     * @param reason what is wrong with the file and what to do, in sentences
     */
    record Refused(String reason) implements AddAnswer {
        public Refused {
            Objects.requireNonNull(reason, "reason");
        }
    }
}
