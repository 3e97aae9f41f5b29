/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sip2;

import java.time.Clock;

import org.carrel.model.BranchProfile;
import org.carrel.model.port.ItemLookup;
import org.carrel.model.port.Secrets;
import org.carrel.sip2.internal.QueuedLookup;

/**
 * Asks one SIP2 server, for programs without services: measurements, tools. With services, ask for the
 * {@link ItemLookup}. Safe for use by several threads; whoever opens it closes it.
 */
public interface Sip2Client extends ItemLookup, AutoCloseable {

    /** Opens the way to the server that the profile names. Connects with the first question only. */
    static Sip2Client open(BranchProfile profile, Secrets secrets, Clock clock) {
        return QueuedLookup.of(profile, secrets, clock);
    }

    /** Hangs up; questions that wait are answered so. Closing twice does nothing. */
    @Override
    void close();
}
