/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.circulation.internal;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import org.carrel.circulation.barcode.BarcodeRule.Kind;
import org.carrel.circulation.barcode.BarcodeRule.Verdict;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The rules that other bundles contribute, as they come and go while the desk stays. Safe for several threads. */
@Component(service = RuleBook.class)
public final class RuleBook {

    private final List<ContributedRule> rules = new CopyOnWriteArrayList<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addRule(ContributedRule rule) {
        rules.add(rule);
    }

    void removeRule(ContributedRule rule) {
        rules.remove(rule);
        rule.close();
    }

    /** Why one of them refuses {@code barcode}; empty when none does. May wait. */
    Optional<String> objection(Kind kind, String barcode) {
        return verdicts(kind, barcode).filter(Verdict.Refused.class::isInstance)
                .map(Verdict.Refused.class::cast).map(Verdict.Refused::sentence).findFirst();
    }

    /** What some of them find odd about {@code barcode}. May wait. */
    List<String> doubts(Kind kind, String barcode) {
        return verdicts(kind, barcode).filter(Verdict.Doubtful.class::isInstance).map(Verdict.Doubtful.class::cast)
                .map(Verdict.Doubtful::sentence).toList();
    }

    private Stream<Verdict> verdicts(Kind kind, String barcode) {
        return rules.stream().flatMap(rule -> rule.judge(kind, barcode).stream());
    }
}
