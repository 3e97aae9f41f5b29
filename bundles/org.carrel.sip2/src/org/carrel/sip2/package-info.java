/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * SIP2, the 3M Standard Interchange Protocol 2.00: a codec for both sides of a connection, and a client that asks a
 * library system about items.
 *
 * <p>
 * The codec is strict in what it writes and liberal in what it reads. It knows frames, layouts, error detection and
 * character sets, and nothing of sockets; what the messages mean is in the client and in whoever serves.
 */
package org.carrel.sip2;
