/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.extension.internal;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is kept of an extension on the disk.
 *
 * @param folder   of its own
 * @param bundles  the folder in that one where its bundles are
 * @param names    symbolic names of its bundles
 * @param on       whether it is to be started
 * @param held     why it is left out until somebody switches it on again; empty when it is not
 * @param failed   why it did not start the last time; empty when it did
 */
record Kept(Path folder, String bundles, String id, String name, String vendor, String version, List<String> names,
        Optional<String> signedBy, Instant addedAt, boolean on, Optional<String> held, Optional<String> failed) {

    Kept with(boolean nowOn, Optional<String> nowHeld, Optional<String> nowFailed) {
        return new Kept(folder, bundles, id, name, vendor, version, names, signedBy, addedAt, nowOn, nowHeld,
                nowFailed);
    }

    Kept in(String otherBundles) {
        return new Kept(folder, otherBundles, id, name, vendor, version, names, signedBy, addedAt, on, held, failed);
    }
}
