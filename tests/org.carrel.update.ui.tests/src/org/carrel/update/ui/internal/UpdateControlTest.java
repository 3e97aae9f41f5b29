/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.update.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.carrel.testkit.MemoryPreferences;
import org.carrel.testkit.TestClock;
import org.carrel.update.Release;
import org.carrel.update.UpdateAnswer;
import org.carrel.update.UpdateSource;
import org.carrel.update.Updates;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The strip about updates")
class UpdateControlTest {

    private static final Release ONE = new Release("Lakeside", "1.0", Optional.empty());
    private static final Release TWO = new Release("Lakeside", "2.0", Optional.empty());
    private static final Notice OFFER = new Notice.Offer(new UpdateAnswer.Newer(ONE, TWO, 1_000));

    private final FakeUpdates updates = new FakeUpdates();
    private final List<Optional<Notice>> said = new ArrayList<>();
    private final UpdateControl control = control(
            Optional.of(new UpdateSource(URI.create("https://updates.example.org/"), Optional.empty(),
                    Optional.empty())));

    private UpdateControl control(Optional<UpdateSource> source) {
        UpdateControl made = new UpdateControl(updates, source,
                new LookMemory(MemoryPreferences.empty(), new TestClock("2026-03-10T11:00:00Z")),
                (name, quiet, work) -> work.with(Updates.Progress.NONE), new TestClock("2026-03-10T11:00:00Z"));
        made.observe(said::add);
        return made;
    }

    @Test
    void offers_what_is_found_without_anybody_having_asked() {
        control.lookQuietly();
        assertEquals(Optional.of(OFFER), control.notice());
        assertEquals(List.of(Optional.of(OFFER)), said);
    }

    @Test
    void offers_nothing_again_that_somebody_put_away_but_to_who_asks() {
        control.lookQuietly();
        control.putAway();
        control.lookQuietly();
        assertTrue(control.notice().isEmpty());
        control.look();
        assertEquals(Optional.of(OFFER), control.notice());
    }

    @Test
    void keeps_quiet_about_what_went_wrong_while_nobody_has_asked() {
        updates.answer = new UpdateAnswer.Away("The site is away.");
        control.lookQuietly();
        assertTrue(said.isEmpty());
        control.look();
        assertEquals(Optional.of(new Notice.Told("The site is away.", true)), control.notice());
    }

    @Test
    void does_not_write_an_offer_over_a_restart_that_is_waited_for() {
        updates.answer = new UpdateAnswer.Done(ONE, TWO);
        control.install();
        assertEquals(Optional.of(new Notice.Installed(TWO)), control.notice());
        updates.answer = new UpdateAnswer.Newer(ONE, TWO, 1_000);
        control.lookQuietly();
        assertEquals(Optional.of(new Notice.Installed(TWO)), control.notice());
    }

    @Test
    void still_says_that_a_restart_is_waited_for_when_somebody_looks_again() {
        Release later = new Release("Lakeside", "2.0", Optional.of(Instant.parse("2026-03-10T11:05:00Z")));
        updates.answer = new UpdateAnswer.Nothing(later);
        control.look();
        assertEquals(Optional.of(new Notice.Installed(later)), control.notice(), "whoever has installed it");
        updates.answer = new UpdateAnswer.Nothing(
                new Release("Lakeside", "2.0", Optional.of(Instant.parse("2026-03-09T11:05:00Z"))));
        control.look();
        assertInstanceOf(Notice.Told.class, control.notice().orElseThrow());
    }

    @Test
    void tells_that_somebody_stopped_it_or_why_it_was_refused() {
        updates.answer = new UpdateAnswer.Cancelled();
        control.install();
        assertFalse(assertInstanceOf(Notice.Told.class, control.notice().orElseThrow()).wrong());
        updates.answer = new UpdateAnswer.Refused("Nobody has signed it.");
        control.install();
        assertEquals(Optional.of(new Notice.Told("Nobody has signed it.", true)), control.notice());
    }

    @Test
    void says_so_when_the_branch_names_no_site() {
        UpdateControl nowhere = control(Optional.empty());
        nowhere.lookQuietly();
        assertTrue(nowhere.notice().isEmpty());
        nowhere.look();
        assertTrue(nowhere.notice().orElseThrow().sentence().contains("\"site\""));
    }

    @Test
    void says_what_one_can_go_back_to() {
        control.lookBack();
        assertTrue(control.notice().orElseThrow().sentence().contains("no version before this one (1.0)"));
        updates.before = Optional.of(new Release("Lakeside", "0.9", Optional.empty()));
        control.lookBack();
        assertEquals(Optional.of(new Notice.WayBack(ONE, updates.before.get())), control.notice());
        updates.installed = Optional.empty();
        control.lookBack();
        assertTrue(assertInstanceOf(Notice.Told.class, control.notice().orElseThrow()).wrong());
    }

    @Test
    void does_not_offer_again_what_somebody_went_back_from() {
        updates.answer = new UpdateAnswer.Done(TWO, ONE);
        control.rollBack();
        control.putAway();
        updates.answer = new UpdateAnswer.Newer(ONE, TWO, 1_000);
        control.lookQuietly();
        assertTrue(control.notice().isEmpty());
    }

    /** Updates that answer what they are told to. */
    private static final class FakeUpdates implements Updates {

        private UpdateAnswer answer = new UpdateAnswer.Newer(ONE, TWO, 1_000);
        private Optional<Release> installed = Optional.of(ONE);
        private Optional<Release> before = Optional.empty();

        @Override
        public UpdateAnswer look(UpdateSource source, Progress progress) {
            return answer;
        }

        @Override
        public UpdateAnswer install(UpdateSource source, Progress progress) {
            return answer;
        }

        @Override
        public UpdateAnswer rollBack(Progress progress) {
            return answer;
        }

        @Override
        public Optional<Release> installed() {
            return installed;
        }

        @Override
        public Optional<Release> before() {
            return before;
        }
    }
}
