/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import org.carrel.circulation.CirculationDesk;
import org.carrel.circulation.DueDateChoice;
import org.carrel.model.BranchProfile;

/** Understands due dates as they are written in a file of scans. */
final class DueWords {

    private final ZoneId zone;
    private final BranchProfile.DueDates dueDates;
    private final List<DueDateChoice> choices;
    private final DueDateChoice standard;

    DueWords(BranchProfile profile, CirculationDesk desk) {
        this.zone = profile.zone();
        this.dueDates = profile.dueDates();
        this.choices = desk.dueDates();
        this.standard = desk.standardDueDate();
    }

    /** Nothing (the standard), a preset's label, a date, or a date and time with or without offset. */
    Optional<Instant> read(String text) {
        if (text.isEmpty()) {
            return Optional.of(standard.dueAt());
        }
        return choices.stream().filter(choice -> choice.label().equalsIgnoreCase(text)).findFirst()
                .map(DueDateChoice::dueAt).or(() -> date(text.replace(' ', 'T')));
    }

    private Optional<Instant> date(String text) {
        try {
            if (!text.contains("T")) {
                return Optional.of(LocalDate.parse(text).atTime(dueDates.closingTime()).atZone(zone).toInstant());
            }
            return Optional.of(text.matches(".*(?:[Zz]|[+-]\\d\\d:?\\d\\d)") ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).atZone(zone).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
