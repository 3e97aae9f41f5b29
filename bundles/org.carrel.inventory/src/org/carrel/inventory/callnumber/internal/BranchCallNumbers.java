/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.callnumber.internal;

import static org.osgi.service.component.annotations.ReferenceCardinality.AT_LEAST_ONE;
import static org.osgi.service.component.annotations.ReferencePolicyOption.GREEDY;

import java.util.List;
import java.util.Set;

import org.carrel.inventory.callnumber.CallNumber;
import org.carrel.inventory.callnumber.CallNumberScheme;
import org.carrel.inventory.callnumber.CallNumbers;
import org.carrel.model.ItemRecord;
import org.carrel.model.port.Branch;
import org.carrel.model.port.ItemSnapshots.ShelfKeys;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Call numbers by the rules in the branch's profile. Made anew when a scheme comes or goes. */
@Component
public final class BranchCallNumbers implements CallNumbers, ShelfKeys {

    private final CallNumbers table;

    /** @param schemes those that are installed, the libraries' own among them */
    @Activate
    public BranchCallNumbers(@Reference Branch branch,
            @Reference(cardinality = AT_LEAST_ONE, policyOption = GREEDY) List<CallNumberScheme> schemes) {
        this.table = new CallNumberTable(branch.profile().callNumbers(), schemes);
    }

    @Override
    public CallNumber read(String callNumber, String enumeration, String scheme) {
        return table.read(callNumber, enumeration, scheme);
    }

    @Override
    public byte[] of(ItemRecord item) {
        return table.read(item).key().toBytes();
    }

    @Override
    public Set<String> missingSchemes() {
        return table.missingSchemes();
    }

    @Override
    public String version() {
        return table.version();
    }
}
