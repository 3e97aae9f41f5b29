/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.callnumber.internal;

import java.util.Optional;

import org.carrel.inventory.callnumber.CallNumberScheme;
import org.carrel.inventory.callnumber.ShelfKey;
import org.carrel.model.Texts;
import org.osgi.service.component.annotations.Component;

/**
 * National Library of Medicine: QS to QZ and W to WZ, which LC leaves free; otherwise written as LC, and mixed with it
 * on the shelf.
 */
@Component
public final class NlmScheme implements CallNumberScheme {

    @Override
    public String id() {
        return "nlm";
    }

    @Override
    public String name() {
        return Texts.of(NlmScheme.class).get("scheme.nlm");
    }

    @Override
    public String family() {
        return LcScheme.ID;
    }

    @Override
    public Optional<ShelfKey> key(String callNumber) {
        return ClassedNumber.key(callNumber, (first, second, third, cutter) -> third == Reading.NOTHING
                && (first == 'W' || first == 'Q' && second >= 'S'));
    }
}
