/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms;

import java.time.Clock;

import org.apache.hc.core5.ssl.SSLContexts;
import org.carrel.model.BranchProfile;
import org.carrel.model.port.IlsTransport;
import org.carrel.model.port.Secrets;
import org.carrel.wms.internal.WmsTransport;

/**
 * The way to one WorldShare Management Services, for programs without services: measurements, tools. With services, ask
 * for the {@link IlsTransport}. Safe for use by several threads; whoever opens it closes it.
 */
public interface WmsConnection extends IlsTransport, AutoCloseable {

    /** Opens the way that {@code profile} describes. Connects with the first request only. */
    static WmsConnection open(BranchProfile profile, Secrets secrets) {
        return new WmsTransport(profile, secrets, Clock.systemUTC(), SSLContexts.createSystemDefault());
    }

    /** Drops all connections; requests that are out get no answer. Closing twice does nothing. */
    @Override
    void close();
}
