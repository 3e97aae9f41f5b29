/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.internal;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.carrel.model.ItemBarcode;
import org.carrel.model.Texts;
import org.carrel.model.scan.SecurityReport;
import org.carrel.model.scan.ToFix;
import org.carrel.scanner.driver.TagSecurity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets security so that no half-written tag is forgotten: what is to be done is on disk before the first tag is
 * written, and struck off only when a tag was read back. One pad is written at a time. Safe for use by several threads.
 */
final class Securing {

    private static final Logger LOG = LoggerFactory.getLogger(Securing.class);

    private final FixList list;
    private final Clock clock;
    private final Runnable changed;
    private final Object writing = new Object();
    private final Texts texts = Texts.of(Securing.class);

    Securing(FixList list, Clock clock, Runnable changed) {
        this.list = list;
        this.clock = clock;
        this.changed = changed;
    }

    List<ToFix> toFix() {
        synchronized (list) {
            return list.rows();
        }
    }

    SecurityReport secure(Optional<TagSecurity> pad, Collection<ItemBarcode> items, boolean secured) {
        List<ToFix> wanted = new LinkedHashSet<>(items).stream()
                .map(item -> new ToFix(item, secured, clock.instant(), texts.get("security.begun"))).toList();
        synchronized (writing) {
            return write(pad, wanted);
        }
    }

    SecurityReport fix(Optional<TagSecurity> pad) {
        synchronized (writing) {
            try {
                Set<ItemBarcode> present = pad.isPresent() ? pad.get().present() : Set.of();
                return write(pad, toFix().stream().filter(row -> present.contains(row.item())).toList());
            } catch (IOException e) {
                // The pad does not say what lies on it: nothing does, then, and all of it stays on the list.
                return new SecurityReport(List.of(), List.of());
            }
        }
    }

    private SecurityReport write(Optional<TagSecurity> pad, List<ToFix> wanted) {
        if (wanted.isEmpty()) {
            return new SecurityReport(List.of(), List.of());
        }
        try {
            keep(wanted);
        } catch (IOException e) {
            LOG.error("The list of tags to put right could not be written", e);
            return new SecurityReport(List.of(),
                    wanted.stream().map(row -> because(row, texts.get("security.list"))).toList());
        }
        List<ItemBarcode> done = new ArrayList<>();
        List<ToFix> failed = new ArrayList<>();
        for (ToFix row : wanted) {
            Optional<String> failure = attempt(pad, row);
            if (failure.isEmpty()) {
                done.add(row.item());
            } else {
                failed.add(because(row, failure.get()));
            }
        }
        try {
            synchronized (list) {
                list.remove(done);
            }
            keep(failed);
        } catch (IOException e) {
            // They stay on the list although they are done: somebody looks in vain, and no tag is forgotten.
            LOG.error("The list of tags to put right could not be written", e);
        }
        changed.run();
        return new SecurityReport(done, failed);
    }

    private void keep(List<ToFix> rows) throws IOException {
        synchronized (list) {
            list.add(rows);
        }
    }

    private Optional<String> attempt(Optional<TagSecurity> pad, ToFix row) {
        if (pad.isEmpty()) {
            return Optional.of(texts.get("security.noPad"));
        }
        try {
            pad.get().secure(row.item(), row.secured());
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("A driver failed to set security", e);
            return Optional.of(texts.get("security.failed"));
        }
    }

    private static ToFix because(ToFix row, String reason) {
        return new ToFix(row.item(), row.secured(), row.since(), reason);
    }

    void fixed(ItemBarcode item) throws IOException {
        synchronized (list) {
            list.remove(List.of(item));
        }
        changed.run();
    }
}
