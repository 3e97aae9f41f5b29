/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sip2.internal;

import java.time.Clock;
import java.util.concurrent.CompletableFuture;

import org.carrel.model.ItemBarcode;
import org.carrel.model.port.Branch;
import org.carrel.model.port.ItemLookup;
import org.carrel.model.port.Secrets;
import org.carrel.sip2.Sip2Client;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Asks the SIP2 server of the branch that is open. */
@Component(service = ItemLookup.class)
public final class ItemLookupComponent implements ItemLookup {

    private final Sip2Client client;

    @Activate
    public ItemLookupComponent(@Reference Branch branch, @Reference Secrets secrets) {
        client = Sip2Client.open(branch.profile(), secrets, Clock.systemUTC());
    }

    @Deactivate
    void deactivate() {
        client.close();
    }

    @Override
    public boolean isSetUp() {
        return client.isSetUp();
    }

    @Override
    public CompletableFuture<Answer> lookUp(ItemBarcode item) {
        return client.lookUp(item);
    }
}
