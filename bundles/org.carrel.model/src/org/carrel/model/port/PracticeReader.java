/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model.port;

import java.io.IOException;
import java.net.URI;
import java.util.Collection;
import java.util.Map;

/**
 * The built-in RFID pad of practice mode: a service on loopback that speaks as a maker's does. Safe for use by several
 * threads. As a service it exists only when the branch is a practice branch.
 */
public interface PracticeReader {

    /**
     * Brings it up, empty; does nothing when it is up.
     *
     * @return where it answers: the address that a device's settings need
     * @throws IOException when it cannot listen; the message is a sentence
     */
    URI bringUp() throws IOException;

    /** Takes it down, as if its program ended. */
    void takeDown();

    /** Lays items on it. Does nothing while it is down, as {@link #lift}. */
    void lay(Collection<String> barcodes);

    /** Takes items off the pad. */
    void lift(Collection<String> barcodes);

    /** What lies on it, and whether a gate would notice it. */
    Map<String, Boolean> tags();

    /** Pulls the reader's cable or plugs it in. */
    void plug(boolean in);
}
