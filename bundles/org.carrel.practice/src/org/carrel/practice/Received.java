/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.practice;

import java.time.Instant;

/**
 * One request that reached the practice server, whatever became of it.
 *
 * @param endpoint {@code checkout}, {@code checkin}, {@code ncip} (posted there, but neither of them), {@code token},
 *                 {@code health}, {@code inventory}, {@code sip2-login}, {@code sip2-status}, {@code sip2-item},
 *                 {@code sip2-other} or {@code other}
 * @param status   the HTTP status that was sent, 200 for an answer by SIP2, 0 when the connection was dropped
 * @param fault    what the script made of it; empty when it was served as it should
 */
public record Received(Instant at, String endpoint, int status, String fault) {}
