/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.app.internal;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import org.carrel.branch.Grant;
import org.carrel.branch.KeyAnswer;
import org.carrel.branch.LastSignIn;
import org.carrel.branch.NewKeys;
import org.carrel.branch.Proof;
import org.carrel.branch.RecoveryKey;
import org.carrel.branch.SealedBranch;
import org.carrel.branch.SignInAnswer;
import org.carrel.model.BranchProfile;
import org.carrel.model.Origin;
import org.carrel.model.port.Branch;
import org.carrel.model.port.PasswordCheck;

/**
 * A sealed branch without cryptography: answers as it is told, and remembers what it was asked, and on which thread.
 */
final class FakeSealedBranch implements SealedBranch {

    static final String PASSWORD = "reading room desk";

    final Deque<SignInAnswer> answers = new ArrayDeque<>();
    final List<String> tried = new ArrayList<>();
    final List<Thread> threads = new ArrayList<>();
    KeyAnswer keyAnswer = new KeyAnswer.Done(false);
    Proof shown;
    NewKeys changed;
    String newPassword = "";
    String newSecret = "";
    private final boolean keepsOperator;

    FakeSealedBranch(boolean keepsOperator) {
        this.keepsOperator = keepsOperator;
    }

    @Override
    public BranchProfile profile() {
        var system = new BranchProfile.LibrarySystem(URI.create("http://127.0.0.1:1/ncip"),
                URI.create("http://127.0.0.1:1/token"), Duration.ofSeconds(1), Duration.ofSeconds(1), false, false,
                Optional.empty());
        var dueDates = new BranchProfile.DueDates(
                List.of(new BranchProfile.Preset.Offset("+2 weeks", Period.ofWeeks(2))), 0, LocalTime.of(18, 0));
        return new BranchProfile("main", "Main & Branch Library", false, ZoneOffset.UTC,
                new BranchProfile.Registry("1", "2"), system,
                new BranchProfile.SignIn(BranchProfile.SignIn.Method.OAUTH, "old-key", "WMS_NCIP", "old-user", "ns"),
                new BranchProfile.BarcodeRules(Optional.empty(), Optional.empty(),
                        BranchProfile.BarcodeRules.CheckDigit.NONE),
                dueDates, new BranchProfile.Upload(BranchProfile.Upload.Rule.LATEST_ONLY, 4, true),
                new BranchProfile.Features(true), new BranchProfile.Safety(Duration.ofMinutes(10), keepsOperator),
                BranchProfile.Retention.STANDARD, Optional.empty());
    }

    @Override
    public synchronized SignInAnswer signIn(char[] password, String operator) {
        threads.add(Thread.currentThread());
        tried.add(new String(password) + "/" + operator);
        return answers.isEmpty() ? accepted() : answers.removeFirst();
    }

    SignInAnswer.Accepted accepted() {
        return new SignInAnswer.Accepted(new Open(profile()), Grant.DESK, Optional.empty(), 0);
    }

    @Override
    public synchronized KeyAnswer rekey(Proof proof, NewKeys keys) {
        threads.add(Thread.currentThread());
        shown = switch (proof) {
            case Proof.Password password -> new Proof.Password(Arrays.copyOf(password.password(),
                    password.password().length));
            case Proof.RecoveryFile file -> new Proof.RecoveryFile(file.file(),
                    Arrays.copyOf(file.passphrase(), file.passphrase().length));
        };
        changed = keys;
        newPassword = keys.password().map(String::new).orElse("");
        newSecret = keys.wsKeySecret().map(String::new).orElse("");
        return keyAnswer;
    }

    @Override
    public Path file() {
        return Path.of("branch.sealed");
    }

    @Override
    public Optional<LastSignIn> lastSignIn() {
        return Optional.empty();
    }

    @Override
    public Optional<Branch> signedIn() {
        return Optional.empty();
    }

    @Override
    public PasswordCheck.Answer confirm(char[] password) {
        return new PasswordCheck.Answer.Wrong(Instant.EPOCH);
    }

    @Override
    public void changeOperator(String operator) {
        throw new UnsupportedOperationException("nobody is signed in");
    }

    @Override
    public void signOut() {
        throw new UnsupportedOperationException("nobody is signed in");
    }

    @Override
    public List<Grant> grants() {
        return List.of(new Grant(Grant.DESK, Instant.EPOCH), new Grant("ann", Instant.EPOCH));
    }

    @Override
    public Optional<String> recoveryKey() {
        return Optional.of("ab12 cd34");
    }

    @Override
    public KeyAnswer grant(Proof proof, String name, char[] password) {
        throw new UnsupportedOperationException("not from a window");
    }

    @Override
    public KeyAnswer revoke(Proof proof, String name) {
        throw new UnsupportedOperationException("not from a window");
    }

    @Override
    public KeyAnswer replaceRecoveryKey(Proof proof, RecoveryKey recovery) {
        throw new UnsupportedOperationException("not from a window");
    }

    private record Open(BranchProfile profile) implements Branch {

        @Override
        public Path dataFolder() {
            return Path.of("data");
        }

        @Override
        public Path journalFolder() {
            return Path.of("journal");
        }

        @Override
        public Origin origin() {
            return new Origin("desk-1", "");
        }
    }
}
