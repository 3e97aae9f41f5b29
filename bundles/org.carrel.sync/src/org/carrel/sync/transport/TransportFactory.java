/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.transport;

import org.carrel.model.port.Branch;
import org.carrel.model.port.IlsTransport;
import org.carrel.model.port.Secrets;

/**
 * Makes transports to a library system that Carrel does not know. Contributed by the extension point
 * {@code org.carrel.sync.ilsTransports}, and used by branches whose profile names it.
 */
@FunctionalInterface
public interface TransportFactory {

    /**
     * Makes the transport of {@code branch}. Called once for a branch that is open, before the first transaction is
     * sent or the connection looked at, and not on the UI thread. Should connect to nothing yet.
     *
     * @param secrets asked when signing in, each time: what it gives is overwritten after use
     * @return never null. When it is an {@link AutoCloseable} as well, it is closed when the branch is
     */
    IlsTransport open(Branch branch, Secrets secrets);
}
