/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import org.carrel.branch.BranchOpener;
import org.carrel.branch.BranchOpening;
import org.carrel.branch.KeyAnswer;
import org.carrel.branch.NewKeys;
import org.carrel.branch.Proof;
import org.carrel.branch.RecoveryKey;
import org.carrel.branch.SealedBranch;
import org.carrel.branch.SignInAnswer;
import org.carrel.branch.UnsealedBranch;
import org.carrel.model.CheckIn;
import org.carrel.model.CheckOut;
import org.carrel.model.QueueEntry;
import org.carrel.model.TransactionId;
import org.carrel.model.TransactionIds;
import org.carrel.model.TransactionState;
import org.carrel.model.UploadRun;
import org.carrel.model.port.Branch;
import org.carrel.model.port.QueueQuery;
import org.carrel.model.port.Secrets;
import org.carrel.practice.PracticeBarcodes;
import org.carrel.practice.PracticeServer;
import org.carrel.store.Store;
import org.carrel.sync.UploadMonitor;
import org.carrel.testkit.TestClock;
import org.carrel.testkit.Traces;
import org.carrel.wms.WmsConnection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With real keys, an encrypted queue and a library system over HTTP: nothing that waits is lost to a key. */
@DisplayName("What waits is uploaded after")
class RekeyUploadTest {

    private static final char[] PASSWORD = "correct horse".toCharArray();
    private static final char[] NEW_PASSWORD = "another horse".toCharArray();
    private static final char[] PASSPHRASE = "battery staple".toCharArray();
    private static final char[] SECRET = "quince marmalade".toCharArray();

    @TempDir
    static Path made;

    private static PracticeServer server;
    private static volatile String acceptedSecret = "";
    /** Each test lends others: they share a library. */
    private static int items;

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock(Clock.systemUTC().instant().toString());
    private Optional<Secrets> secrets = Optional.empty();

    /** Making a recovery key and sealing takes seconds: once for all. */
    @BeforeAll
    static void seal() throws IOException {
        server = PracticeServer.builder().clock(Clock.systemUTC())
                .wsKey("public-half", () -> Optional.of(acceptedSecret.toCharArray())).build();
        server.bringUp();
        Files.writeString(made.resolve("branch.yaml"), """
                branch:
                  id: main
                  name: Main Library
                  time-zone: Europe/Amsterdam
                  registry-id: "900001"
                  institution-registry-id: "900000"
                library-system:
                  ncip-address: %s
                  token-address: %s
                sign-in:
                  wskey: public-half
                due-dates:
                  presets:
                    - label: +1 day
                      after: 1 day
                """.formatted(server.ncip(), server.token()));
        UnsealedBranch unsealed = ((BranchOpening.Unsealed) new BranchOpener(Clock.systemUTC())
                .open(Optional.of(made.resolve("branch.yaml")), made.resolve("data"))).branch();
        assertInstanceOf(UnsealedBranch.Answer.Sealed.class, unsealed.seal(PASSWORD, Optional.of(SECRET),
                new RecoveryKey.Fresh(made.resolve("safe.pem"), PASSPHRASE)));
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @BeforeEach
    void record() throws IOException {
        acceptedSecret = new String(SECRET);
        server.misbehave("");
        for (String name : new String[] { "branch.yaml", "branch.sealed" }) {
            Files.copy(made.resolve(name), folder.resolve(name));
        }
        working(PASSWORD, (branch, store) -> {
            TransactionIds ids = new TransactionIds(Clock.systemUTC());
            Instant now = clock.instant();
            store.add(new CheckOut(ids.next(), PracticeBarcodes.patron(1), PracticeBarcodes.item(++items),
                    now.plus(Duration.ofDays(7)), now, branch.origin()));
            store.add(new CheckIn(ids.next(), PracticeBarcodes.item(++items), now, branch.origin()));
        });
    }

    /** What the day left behind on the disk: the profile in clear, and nothing that anybody could misuse. */
    @AfterEach
    void nothing_lies_in_clear() throws IOException {
        assertFalse(Traces.of("Main Library").in(folder).isEmpty(), "the search finds what is there");
        for (String secret : List.of(new String(PASSWORD), new String(NEW_PASSWORD), new String(PASSPHRASE),
                new String(SECRET), acceptedSecret, PracticeBarcodes.patron(1).value())) {
            assertEquals(List.of(), Traces.of(secret).in(folder));
        }
    }

    private interface Work {
        void with(Branch branch, Store store);
    }

    private SealedBranch locked() {
        return assertInstanceOf(BranchOpening.Locked.class, new BranchOpener(clock, opened -> {
            secrets = Optional.of(opened);
        }).open(Optional.of(folder.resolve("branch.yaml")), folder.resolve("data"))).branch();
    }

    private void working(char[] password, Work work) {
        SealedBranch sealed = locked();
        Branch branch = assertInstanceOf(SignInAnswer.Accepted.class, sealed.signIn(password, "")).branch();
        try (Store store = new Store(branch, clock)) {
            work.with(branch, store);
        } finally {
            sealed.signOut();
        }
    }

    private static int waiting(Store store) {
        return store.counts().entrySet().stream().filter(state -> state.getKey().isPending())
                .mapToInt(Map.Entry::getValue).sum();
    }

    private UploadRun upload(Branch branch, Store store) {
        try (WmsConnection connection = WmsConnection.open(branch, secrets.orElseThrow(), clock)) {
            return new UploadService(store, connection, branch, clock, UploadServiceTest.HASTY)
                    .run(UploadMonitor.SILENT);
        }
    }

    private void uploadsAll(char[] password, Predicate<Branch> expected) {
        working(password, (branch, store) -> {
            assertTrue(expected.test(branch), () -> branch.profile().signIn().toString());
            UploadRun run = upload(branch, store);
            assertEquals(Map.of(TransactionState.UPLOADED, 2), store.counts(), run::detail);
        });
    }

    private void rekeyed(Proof proof, NewKeys keys) {
        assertInstanceOf(KeyAnswer.Done.class, locked().rekey(proof, keys));
    }

    @Test
    void a_forgotten_password_was_replaced_with_the_recovery_key() {
        rekeyed(new Proof.RecoveryFile(made.resolve("safe.pem"), PASSPHRASE), NewKeys.NONE.withPassword(NEW_PASSWORD));
        assertInstanceOf(SignInAnswer.WrongPassword.class, locked().signIn(PASSWORD, ""));
        clock.advance(Duration.ofMinutes(5));
        uploadsAll(NEW_PASSWORD, branch -> true);
    }

    @Test
    void an_expired_key_got_a_new_secret() {
        acceptedSecret = "medlar jelly";
        working(PASSWORD, (branch, store) -> {
            assertEquals(Optional.of(UploadRun.Ending.SIGN_IN_REFUSED), upload(branch, store).ending());
            assertEquals(2, waiting(store));
        });
        clock.advance(Duration.ofMinutes(10));
        rekeyed(new Proof.Password(PASSWORD), NewKeys.NONE.withWsKeySecret(acceptedSecret.toCharArray()));
        uploadsAll(PASSWORD, branch -> true);
    }

    @Test
    void a_user_to_act_as_who_vanished_was_replaced() {
        server.misbehave("ncip problem \"Agency Authentication Failed\" \"securityContext is null\"");
        working(PASSWORD, (branch, store) -> {
            UploadRun run = upload(branch, store);
            assertEquals(0, run.uploaded(), run::detail);
            List<TransactionId> refused = store.entries(store.index(QueueQuery.all())).stream().map(QueueEntry::id)
                    .toList();
            assertEquals(2, refused.size(), "nothing is gone");
            // What "Try again" does at the desk; it may be pressed before or after the keys are changed.
            store.retry(refused);
            assertEquals(2, waiting(store));
        });
        rekeyed(new Proof.Password(PASSWORD), NewKeys.NONE.withUserToActAs("somebody else", "urn:oclc:wms:da"));
        server.misbehave("");
        clock.advance(Duration.ofMinutes(10));
        uploadsAll(PASSWORD, branch -> branch.profile().signIn().principalId().equals("somebody else")
                && branch.profile().signIn().principalIdNs().equals("urn:oclc:wms:da"));
    }
}
