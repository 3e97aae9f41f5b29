/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.example.transport;

import java.time.Clock;

import org.carrel.model.port.Branch;
import org.carrel.model.port.IlsTransport;
import org.carrel.model.port.Secrets;
import org.carrel.sync.transport.TransportFactory;

/** Makes the transport of a branch: where to is the {@code ncip-address} of its profile. */
public final class FormsFactory implements TransportFactory {

    @Override
    public IlsTransport open(Branch branch, Secrets secrets) {
        return new FormsTransport(branch.profile().system(), secrets, Clock.systemUTC());
    }
}
