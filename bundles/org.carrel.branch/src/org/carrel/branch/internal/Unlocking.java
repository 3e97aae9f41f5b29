/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.carrel.branch.LastSignIn;
import org.carrel.branch.internal.crypto.RootKey;

/** Opens the sealed file of one branch with a password, and makes guessing slow. */
final class Unlocking {

    private final SealedFile file;
    private final SignInMemory memory;

    /** What came of a password. */
    sealed interface Attempt {

        /**
         * It is right, and nobody has changed the file. Whoever gets this closes the key.
         *
         * @param grant whose password it is
         */
        record Open(SealedDocument document, String grant, RootKey dataKey) implements Attempt {}

        /** It is wrong. */
        record Wrong(Instant nextTry) implements Attempt {}

        /** It was not looked at. */
        record TooSoon(Instant nextTry) implements Attempt {}
    }

    Unlocking(SealedFile file, SignInMemory memory) {
        this.file = file;
        this.memory = memory;
    }

    Attempt attempt(char[] password) throws SealException {
        Optional<Instant> wait = memory.waitUntil();
        if (wait.isPresent()) {
            return new Attempt.TooSoon(wait.get());
        }
        // A file that cannot be read says nothing about the password, so nothing is counted.
        SealedText text = file.read();
        SealedDocument document = text.document();
        for (PasswordSeal grant : likelyFirst(document.grants())) {
            Optional<RootKey> key = grant.open(document.branch(), password);
            if (key.isPresent()) {
                return new Attempt.Open(document, grant.name(), genuine(text, key.get()));
            }
        }
        return new Attempt.Wrong(memory.wrong());
    }

    /** Each one that is tried takes half a second, and most days the same people come back to the same desk. */
    private List<PasswordSeal> likelyFirst(List<PasswordSeal> grants) {
        Optional<String> last = memory.last().map(LastSignIn::grant);
        return grants.stream().sorted(Comparator.comparing(grant -> !last.equals(Optional.of(grant.name())))).toList();
    }

    /** The key, when all of the file was written by somebody who had it. */
    RootKey genuine(SealedText text, RootKey key) throws SealException {
        if (text.isBy(key)) {
            return key;
        }
        key.close();
        throw SealException.because("sealed.tampered", file.path());
    }
}
