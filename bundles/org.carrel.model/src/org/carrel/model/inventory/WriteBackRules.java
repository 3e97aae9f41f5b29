/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model.inventory;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

import org.carrel.model.BranchProfile;
import org.carrel.model.ItemBarcode;

/**
 * How the library system is told that an inventory found an item. In both texts {@code {barcode}}, {@code {branch}}
 * and {@code {institution}} stand for the item's barcode and for the registry ids.
 *
 * @param addressText where to
 * @param bodyText    what, in JSON
 * @param interval    how long to wait between two requests; zero for not at all
 * @param lanes       how many requests may be out at once, at least one
 * @param owner       the symbol of the institution whose items are told of, as in the item file; empty when that
 *                    file has one institution only
 */
public record WriteBackRules(String addressText, String bodyText, Duration interval, int lanes,
        Optional<String> owner) {

    /** As many as are out for a moment when the library system is slower than the interval. */
    public static final int STANDARD_LANES = 2;

    /** A few requests at once, and the only institution of the item file. */
    public WriteBackRules(String addressText, String bodyText, Duration interval) {
        this(addressText, bodyText, interval, STANDARD_LANES, Optional.empty());
    }

    public WriteBackRules {
        Objects.requireNonNull(bodyText, "bodyText");
        Objects.requireNonNull(owner, "owner");
        if (lanes < 1) {
            throw new IllegalArgumentException("lanes " + lanes);
        }
        if (interval.isNegative()) {
            throw new IllegalArgumentException("requests " + interval + " apart");
        }
        URI.create(filled(addressText, "x", "x", "x"));
    }

    /** The same at another address. */
    public WriteBackRules at(String otherAddressText) {
        return new WriteBackRules(otherAddressText, bodyText, interval, lanes, owner);
    }

    /** Where to tell of {@code item}, whatever its barcode has in it. */
    public URI address(ItemBarcode item, BranchProfile.Registry registry) {
        return URI.create(filled(addressText, percent(item.value()), percent(registry.branch()),
                percent(registry.institution())));
    }

    /** What to tell of {@code item}. */
    public String body(ItemBarcode item, BranchProfile.Registry registry) {
        return filled(bodyText, json(item.value()), json(registry.branch()), json(registry.institution()));
    }

    private static String filled(String text, String barcode, String branch, String institution) {
        return text.replace("{branch}", branch).replace("{institution}", institution)
                .replace("{barcode}", barcode);
    }

    private static String percent(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A barcode has no control characters. */
    private static String json(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
