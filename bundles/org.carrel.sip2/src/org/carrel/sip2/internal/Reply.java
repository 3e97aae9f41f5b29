/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sip2.internal;

import org.carrel.model.port.ItemLookup.Reason;
import org.carrel.sip2.Sip2Message;

/** What came of a message that was sent. */
sealed interface Reply {

    /** The server's answer to just that message. */
    record Answered(Sip2Message message) implements Reply {}

    /**
     * No answer; the connection is of no use any more.
     *
     * @param detail technical words for the log, without anything of a message
     */
    record Failed(Reason reason, String detail) implements Reply {}

    /** The message cannot be written in the server's character set; the connection is as it was. */
    record NotSent(String detail) implements Reply {}
}
