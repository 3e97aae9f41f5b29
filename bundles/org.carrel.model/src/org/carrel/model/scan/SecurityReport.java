/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model.scan;

import java.util.List;

import org.carrel.model.ItemBarcode;

/**
 * What became of the security of some items.
 *
 * @param done  those whose tags say now what was recorded
 * @param toFix those that are on the list of items to be put right
 */
public record SecurityReport(List<ItemBarcode> done, List<ToFix> toFix) {

    public SecurityReport {
        done = List.copyOf(done);
        toFix = List.copyOf(toFix);
    }
}
