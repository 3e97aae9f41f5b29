/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Objects;
import java.util.Optional;

/** When item files are fetched without anybody asking. */
public sealed interface FetchSchedule {

    /**
     * When the next time is; in the past when it was missed, for instance because the computer was off: then it is due.
     *
     * @param last when it was last tried; empty when it never was
     * @param zone the branch's
     * @return empty when it is never done
     */
    Optional<Instant> next(Optional<Instant> last, Instant now, ZoneId zone);

    /** Only when somebody asks for it. */
    record Never() implements FetchSchedule {
        @Override
        public Optional<Instant> next(Optional<Instant> last, Instant now, ZoneId zone) {
            return Optional.empty();
        }
    }

    /** Every day at that time, as the clock on the wall says. */
    record Daily(LocalTime at) implements FetchSchedule {
        public Daily {
            Objects.requireNonNull(at, "at");
        }

        /** A clock that is put back makes nothing happen twice, and one that is put forward leaves nothing out. */
        @Override
        public Optional<Instant> next(Optional<Instant> last, Instant now, ZoneId zone) {
            // What was tried "in the future" says that the clock was wrong then.
            Optional<ZonedDateTime> tried = last.filter(instant -> !instant.isAfter(now)).map(i -> i.atZone(zone));
            ZonedDateTime from = tried.orElseGet(() -> now.atZone(zone).minusDays(1));
            ZonedDateTime next = from.with(at);
            return Optional.of((next.isAfter(from) ? next : from.plusDays(1).with(at)).toInstant());
        }
    }

    /** So long after the last time. */
    record Every(Duration interval) implements FetchSchedule {
        public Every {
            if (!interval.isPositive()) {
                throw new IllegalArgumentException("every " + interval);
            }
        }

        @Override
        public Optional<Instant> next(Optional<Instant> last, Instant now, ZoneId zone) {
            return Optional.of(last.filter(instant -> !instant.isAfter(now)).map(i -> i.plus(interval)).orElse(now));
        }
    }
}
