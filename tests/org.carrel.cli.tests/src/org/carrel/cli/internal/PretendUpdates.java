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
    /** Whether the newest file is small. */
    boolean heldBack;
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
        return run(monitor, false);
    }

    @Override
    public Last run(Monitor monitor, boolean smaller) {
        if (heldBack) {
            last = Optional.of(smaller ? new Last(AT, Result.IMPORTED, "b.txt", "3 items.", true)
                    : new Last(AT, Result.HELD_BACK, "b.txt", "It is small.", true));
            return last.get();
        }
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
