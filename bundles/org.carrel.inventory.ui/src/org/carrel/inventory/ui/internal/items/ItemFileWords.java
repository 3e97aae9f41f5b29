/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.items;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;

import org.carrel.inventory.ui.internal.open.FileWords;
import org.carrel.model.Texts;
import org.carrel.model.port.ItemFileUpdates;
import org.carrel.model.port.ItemSnapshot.Description;
import org.carrel.model.port.ItemSnapshots;
import org.carrel.model.port.ItemSnapshots.Imported;
import org.carrel.model.port.ItemSource.Reason;
import org.carrel.ui.Moments;
import org.carrel.ui.Tone;

/** Item files in words. Immutable. */
final class ItemFileWords {

    private static final Texts TEXTS = Texts.of(ItemFileWords.class);

    /** How an import ended. */
    Said of(Imported imported) {
        return switch (imported) {
            case Imported.Done done -> new Said(TEXTS.get("imported.done", done.snapshot().description().items(),
                    FileWords.day(done.snapshot().description()), bad(done.bad())),
                    done.bad().isEmpty() ? Tone.GOOD : Tone.CAUTION);
            case Imported.TooFew few -> throw new IllegalStateException("any number was asked for");
            case Imported.Cancelled cancelled -> new Said(TEXTS.get("imported.cancelled"), Tone.NEUTRAL);
            case Imported.Failed failed -> new Said(TEXTS.get("imported.failed", failed.sentence()), Tone.BAD);
        };
    }

    /** How fetching ended. */
    Said of(ItemFileUpdates.Last fetched) {
        return new Said(fetched.sentence(), switch (fetched.result()) {
            case IMPORTED, UNCHANGED -> Tone.GOOD;
            case CANCELLED -> Tone.NEUTRAL;
            case BUSY, HELD_BACK -> Tone.CAUTION;
            case FAILED -> Tone.BAD;
        });
    }

    private static String bad(Map<Reason, Long> bad) {
        if (bad.isEmpty()) {
            return "";
        }
        return TEXTS.get("imported.bad", bad.entrySet().stream()
                .sorted(Map.Entry.<Reason, Long>comparingByValue(Comparator.reverseOrder()))
                .map(entry -> TEXTS.get("imported.reason", entry.getValue(), reason(entry.getKey())))
                .collect(Collectors.joining(", ")));
    }

    /** What is the matter with a row, in a few words. */
    static String reason(Reason reason) {
        return TEXTS.get("reason." + reason);
    }

    /** What there is. */
    Said of(ItemSnapshots.State state, Moments moments, Instant now) {
        return switch (state) {
            case ItemSnapshots.State.None none -> new Said(TEXTS.get("state.none"), Tone.NEUTRAL);
            case ItemSnapshots.State.Refused refused -> new Said(refused.sentence(), Tone.BAD);
            case ItemSnapshots.State.Ready ready -> new Said(
                    described(ready.snapshot().description(), moments, now), Tone.NEUTRAL);
        };
    }

    private static String described(Description file, Moments moments, Instant now) {
        return TEXTS.get("state.ready", file.name(), age(file.asOf(), moments.zone(), now), file.items(),
                moments.inTable(file.importedAt()));
    }

    private static String age(LocalDate asOf, ZoneId zone, Instant now) {
        long days = Math.max(0, ChronoUnit.DAYS.between(asOf, LocalDate.ofInstant(now, zone)));
        return TEXTS.get("state.age", days);
    }

    /** How it comes by itself, or why it does not. */
    static String of(ItemFileUpdates.Status status, Moments moments) {
        if (status.server().isEmpty()) {
            return TEXTS.get("server.none");
        }
        String host = status.server().get().host();
        String next = status.next().map(at -> TEXTS.get("server.next", moments.inTable(at)))
                .orElseGet(() -> TEXTS.get("server.onDemand"));
        return status.last().map(last -> TEXTS.get("server.last", host, next, moments.inTable(last.at()),
                last.sentence())).orElseGet(() -> TEXTS.get("server.first", host, next));
    }
}
