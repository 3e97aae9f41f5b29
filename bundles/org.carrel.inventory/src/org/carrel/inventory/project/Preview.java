/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.project;

import java.util.Map;

import org.carrel.model.ItemStatus;

/**
 * What a scope comes to, to be looked at before anything happens.
 *
 * @param items      how many items are in it
 * @param expected   how many of these are expected on the shelf
 * @param byLocation how many, by shelving location
 * @param byStatus   how many, by status
 */
public record Preview(int items, int expected, Map<String, Integer> byLocation, Map<ItemStatus, Integer> byStatus) {

    public Preview {
        byLocation = Map.copyOf(byLocation);
        byStatus = Map.copyOf(byStatus);
    }
}
