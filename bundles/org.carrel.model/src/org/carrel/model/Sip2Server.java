/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model;

import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Objects;

/**
 * A SIP2 server, which is asked about items. Its password is not here; see {@code org.carrel.model.port.Secrets}.
 *
 * @param host           a name or an address
 * @param port           1 to 65535; 0 in practice mode, where it is chosen at each start
 * @param tls            whether the connection is encrypted, and the server's certificate verified
 * @param user           who signs in; empty for a server that asks for nobody
 * @param institution    goes into each message; may be empty
 * @param location       where this branch is, for the sign-in; may be empty
 * @param charset        in which the server writes; the protocol cannot tell
 * @param errorDetection whether messages are numbered and have checksums
 * @param answerTimeout  how long to wait for an answer
 */
public record Sip2Server(String host, int port, boolean tls, String user, String institution, String location,
        Charset charset, boolean errorDetection, Duration answerTimeout) {

    public Sip2Server {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(institution, "institution");
        Objects.requireNonNull(location, "location");
        Objects.requireNonNull(charset, "charset");
        Objects.requireNonNull(answerTimeout, "answerTimeout");
    }

    /** The same at another port. */
    public Sip2Server at(int otherPort) {
        return new Sip2Server(host, otherPort, tls, user, institution, location, charset, errorDetection,
                answerTimeout);
    }
}
