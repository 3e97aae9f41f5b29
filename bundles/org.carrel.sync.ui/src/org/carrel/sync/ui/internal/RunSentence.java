/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.ui.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.carrel.model.Texts;
import org.carrel.model.UploadRun;

/** What happened in an upload, in words. */
final class RunSentence {

    private static final Texts TEXTS = Texts.of(RunSentence.class);

    private RunSentence() {}

    /** How it ended, and what to do now when it did not end well. */
    static String of(UploadRun run) {
        return run.ending().map(ending -> switch (ending) {
            case COMPLETED -> isEmpty(run) ? TEXTS.get("run.empty") : TEXTS.get("run.completed", counts(run));
            case CANCELLED -> TEXTS.get("run.cancelled", counts(run));
            case SIGN_IN_REFUSED -> TEXTS.get("run.refused", run.detail());
            case SYSTEM_AWAY -> TEXTS.get("run.away", counts(run));
            case STORE_FAILED -> TEXTS.get("run.store", run.detail());
        }).orElseGet(() -> TEXTS.get("run.unfinished"));
    }

    /** How it ended, in a word or two for a table. */
    static String brief(Optional<UploadRun.Ending> ending) {
        return ending.map(how -> TEXTS.get("ending." + how)).orElseGet(() -> TEXTS.get("ending.none"));
    }

    /** The numbers that are not zero, for instance {@code 10 uploaded, 1 failed}. */
    static String counts(UploadRun run) {
        List<String> parts = new ArrayList<>();
        addUnlessZero(parts, "count.uploaded", run.uploaded());
        addUnlessZero(parts, "count.failed", run.failed());
        addUnlessZero(parts, "count.comms", run.commsFailures());
        addUnlessZero(parts, "count.superseded", run.superseded());
        return parts.isEmpty() ? TEXTS.get("count.none") : String.join(", ", parts);
    }

    /** Whether a person should look: not everything went as hoped. */
    static boolean needsAttention(UploadRun run) {
        return run.failed() + run.commsFailures() > 0
                || run.ending().filter(UploadRun.Ending.COMPLETED::equals).isEmpty();
    }

    private static boolean isEmpty(UploadRun run) {
        return run.uploaded() + run.failed() + run.commsFailures() + run.superseded() == 0;
    }

    private static void addUnlessZero(List<String> parts, String key, int count) {
        if (count > 0) {
            parts.add(TEXTS.get(key, count));
        }
    }
}
