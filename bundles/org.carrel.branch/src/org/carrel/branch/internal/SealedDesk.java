/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import org.carrel.branch.Grant;
import org.carrel.branch.KeyAnswer;
import org.carrel.branch.LastSignIn;
import org.carrel.branch.NewKeys;
import org.carrel.branch.Proof;
import org.carrel.branch.RecoveryKey;
import org.carrel.branch.SealedBranch;
import org.carrel.branch.SignInAnswer;
import org.carrel.branch.internal.crypto.RootKey;
import org.carrel.model.BranchProfile;
import org.carrel.model.port.Branch;
import org.carrel.model.port.PasswordCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A sealed branch on this machine. One thread at a time signs in or changes keys; anybody may look meanwhile. */
final class SealedDesk implements SealedBranch {

    private static final Logger LOG = LoggerFactory.getLogger(SealedDesk.class);
    private static final int LONGEST_OPERATOR = 40;

    private final BranchPlace place;
    private final SealedFile file;
    private final SignInMemory memory;
    private final Unlocking unlocking;
    private final KeyChanges changes;
    private final Publishing publishing;
    private final Lock work = new ReentrantLock();
    private volatile Optional<SignedIn> session = Optional.empty();
    private volatile Optional<LastSignIn> before = Optional.empty();
    private volatile Optional<KeyTrail> trail = Optional.empty();

    SealedDesk(BranchPlace place, Path sealedFile, Strength strength, Clock clock, Publishing publishing) {
        this.place = place;
        this.file = new SealedFile(sealedFile, place.profile().id(), strength);
        this.memory = new SignInMemory(place.dataFolder(), clock);
        this.unlocking = new Unlocking(file, memory);
        this.changes = new KeyChanges(place, file, memory, strength, clock);
        this.publishing = publishing;
    }

    @Override
    public BranchProfile profile() {
        return session.map(signedIn -> signedIn.branch().profile()).orElse(place.profile());
    }

    @Override
    public Path file() {
        return file.path();
    }

    @Override
    public Optional<LastSignIn> lastSignIn() {
        return session.isPresent() ? before : memory.last();
    }

    @Override
    public SignInAnswer signIn(char[] password, String operator) {
        return alone(() -> {
            try {
                return switch (unlocking.attempt(password)) {
                    case Unlocking.Attempt.Wrong wrong -> {
                        LOG.warn("Branch {}: a wrong password", place.profile().id());
                        yield new SignInAnswer.WrongPassword(wrong.nextTry());
                    }
                    case Unlocking.Attempt.TooSoon early -> new SignInAnswer.TooSoon(early.nextTry());
                    case Unlocking.Attempt.Open open -> signIn(open, sound(operator));
                };
            } catch (SealException e) {
                LOG.warn("Branch {}: nobody can sign in: {}", place.profile().id(), e.getMessage());
                return new SignInAnswer.Refused(e.getMessage());
            }
        });
    }

    private SignInAnswer signIn(Unlocking.Attempt.Open open, String operator) throws SealException {
        boolean kept = false;
        try {
            requireConfirmed(open.document());
            signOut();
            SignInMemory.Remembered remembered = memory.signedIn(open.grant(), operator);
            before = remembered.last();
            BranchProfile effective = ProfileBinding.effective(place.profile(), open.document().signIn());
            OpenBranch branch = place.signedIn(effective, operator, open.dataKey());
            SealedSecrets secrets = new SealedSecrets(open.document(), open.dataKey());
            LOG.info("Branch {}: signed in with the password of {}", effective.id(), open.grant());
            trail = Optional.of(new KeyTrail(open.document(), open.grant(), memory));
            Runnable end = publishing.opened(branch, secrets, Optional.of(this::confirm));
            session = Optional.of(new SignedIn(branch, secrets, open.dataKey(), end));
            kept = true;
            return new SignInAnswer.Accepted(branch, open.grant(), remembered.last(), remembered.wrong());
        } finally {
            if (!kept) {
                open.dataKey().close();
            }
        }
    }

    private void requireConfirmed(SealedDocument document) throws SealException {
        Map<String, String> now = ProfileBinding.of(place.profile());
        List<String> differences = ProfileBinding.differences(document.profile(), now);
        if (!differences.isEmpty()) {
            memory.right();
            throw SealException.because("profile.changed", String.join(", ", differences));
        }
    }

    @Override
    public Optional<Branch> signedIn() {
        return session.map(SignedIn::branch);
    }

    @Override
    public PasswordCheck.Answer confirm(char[] password) {
        return alone(() -> {
            try {
                return switch (unlocking.attempt(password)) {
                    case Unlocking.Attempt.Wrong wrong -> new PasswordCheck.Answer.Wrong(wrong.nextTry());
                    case Unlocking.Attempt.TooSoon early -> new PasswordCheck.Answer.TooSoon(early.nextTry());
                    case Unlocking.Attempt.Open open -> {
                        open.dataKey().close();
                        memory.right();
                        yield new PasswordCheck.Answer.Right();
                    }
                };
            } catch (SealException e) {
                return new PasswordCheck.Answer.Unusable(e.getMessage());
            }
        });
    }

    @Override
    public void changeOperator(String operator) {
        session.ifPresent(signedIn -> signedIn.branch().operatedBy(sound(operator)));
    }

    @Override
    public void signOut() {
        alone(() -> {
            Optional<SignedIn> ending = session;
            session = Optional.empty();
            ending.ifPresent(SignedIn::signOut);
            trail = Optional.empty();
            if (ending.isPresent()) {
                LOG.info("Branch {}: signed out", place.profile().id());
            }
            return ending;
        });
    }

    @Override
    public List<Grant> grants() {
        try {
            return file.read().document().grants().stream().map(PasswordSeal::grant).toList();
        } catch (SealException e) {
            LOG.warn("Branch {}: {}", place.profile().id(), e.getMessage());
            return List.of();
        }
    }

    @Override
    public Optional<String> recoveryKey() {
        try {
            return Optional.of(file.read().document().recovery().name());
        } catch (SealException e) {
            LOG.warn("Branch {}: {}", place.profile().id(), e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public KeyAnswer rekey(Proof proof, NewKeys keys) {
        return alone(() -> changes.rekey(proof, keys, this::follow));
    }

    @Override
    public KeyAnswer grant(Proof proof, String name, char[] password) {
        return alone(() -> changes.grant(proof, name, password, this::follow));
    }

    @Override
    public KeyAnswer revoke(Proof proof, String name) {
        return alone(() -> changes.revoke(proof, name, this::follow));
    }

    @Override
    public KeyAnswer replaceRecoveryKey(Proof proof, RecoveryKey recovery) {
        return alone(() -> changes.replaceRecoveryKey(proof, recovery, this::follow));
    }

    /**
     * Whoever is signed in has the new secrets at once; what the services were made with stays until signing in again.
     */
    private KeyAnswer follow(SealedDocument now,
            RootKey dataKey) {
        LOG.info("Branch {}: keys were changed, revision {}", place.profile().id(), now.revision());
        Optional<SignedIn> current = session;
        if (current.isEmpty()) {
            return new KeyAnswer.Done(false);
        }
        if (current.get().dataKey().isSameAs(dataKey)) {
            current.get().secrets().use(now);
        }
        trail.ifPresent(keys -> keys.changed(now));
        BranchProfile next = ProfileBinding.effective(place.profile(), now.signIn());
        return new KeyAnswer.Done(!next.signIn().equals(current.get().branch().profile().signIn()));
    }

    /** What goes into the audit trail of this machine; empty while nobody is signed in. */
    Optional<KeyTrail> trail() {
        return trail;
    }

    private String sound(String operator) {
        String visible = operator.replaceAll("\\p{Cntrl}+", " ").strip();
        return place.profile().safety().keepsOperator()
                ? visible.substring(0, Math.min(LONGEST_OPERATOR, visible.length()))
                : "";
    }

    private <T> T alone(Supplier<T> task) {
        work.lock();
        try {
            return task.get();
        } finally {
            work.unlock();
        }
    }
}
