/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model.scan;

import java.time.Instant;
import java.util.Objects;

import org.carrel.model.ItemBarcode;

/**
 * An item whose tag may not say what was recorded: it left the pad too soon, or the reader failed.
 *
 * @param item    which
 * @param secured what the tag should say: true for an item that is in, which the gate must notice
 * @param since   when that was first tried
 * @param reason  why it did not succeed, a sentence
 */
public record ToFix(ItemBarcode item, boolean secured, Instant since, String reason) {

    public ToFix {
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(reason, "reason");
    }
}
