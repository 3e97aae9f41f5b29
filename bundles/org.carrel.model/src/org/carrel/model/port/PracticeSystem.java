/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model.port;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/**
 * The built-in library system of practice mode. It listens on loopback only. Safe for use by several threads. As a
 * service it exists only when the branch is a practice branch.
 */
public interface PracticeSystem {

    /**
     * Brings it up at the end points that the branch profile names. Does nothing when it is up.
     *
     * @throws IOException when the port is taken; the message is a sentence
     */
    void bringUp() throws IOException;

    /** Takes it down: connections are refused from now on; what it knows is kept. */
    void takeDown();

    /** Whether it answers. */
    boolean isUp();

    /** Where it answers. */
    URI address();

    /**
     * Writes what a library system sends of an evening: the item file of all its items as they stand now.
     *
     * @param folder where to; made when it is not there
     * @return the file, named after the day; one of the same day is replaced
     * @throws IOException when it cannot be written
     */
    Path writeItemFile(Path folder) throws IOException;

    /**
     * Makes it misbehave as the script says; an empty script makes it well again.
     *
     * @throws IllegalArgumentException when the script is not understood; the message is a sentence
     */
    void misbehave(String script);
}
