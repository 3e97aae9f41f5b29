/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

import org.carrel.model.ItemFileRules;
import org.carrel.model.port.ItemFileUpdates;
import org.carrel.model.port.ItemSnapshots.Monitor;
import org.carrel.model.port.Subscription;

/** Is due once, and fails when somebody asks. */
final class PretendUpdates implements ItemFileUpdates {

    private static final Instant AT = Instant.parse("2026-11-20T12:00:00Z");

    private final ItemFileRules rules;
    private boolean done;
    private Optional<Last> last = Optional.empty();

    PretendUpdates(ItemFileRules rules) {
        this.rules = rules;
    }

    @Override
    public Status status() {
        return new Status(rules.server(), rules.schedule(), next(), false, last);
    }

    @Override
    public Optional<Instant> next() {
        return Optional.of(AT);
    }

    @Override
    public Last run(Monitor monitor) {
        last = Optional.of(new Last(AT, Result.FAILED, "", "It is away.", true));
        return last.get();
    }

    @Override
    public Optional<Last> runIfDue(Monitor monitor) {
        if (done) {
            return Optional.empty();
        }
        done = true;
        return Optional.of(new Last(AT, Result.UNCHANGED, "a.txt", "It is the same.", false));
    }

    @Override
    public Subscription observe(Consumer<Status> observer) {
        throw new UnsupportedOperationException();
    }
}
