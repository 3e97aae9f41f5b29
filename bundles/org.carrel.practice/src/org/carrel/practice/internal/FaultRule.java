/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.practice.internal;

import java.util.Optional;

/**
 * One rule of a fault script.
 *
 * @param target what it is about: {@code any}, {@code ncip}, {@code checkout}, {@code checkin}, {@code token},
 *               {@code health}, {@code inventory}, {@code sip2}, {@code sip2-login}, {@code sip2-status} or
 *               {@code sip2-item}
 * @param first  the first matching request that it strikes, counted from 1
 * @param last   the last one
 * @param item   only requests about this item
 * @param times  how often it strikes at most
 * @param chance in percent
 * @param text   the rule as it was written
 */
public record FaultRule(String target, long first, long last, Optional<String> item, long times, int chance,
        Fault fault, String text) {

    boolean matches(String endpoint, Optional<String> requested) {
        boolean here = target.equals("any") || target.equals(endpoint)
                || target.equals("ncip") && (endpoint.equals("checkout") || endpoint.equals("checkin"))
                || target.equals("sip2") && endpoint.startsWith("sip2-");
        return here && fault.isFor(endpoint) && (item.isEmpty() || item.equals(requested));
    }
}
