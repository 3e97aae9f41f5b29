/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.circulation.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.carrel.circulation.DueDateChoice;
import org.carrel.model.BranchProfile;
import org.carrel.model.BranchProfile.DueDates;
import org.carrel.model.BranchProfile.Preset;
import org.carrel.model.Texts;

/** Turns the branch's presets into due dates from now, at closing time where the branch is. Immutable. */
final class DueDateOffer {

    private final DueDates dueDates;
    private final ZoneId zone;
    private final Clock clock;
    private final Texts texts = Texts.of(DueDateOffer.class);

    DueDateOffer(BranchProfile profile, Clock clock) {
        this.dueDates = profile.dueDates();
        this.zone = profile.zone();
        this.clock = clock;
    }

    /** What is offered now; never empty: when every date of the profile has passed, tomorrow is left. */
    List<DueDateChoice> choices() {
        List<DueDateChoice> choices = new ArrayList<>();
        dueDates.presets().forEach(preset -> choice(preset).ifPresent(choices::add));
        return choices.isEmpty() ? List.of(tomorrow()) : List.copyOf(choices);
    }

    /** The branch's standard, or the first choice when that date has passed. */
    DueDateChoice standard() {
        return choice(dueDates.presets().get(dueDates.standard())).orElseGet(() -> choices().getFirst());
    }

    private Optional<DueDateChoice> choice(Preset preset) {
        Instant dueAt = switch (preset) {
            case Preset.Offset offset -> atClosing(today().plus(offset.period()));
            case Preset.FixedDate fixed -> atClosing(fixed.date());
        };
        return dueAt.isAfter(clock.instant()) ? Optional.of(new DueDateChoice(preset.label(), dueAt))
                : Optional.empty();
    }

    private DueDateChoice tomorrow() {
        return new DueDateChoice(texts.get("due.tomorrow"), atClosing(today().plusDays(1)));
    }

    /** When clocks change at closing time, the zone's rules decide: a time that is skipped moves on by the gap. */
    private Instant atClosing(LocalDate date) {
        return date.atTime(dueDates.closingTime()).atZone(zone).toInstant();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(zone));
    }
}
