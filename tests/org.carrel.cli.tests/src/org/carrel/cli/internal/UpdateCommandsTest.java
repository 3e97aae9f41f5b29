/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.carrel.cli.internal.Bench.Said;
import org.carrel.update.Release;
import org.carrel.update.UpdateAnswer;
import org.carrel.update.UpdateSource;
import org.carrel.update.Updates;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The commands on updates")
class UpdateCommandsTest {

    private static final Release OLD = new Release("Carrel", "1.0.0", Optional.of(Instant.EPOCH));
    private static final Release NEW = new Release("Carrel", "2.0.0", Optional.empty());
    private static final UpdateAnswer NEWER = new UpdateAnswer.Newer(OLD, NEW, 1_234_567);
    private static final String[] SITE = { "--site", "https://updates.example.org/main" };

    private final Pretended updates = new Pretended();
    private final Bench bench = new Bench().with(Updates.class, updates);

    /** Answers what it was told to, and keeps what was asked of it. */
    private static final class Pretended implements Updates {

        private final List<URI> asked = new ArrayList<>();
        private UpdateAnswer found = NEWER;
        private UpdateAnswer installed = new UpdateAnswer.Done(OLD, NEW);
        private Optional<Release> before = Optional.empty();
        private boolean changed;

        @Override
        public UpdateAnswer look(UpdateSource source, Progress progress) {
            asked.add(source.site());
            return found;
        }

        @Override
        public UpdateAnswer install(UpdateSource source, Progress progress) {
            changed = true;
            return installed;
        }

        @Override
        public UpdateAnswer rollBack(Progress progress) {
            changed = true;
            return new UpdateAnswer.Done(NEW, OLD);
        }

        @Override
        public Optional<Release> installed() {
            return Optional.of(OLD);
        }

        @Override
        public Optional<Release> before() {
            return before;
        }
    }

    private Said run(String verb, String... more) {
        List<String> words = new ArrayList<>(List.of("update", verb));
        words.addAll(List.of(more));
        return bench.run(words.toArray(String[]::new));
    }

    @Test
    void say_what_is_there_and_how_large_it_is() {
        Said said = run("look", SITE);
        assertEquals(Exit.OK, said.code(), said::err);
        assertTrue(said.out().contains("2.0.0") && said.out().contains("1.2 MB"), said::out);
        assertEquals(List.of(URI.create("https://updates.example.org/main/")), updates.asked);
    }

    @Test
    void tell_a_script_apart_what_came_of_it() {
        updates.found = new UpdateAnswer.Nothing(OLD);
        assertEquals(Exit.NOTHING_NEW, run("look", SITE).code());
        assertEquals(Exit.NOTHING_NEW, run("install", "--yes", SITE[0], SITE[1]).code());
        updates.found = new UpdateAnswer.Away("It is away.");
        assertEquals(Exit.SYSTEM_AWAY, run("look", SITE).code());
        updates.found = new UpdateAnswer.Refused("It is not signed.");
        Said refused = run("install", "--yes", SITE[0], SITE[1]);
        assertEquals(Exit.REFUSED, refused.code());
        assertTrue(refused.err().contains("It is not signed."), refused::err);
        assertTrue(!updates.changed);
    }

    @Test
    void install_when_somebody_says_yes() {
        Said unasked = run("install", SITE);
        assertEquals(Exit.USAGE, unasked.code(), "nobody is there to ask");
        assertTrue(!updates.changed);
        assertEquals(Exit.OK, run("install", "--yes", SITE[0], SITE[1]).code());
        assertTrue(updates.changed);
    }

    @Test
    void say_when_the_site_goes_away_half_way() {
        updates.installed = new UpdateAnswer.Away("It was cut off.");
        Said cut = run("install", "--yes", SITE[0], SITE[1]);
        assertEquals(Exit.SYSTEM_AWAY, cut.code());
        assertTrue(cut.err().contains("It was cut off."), cut::err);
    }

    @Test
    void go_back_only_when_there_is_a_version_before() {
        assertEquals(Exit.NOTHING_NEW, run("rollback", "--yes").code());
        assertTrue(!updates.changed);
        updates.before = Optional.of(new Release("Carrel", "0.9.0", Optional.of(Instant.EPOCH)));
        assertTrue(run("versions").out().contains("0.9.0"));
        assertEquals(Exit.USAGE, run("rollback").code(), "nobody is there to ask");
        assertEquals(Exit.OK, run("rollback", "--yes").code());
        assertTrue(updates.changed);
    }

    @Test
    void need_a_site_that_nobody_on_the_way_can_exchange() {
        assertEquals(Exit.REFUSED, run("look").code(), "the profile names none");
        assertEquals(Exit.USAGE, run("look", "--site", "http://updates.example.org/").code());
        assertEquals(Exit.USAGE, run("look", "--site", "ftp://updates.example.org/").code());
        assertEquals(List.of(), updates.asked);
        assertEquals(Exit.OK, run("look", "--site", "http://127.0.0.1:8080/site").code());
    }
}
