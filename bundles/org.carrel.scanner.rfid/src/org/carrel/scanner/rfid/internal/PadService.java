/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.rfid.internal;

import java.io.IOException;
import java.util.List;

/** The local service of one maker of RFID pads. Safe for use by one thread at a time. */
interface PadService {

    /** Whether it is this maker's service that answers there. A reader that is unplugged does not matter. */
    boolean isThere() throws IOException;

    /**
     * What lies on the pad.
     *
     * @throws ReaderGoneException when the service answers, and says that no reader is plugged in
     * @throws IOException         when it does not answer, or not so that it is understood
     */
    List<Tag> tags() throws IOException;

    /**
     * Writes what the tags of an item say. That this returns does not mean that they do.
     *
     * @throws IOException when the service says that it was not done, or does not answer
     */
    void write(Tag tag, boolean secured) throws IOException;
}
