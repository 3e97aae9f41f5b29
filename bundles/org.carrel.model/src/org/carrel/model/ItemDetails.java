/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model;

import java.util.List;
import java.util.Objects;

/**
 * What the library system says about one item at this moment. Nothing is ever null; a text that it does not say is
 * empty.
 *
 * @param barcode           as it was asked for
 * @param title             may be empty
 * @param callNumber        may be empty: the protocol has no place of its own for it
 * @param status            what the item is doing
 * @param statusWords       the same for people, in more detail
 * @param due               when it is due back, in the words of the library system
 * @param permanentLocation where it belongs
 * @param currentLocation   where it is
 * @param owner             whose it is
 * @param remarks           what the library system wants the desk to read
 */
public record ItemDetails(ItemBarcode barcode, String title, String callNumber, ItemStatus status, String statusWords,
        String due, String permanentLocation, String currentLocation, String owner, List<String> remarks) {

    public ItemDetails {
        Objects.requireNonNull(barcode, "barcode");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(callNumber, "callNumber");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(statusWords, "statusWords");
        Objects.requireNonNull(due, "due");
        Objects.requireNonNull(permanentLocation, "permanentLocation");
        Objects.requireNonNull(currentLocation, "currentLocation");
        Objects.requireNonNull(owner, "owner");
        remarks = List.copyOf(remarks);
    }
}
