/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.writeback;

import org.carrel.model.BranchProfile.Registry;
import org.carrel.model.ItemBarcode;
import org.carrel.model.inventory.WriteBackRules;

/**
 * A request as it would be sent, without what signs it.
 *
 * @param item what it is about
 * @param text the request in the words of HTTP, its lines ending in line feeds
 */
public record PushRequest(ItemBarcode item, String text) {

    /** That about {@code item}. */
    public static PushRequest of(ItemBarcode item, WriteBackRules settings, Registry registry) {
        return new PushRequest(item, """
                POST %s
                Content-Type: application/json
                Accept: application/json
                Authorization: ***

                %s
                """.formatted(settings.address(item, registry), settings.body(item, registry)));
    }
}
