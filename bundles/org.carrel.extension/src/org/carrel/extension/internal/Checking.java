/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.extension.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;

import org.carrel.model.BranchProfile;
import org.carrel.model.BranchProfile.Extensions.Allow;
import org.carrel.model.Texts;

/** Whether a branch may load bundles, as far as their signatures go. */
final class Checking {

    private final BranchProfile.Extensions rules;
    private final Clock clock;
    private final Texts texts = Texts.of(Checking.class);

    Checking(BranchProfile.Extensions rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * What a look at the signatures of {@code files} gave.
     *
     * @param by        whose, when all are signed
     * @param objection why they may not be loaded, in a sentence
     */
    record Result(Optional<String> by, Optional<String> objection) {}

    Result look(List<Path> files) throws IOException {
        if (rules.allow() == Allow.NONE) {
            return new Result(Optional.empty(), Optional.of(texts.get("check.none")));
        }
        List<Signature> signatures = new ArrayList<>();
        for (Path file : files) {
            signatures.add(Signature.of(file));
        }
        if (signatures.stream().anyMatch(Signature.Endless.class::isInstance)) {
            return new Result(Optional.empty(), Optional.of(texts.get("check.endless")));
        }
        if (signatures.stream().anyMatch(Signature.Broken.class::isInstance)) {
            return new Result(Optional.empty(), Optional.of(texts.get("check.broken")));
        }
        List<Signature.Signed> signed = signatures.stream().filter(Signature.Signed.class::isInstance)
                .map(Signature.Signed.class::cast).toList();
        boolean all = signed.size() == signatures.size() && !signed.isEmpty();
        Optional<String> by = all ? Optional.of(signed.getFirst().by()) : Optional.empty();
        if (rules.allow() == Allow.ALL) {
            return new Result(by, Optional.empty());
        }
        if (!all) {
            return new Result(by, Optional.of(texts.get("check.unsigned")));
        }
        var trusted = Signature.certificates(rules.certificates().orElseThrow());
        Date now = Date.from(clock.instant());
        return signed.stream().allMatch(one -> one.isTrusted(trusted, now)) ? new Result(by, Optional.empty())
                : new Result(by, Optional.of(texts.get("check.untrusted", by.orElseThrow())));
    }
}
