/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.rfid.internal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What the last answer of a service means. A pad says the same for minutes, several times a second: that is understood
 * once. For one thread at a time.
 */
final class Understood {

    private Optional<Last> last = Optional.empty();

    private record Last(String answer, List<Tag> tags) {}

    /** Makes tags of an answer. */
    @FunctionalInterface
    interface Reading {
        List<Tag> tags(String answer) throws IOException;
    }

    /** The tags in an answer; {@code reading} is asked when it is another one than the last time. */
    List<Tag> tags(String answer, Reading reading) throws IOException {
        if (last.isEmpty() || !last.get().answer().equals(answer)) {
            last = Optional.of(new Last(answer, List.copyOf(reading.tags(answer))));
        }
        return last.get().tags();
    }
}
