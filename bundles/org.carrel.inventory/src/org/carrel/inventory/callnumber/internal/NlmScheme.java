/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.callnumber.internal;

import org.carrel.inventory.callnumber.CallNumberScheme;
import org.carrel.model.Texts;
import org.osgi.service.component.annotations.Component;

/**
 * National Library of Medicine: QS to QZ and W to WZ, which LC leaves free; otherwise written as LC, and mixed with it
 * on the shelf.
 */
@Component(service = CallNumberScheme.class)
public final class NlmScheme implements PlainScheme {

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
    public boolean write(Reading in, KeyBytes out) {
        return ClassedNumber.write(in, out, (first, second, third, cutter) -> third == Reading.NOTHING
                && (first == 'W' || first == 'Q' && second >= 'S'));
    }
}
