/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.extension;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.carrel.extension.contribution.Troubles;
import org.carrel.extension.internal.InstalledExtensions;
import org.carrel.model.BranchProfile;
import org.osgi.framework.BundleContext;

/**
 * The bundles that a library has added to this workstation. They are kept in a folder of their own among its data, so a
 * newer program finds them again. Nothing that they do can keep the program from starting: each is started on a thread
 * of its own and for a limited time, and one that does not resolve, throws or hangs is listed with the reason.
 *
 * <p>
 * Safe for use by several threads. Reads and writes files, and starting waits: not for the UI thread.
 */
public interface Extensions {

    /** The name of their folder, beside those of the branches, none of which can be called that. */
    String FOLDER = "extensions.d";

    /**
     * Those below {@code data}.
     *
     * @param data     where each branch has its data folder
     * @param context  of a bundle of the framework to start them in
     * @param troubles what is known of their failures
     */
    static Extensions in(Path data, BundleContext context, Troubles troubles, Clock clock) {
        return new InstalledExtensions(data.resolve(FOLDER), context, troubles, clock);
    }

    /**
     * What was being started when the program ended unexpectedly the last time, before {@link #cameUp}; empty when it
     * came up. The name of an extension, or empty text when it was none of them.
     */
    Optional<String> interrupted();

    /**
     * Starts all that are switched on and that {@code rules} allow. Whatever is left in the framework from an earlier
     * start is thrown out first. Waits half a minute at most.
     *
     * @param marked whether a mark on the disk says so until {@link #cameUp}, for the next start to be
     *               {@link #interrupted}: for the program with a window, and not for commands beside it
     * @return those that did not start, for a person to be told
     */
    List<Extension> start(BranchProfile.Extensions rules, boolean marked);

    /** Starts none, and throws out whatever is left in the framework from an earlier start. */
    void startSafely();

    /** The program is up: what was started did not keep it from that. */
    void cameUp();

    /** All of them, in the order of their names. */
    List<Extension> list();

    /**
     * Checks a bundle (a jar) or an archive of a p2 repository (a zip with a folder {@code plugins}) and keeps a copy:
     * is it a bundle, is everything there that it needs, was it made for this Carrel, who has signed it, and is that
     * enough here. It is started when the program starts next.
     *
     * @throws IOException when it cannot be copied; the message is a sentence
     */
    AddAnswer add(Path file, BranchProfile.Extensions rules) throws IOException;

    /**
     * Removes one. It stops when the program ends.
     *
     * @return whether there was one of that id
     * @throws IOException when it cannot be removed; the message is a sentence
     */
    boolean remove(String id) throws IOException;

    /**
     * Switches one on or off, from the next start of the program on. What it failed with is forgotten by switching on.
     *
     * @return whether there is one of that id
     * @throws IOException when that cannot be noted; the message is a sentence
     */
    boolean switchTo(String id, boolean on) throws IOException;
}
