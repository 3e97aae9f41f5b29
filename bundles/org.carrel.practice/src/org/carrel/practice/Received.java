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
 *                 {@code health} or {@code other}
 * @param status   the HTTP status that was sent, 0 when the connection was dropped without one
 * @param fault    what the script made of it; empty when it was served as it should
 */
public record Received(Instant at, String endpoint, int status, String fault) {}
