/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.carrel.model.Texts;
import org.carrel.model.port.Branch;
import org.carrel.store.internal.derby.Fault;
import org.carrel.store.internal.journal.Merged;
import org.carrel.store.internal.schema.Migration;

/** What the desk reads when the queue is not well: what happened, and what to do. */
public final class Sentences {

    private static final Texts TEXTS = Texts.of(Sentences.class);

    private final Path queue;
    private final Path journal;
    private final ZoneId zone;

    private Sentences(Path queue, Path journal, ZoneId zone) {
        this.queue = queue;
        this.journal = journal;
        this.zone = zone;
    }

    public static Sentences of(Branch branch) {
        return new Sentences(branch.dataFolder().resolve("queue"), branch.journalFolder(), branch.profile().zone());
    }

    String otherOwner(Optional<OwnerLock.Owner> owner) {
        return owner.map(found -> TEXTS.get("refused.owner", found.process(), found.host(), DateTimeFormatter
                .ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT).withZone(zone).format(found.since())))
                .orElseGet(() -> TEXTS.get("refused.unknownOwner"));
    }

    String newerFormat() {
        return TEXTS.get("refused.newerFormat");
    }

    String wrongKey(boolean given) {
        return given ? TEXTS.get("refused.wrongKey", queue) : TEXTS.get("refused.noKey", queue);
    }

    /** What a person should know although the queue is well; empty when there is nothing. */
    Optional<String> remark(Merged merged, List<Path> stillClear, boolean trailIsWhole) {
        List<String> remarks = new ArrayList<>();
        if (!trailIsWhole) {
            remarks.add(TEXTS.get("remark.auditEnd"));
        }
        merged.troubles().stream().map(this::trouble).forEach(remarks::add);
        if (!stillClear.isEmpty()) {
            remarks.add(stillClear(stillClear.getFirst()));
        }
        return remarks.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", remarks));
    }

    private String trouble(Merged.Trouble trouble) {
        return switch (trouble) {
            case Merged.Trouble.Damaged damaged -> TEXTS.get("remark.journalDamaged", damaged.lines(),
                    damaged.file(), damaged.kept());
            case Merged.Trouble.Unfinished unfinished -> TEXTS.get("remark.journalUnfinished", unfinished.file(),
                    unfinished.kept());
            case Merged.Trouble.Newer newer -> TEXTS.get("remark.journalNewer", newer.file());
            case Merged.Trouble.Sealed sealed -> TEXTS.get("remark.journalSealed", sealed.file());
            case Merged.Trouble.Unreadable unreadable -> unreadable(unreadable.file());
            case Merged.Trouble.StillClear clear -> stillClear(clear.file());
        };
    }

    String unreadable(Path file) {
        return TEXTS.get("remark.journalUnreadable", file);
    }

    private String stillClear(Path path) {
        return TEXTS.get("remark.stillClear", path);
    }

    String migration(Migration.Result result) {
        return switch (result) {
            case Migration.Result.Done done -> throw new IllegalArgumentException("nothing to tell");
            case Migration.Result.Newer newer -> TEXTS.get("refused.newerSchema", text(newer.found()),
                    text(newer.known()));
            case Migration.Result.Foreign foreign -> TEXTS.get("refused.foreign", queue);
            case Migration.Result.NoBackup none -> TEXTS.get("refused.noBackup", none.folder());
            case Migration.Result.Failed failed -> failed.backup()
                    .map(backup -> TEXTS.get("refused.failedStep", text(failed.step().version()), queue, backup))
                    .orElseGet(() -> TEXTS.get("refused.failedFirstStep", text(failed.step().version()), queue));
        };
    }

    String journaling(Fault fault) {
        return switch (fault) {
            case DISK_FULL -> TEXTS.get("journaling.diskFull", queue, journal);
            case READ_ONLY -> TEXTS.get("journaling.readOnly", queue, journal);
            case DAMAGED -> TEXTS.get("journaling.damaged", queue, journal);
            case OTHER_PROCESS, NEWER_FORMAT, WRONG_KEY, CONTENTION, CLOSED, OTHER -> TEXTS.get("journaling.other",
                    queue, journal);
        };
    }

    String notSaved() {
        return TEXTS.get("notSaved", queue, journal);
    }

    String notSavedRefused(String reason) {
        return TEXTS.get("notSaved.refused", reason);
    }

    String closed() {
        return TEXTS.get("closed");
    }

    String unavailable() {
        return TEXTS.get("unavailable", queue);
    }

    public String inventoryNotSaved() {
        return TEXTS.get("inventory.notSaved", queue, journal);
    }

    public String inventoryRefused(String reason) {
        return TEXTS.get("inventory.notSaved.refused", reason);
    }

    public String inventoryUnavailable() {
        return TEXTS.get("inventory.unavailable", queue);
    }

    /** For the audit trail. */
    public String inventoryCounted(String name, boolean counted) {
        return TEXTS.get(counted ? "inventory.counted" : "inventory.uncounted", name);
    }

    /** For the audit trail. */
    public String inventoryWhole(String name, boolean whole) {
        return TEXTS.get(whole ? "inventory.whole" : "inventory.notWhole", name);
    }

    /** For the audit trail. */
    public String inventoryDeleted(String name, int reads) {
        return TEXTS.get("inventory.deleted", name, reads);
    }

    /** For the audit trail. */
    public String inventoryHandled(String name, int findings) {
        return TEXTS.get("inventory.handled", name, findings);
    }

    public String inventoryClosed() {
        return TEXTS.get("inventory.closed");
    }

    private static String text(int number) {
        return Integer.toString(number);
    }
}
