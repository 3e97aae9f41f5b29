/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model.port;

import org.carrel.model.Outcome;
import org.carrel.model.Transaction;

/**
 * The way to one library system. Safe for use by several threads at once. Sends exactly one request a call: retrying is
 * the caller's business.
 */
public interface IlsTransport {

    /**
     * Sends one transaction and waits for the answer, within the branch's time-outs. Interrupting the thread does not
     * cut off a request that is out.
     *
     * @return what became of it; never null and never an exception for what a network or a server can do
     */
    Outcome send(Transaction transaction);

    /** Whether the library system can be reached now; cheap, without signing in. Blocks for a few seconds at most. */
    Reachability probe();

    /** Signs in afresh with the next request, for instance after the secret was typed again. */
    void forgetSignIn();
}
