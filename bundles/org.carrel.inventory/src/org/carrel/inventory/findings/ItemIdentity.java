/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.findings;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.OptionalInt;

import org.carrel.model.ItemBarcode;
import org.carrel.model.ItemRecord;
import org.carrel.model.inventory.FindingKey;
import org.carrel.model.port.ItemSnapshot;

/**
 * Tells apart items with one barcode, in words that are the same in the next item file: numbers mean nothing there.
 * Where an item is and what status it has is no part of it, so that it stays the same item when it is moved.
 */
public final class ItemIdentity {

    private ItemIdentity() {}

    /** Of that item; the same for two that nothing tells apart. At most {@link FindingKey#LONGEST_ITEM} characters. */
    public static String of(ItemRecord item) {
        return hash(String.join("\n", item.oclcNumber(), item.callNumber(), item.enumeration(), item.title()));
    }

    /** For texts that are as long as people like. */
    static String hash(String text) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The number of the item with {@code barcode} that has {@code identity}; empty when there is none, or no more. */
    public static OptionalInt find(ItemSnapshot snapshot, ItemBarcode barcode, String identity) {
        return Arrays.stream(snapshot.numbersOf(barcode)).filter(number -> of(snapshot.item(number)).equals(identity))
                .findFirst();
    }

    /** What people chose, in the numbers of {@code snapshot}; without what it does not have any more. */
    static Map<ItemBarcode, Integer> chosen(ItemSnapshot snapshot, Map<ItemBarcode, String> choices) {
        Map<ItemBarcode, Integer> chosen = new HashMap<>();
        choices.forEach((barcode, identity) -> find(snapshot, barcode, identity)
                .ifPresent(number -> chosen.put(barcode, number)));
        return chosen;
    }
}
