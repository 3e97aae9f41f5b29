/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms;

import java.time.Clock;

import org.carrel.model.port.Branch;
import org.carrel.model.port.IlsTransport;
import org.carrel.model.port.InventoryWriteBack;
import org.carrel.model.port.KeyHealth;
import org.carrel.model.port.Secrets;
import org.carrel.wms.internal.WmsTransport;

/**
 * The way to one WorldShare Management Services, for programs without services: measurements, tools. With services, ask
 * for the {@link IlsTransport} and the {@link KeyHealth}. Safe for use by several threads; whoever opens it closes it.
 */
public interface WmsConnection extends IlsTransport, KeyHealth, InventoryWriteBack, AutoCloseable {

    /** Opens the way that the profile of {@code branch} describes. Connects with the first request only. */
    static WmsConnection open(Branch branch, Secrets secrets) {
        return open(branch, secrets, Clock.systemUTC());
    }

    /** The same with a clock of one's own. */
    static WmsConnection open(Branch branch, Secrets secrets, Clock clock) {
        return new WmsTransport(branch.profile(), branch.dataFolder(), secrets, clock);
    }

    /** Drops all connections; requests that are out get no answer. Closing twice does nothing. */
    @Override
    void close();
}
