/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ncip.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.carrel.model.Problem.Kind;
import org.carrel.ncip.internal.NcipReply.Stated;

/**
 * What a problem means for the desk. Decided by the words of its type and detail, never by the scheme of the type:
 * OCLC's own samples carry wrong ones.
 */
final class ProblemKinds {

    /** What WMS says when the "user to act as" no longer exists. */
    static final String LOST_SECURITY_CONTEXT = "securityContext is null";

    private static final List<String> LOST_CONTEXTS = List.of("securitycontextisnull", "securitycontextwasnull",
            "nosecuritycontext", "securitycontextnotfound", "invalidsecuritycontext");

    /**
     * Which of several problems decides, the first first. A temporary one comes last: another one beside it will still
     * be there after a retry.
     */
    static final List<Kind> WEIGHT = List.of(Kind.CONFIGURATION, Kind.UNKNOWN_ITEM, Kind.UNKNOWN_PATRON,
            Kind.PATRON_BLOCKED, Kind.ITEM_NOT_CHECKED_OUT, Kind.ITEM_ALREADY_OUT, Kind.NOT_ALLOWED_BY_POLICY,
            Kind.OTHER, Kind.TEMPORARY);

    /** Values of NCIP's problem types (Z39.83-2, and as OCLC lists them for the staff profile), in plain form. */
    private static final Map<String, Kind> TYPES = Map.ofEntries(Map.entry("unknown user", Kind.UNKNOWN_PATRON),
            Map.entry("unknown item", Kind.UNKNOWN_ITEM), Map.entry("user blocked", Kind.PATRON_BLOCKED),
            Map.entry("item not checked out", Kind.ITEM_NOT_CHECKED_OUT),
            Map.entry("item not checked out to this user", Kind.ITEM_NOT_CHECKED_OUT),
            Map.entry("item already checked out", Kind.ITEM_ALREADY_OUT),
            Map.entry("item checked out", Kind.ITEM_ALREADY_OUT), Map.entry("item on loan", Kind.ITEM_ALREADY_OUT),
            Map.entry("item does not circulate", Kind.NOT_ALLOWED_BY_POLICY),
            Map.entry("maximum check outs exceeded", Kind.NOT_ALLOWED_BY_POLICY),
            Map.entry("maximum checkouts exceeded", Kind.NOT_ALLOWED_BY_POLICY),
            Map.entry("resource cannot be provided", Kind.NOT_ALLOWED_BY_POLICY),
            Map.entry("renewal not permitted", Kind.NOT_ALLOWED_BY_POLICY),
            Map.entry("item not renewable", Kind.NOT_ALLOWED_BY_POLICY),
            Map.entry("user ineligible to check out this item", Kind.NOT_ALLOWED_BY_POLICY),
            Map.entry("agency authentication failed", Kind.CONFIGURATION),
            Map.entry("system authentication failed", Kind.CONFIGURATION),
            Map.entry("unknown agency", Kind.CONFIGURATION), Map.entry("unknown system", Kind.CONFIGURATION),
            Map.entry("unsupported service", Kind.CONFIGURATION),
            Map.entry("unknown service", Kind.CONFIGURATION),
            Map.entry("unauthorized service for agency", Kind.CONFIGURATION),
            Map.entry("unauthorized service for system", Kind.CONFIGURATION),
            Map.entry("unauthorized combination of element values for agency", Kind.CONFIGURATION),
            Map.entry("unauthorized combination of element values for system", Kind.CONFIGURATION),
            Map.entry("temporary processing failure", Kind.TEMPORARY));

    private ProblemKinds() {}

    static Kind of(Stated problem) {
        if (isLostSecurityContext(problem.type()) || isLostSecurityContext(problem.detail())) {
            return Kind.CONFIGURATION;
        }
        String detail = plain(problem.detail());
        Optional<Kind> byType = Optional.ofNullable(TYPES.get(plain(problem.type())));
        if (byType.isPresent() && byType.get() != Kind.NOT_ALLOWED_BY_POLICY) {
            return byType.get();
        }
        if (saysOut(detail)) {
            return Kind.ITEM_ALREADY_OUT;
        }
        return byType.or(() -> Optional.ofNullable(TYPES.get(detail))).orElse(Kind.OTHER);
    }

    /**
     * However it is said: newer Java says that something cannot be done <i>because "securityContext" is null</i>,
     * people say that there is no security context.
     */
    static boolean isLostSecurityContext(String text) {
        String letters = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        return LOST_CONTEXTS.stream().anyMatch(letters::contains);
    }

    /** NCIP has no type for an item that is out to somebody else; the detail says it. */
    private static boolean saysOut(String detail) {
        return (detail.contains("checked out") || detail.contains("on loan")) && !detail.contains("not checked out")
                && !detail.contains("not on loan")
                && !detail.contains("be checked out");
    }

    /** {@code UNKNOWN_ITEM}, {@code Unknown Item} and {@code unknown item.} are one. */
    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
