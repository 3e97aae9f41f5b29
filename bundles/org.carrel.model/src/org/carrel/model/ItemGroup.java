/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model;

import java.util.Objects;

/**
 * What many items have in common, and what the scope of an inventory is made of. A file of a million items has some
 * hundreds of groups, so a scope is decided once for each group and not once for each item.
 *
 * <p>
 * No part is ever null; a part that the file does not say is empty. Texts are as in the file, without blanks around.
 *
 * @param institution        the symbol of the institution that owns the items
 * @param branch             the holding branch
 * @param permanentLocation  the shelving location where they belong
 * @param temporaryLocation  the shelving location where they are for now; mostly empty
 * @param itemType           as loan rules name it
 * @param material           the format, for instance {@code Book}
 * @param statusText         the status in the words of the file; its meaning is {@link #status()}
 */
public record ItemGroup(String institution, String branch, String permanentLocation, String temporaryLocation,
        String itemType, String material, String statusText) {

    public ItemGroup {
        Objects.requireNonNull(institution, "institution");
        Objects.requireNonNull(branch, "branch");
        Objects.requireNonNull(permanentLocation, "permanentLocation");
        Objects.requireNonNull(temporaryLocation, "temporaryLocation");
        Objects.requireNonNull(itemType, "itemType");
        Objects.requireNonNull(material, "material");
        Objects.requireNonNull(statusText, "statusText");
    }

    /** Where the items should be found: the temporary shelving location when there is one. */
    public String location() {
        return temporaryLocation.isEmpty() ? permanentLocation : temporaryLocation;
    }

    /** What {@link #statusText()} means. */
    public ItemStatus status() {
        return ItemStatus.of(statusText);
    }
}
