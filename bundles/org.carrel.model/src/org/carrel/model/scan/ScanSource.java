/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model.scan;

import java.util.Collection;
import java.util.function.Consumer;

import org.carrel.model.ItemBarcode;
import org.carrel.model.port.Subscription;

/**
 * Where scans come from: the scanners of this workstation, whatever they are. Safe for use by several threads. They are
 * open for as long as somebody holds the service; so lead first, or at once after.
 */
public interface ScanSource {

    /**
     * Gives the lead to a target: scans of devices that are bound to no other go to it, if it takes them, and otherwise
     * to the one that had the lead before. A device that is bound to a target feeds it with or without the lead.
     *
     * @return closes when the target takes no more scans. Leading again keeps the place of a target that leads already
     */
    Subscription lead(ScanTarget target);

    /** Reports what a desk should hear from now on; called on any thread, and must not wait. */
    Subscription listen(Consumer<ScanNews> listener);

    /**
     * Sets or clears the security of items that lie on a pad, after their transaction was recorded, never before. They
     * are on the list of items to be put right, on disk, before the first tag is written, and come off it one by one
     * as each tag was written and read back. Does nothing for a device that is there and has no tags to write, such as
     * a file. Waits for the pad: not on the UI thread.
     *
     * @param device  the id of the device that read the items
     * @param secured true when the items came in, false when they left
     */
    SecurityReport secure(String device, Collection<ItemBarcode> items, boolean secured);
}
