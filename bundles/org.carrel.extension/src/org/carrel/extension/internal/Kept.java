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
 * @param on       whether it is to be started
 * @param held     why it is left out until somebody switches it on again; empty when it is not
 * @param failed   why it did not start the last time; empty when it did
 */
record Kept(Path folder, String id, String name, String vendor, String version, List<String> bundles,
        Optional<String> signedBy, Instant addedAt, boolean on, Optional<String> held, Optional<String> failed) {

    Kept with(boolean nowOn, Optional<String> nowHeld, Optional<String> nowFailed) {
        return new Kept(folder, id, name, vendor, version, bundles, signedBy, addedAt, nowOn, nowHeld, nowFailed);
    }

    Kept at(Path other) {
        return new Kept(other, id, name, vendor, version, bundles, signedBy, addedAt, on, held, failed);
    }
}
