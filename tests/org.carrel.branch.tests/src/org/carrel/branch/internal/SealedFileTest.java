/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;

import org.carrel.branch.BranchOpening;
import org.carrel.branch.KeyAnswer;
import org.carrel.branch.NewKeys;
import org.carrel.branch.SealedBranch;
import org.carrel.branch.SignInAnswer;
import org.carrel.branch.UnsealedBranch;
import org.carrel.branch.internal.crypto.Crypto;
import org.carrel.branch.internal.crypto.RecoveryKeys;
import org.carrel.branch.internal.crypto.RootKey;
import org.carrel.model.port.PasswordCheck;
import org.carrel.testkit.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedFileTest {

    private static final char[] ANN = "ann's password".toCharArray();

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock("2026-11-22T12:00:00Z");
    private SealedBranch branch;
    private byte[] sound;

    @BeforeEach
    void prepare() throws IOException {
        branch = Sealing.sealed(folder, clock, Publishing.NOBODY);
        assertInstanceOf(KeyAnswer.Done.class, branch.grant(Sealing.password(), "Ann", ANN));
        sound = Files.readAllBytes(branch.file());
    }

    /** Puts {@code content} in the file's place; gives what signing in says. */
    private SignInAnswer signInWith(byte[] content) throws IOException {
        Files.write(branch.file(), content);
        SignInAnswer answer = branch.signIn(Sealing.PASSWORD, "");
        branch.signOut();
        return answer;
    }

    private String refusal(String changed) throws IOException {
        return assertInstanceOf(SignInAnswer.Refused.class, signInWith(withChecksum(changed))).sentence();
    }

    /** What somebody would write who knows the format but not the key. */
    private static byte[] withChecksum(String changed) {
        String above = changed.substring(0, changed.lastIndexOf("check: "));
        return (above + "check: " + HexFormat.of().formatHex(Crypto.sha256(above.getBytes(StandardCharsets.UTF_8)))
                + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private String text() {
        return new String(sound, StandardCharsets.UTF_8);
    }

    @Test
    void people_can_look_at_the_file_and_find_no_secret_in_it() {
        assertTrue(text().contains("function: PBKDF2-HMAC-SHA-512\n    rounds: 10\n"), this::text);
        assertTrue(text().contains("  - name: \"Ann\"\n    since: \"2026-11-22T12:00:00Z\"\n"), this::text);
        assertTrue(text().contains("  algorithm: RSA-OAEP-SHA-256\n"), this::text);
        for (char[] secret : List.of(Sealing.PASSWORD, ANN, Sealing.SECRET)) {
            assertFalse(text().contains(new String(secret)));
            assertFalse(text().contains(Base64.getEncoder().withoutPadding()
                    .encodeToString(Crypto.utf8(secret)).substring(0, 12)));
        }
    }

    @Test
    void a_change_of_any_byte_is_refused_and_no_password_is_counted_as_wrong() throws IOException {
        for (int at = 0; at < sound.length; at++) {
            byte[] changed = sound.clone();
            changed[at] ^= 1;
            SignInAnswer answer = signInWith(changed);
            int place = at;
            assertInstanceOf(SignInAnswer.Refused.class, answer, () -> "byte " + place);
        }
        SignInAnswer.Accepted accepted = assertInstanceOf(SignInAnswer.Accepted.class, signInWith(sound));
        assertEquals(0, accepted.wrongBefore());
    }

    @Test
    void a_file_that_is_cut_off_anywhere_is_refused() throws IOException {
        for (int length = 0; length < sound.length; length += 7) {
            assertInstanceOf(SignInAnswer.Refused.class, signInWith(Arrays.copyOf(sound, length)));
        }
        assertInstanceOf(SignInAnswer.Refused.class, signInWith(Arrays.copyOf(sound, sound.length + 1)));
    }

    @Test
    void whoever_changes_a_character_and_mends_the_checksum_gets_nowhere() throws IOException {
        String text = text();
        int end = text.lastIndexOf("check: ");
        for (int at = 0; at < end; at += 3) {
            char c = text.charAt(at);
            if (!Character.isLetterOrDigit(c)) {
                continue;
            }
            char other = c == 'A' ? 'B' : c == '9' ? '8' : Character.isDigit(c) ? '9' : 'A';
            SignInAnswer answer = signInWith(withChecksum(text.substring(0, at) + other + text.substring(at + 1)));
            int place = at;
            assertFalse(answer instanceof SignInAnswer.Accepted, () -> text.substring(Math.max(0, place - 20), place));
            clock.advance(Duration.ofMinutes(5));
        }
    }

    @Test
    void a_password_that_was_taken_out_or_put_back_by_hand_is_noticed() throws IOException {
        int ann = text().indexOf("  - name: \"Ann\"");
        String without = text().substring(0, ann) + text().substring(text().indexOf("recovery:"));
        assertTrue(refusal(without).contains("who does not have its key"));

        assertInstanceOf(SignInAnswer.Accepted.class, signInWith(sound));
        assertInstanceOf(KeyAnswer.Done.class, branch.revoke(Sealing.password(), "Ann"));
        String revoked = Files.readString(branch.file());
        String back = revoked.replace("recovery:\n",
                text().substring(ann, text().indexOf("recovery:")) + "recovery:\n");
        Files.write(branch.file(), withChecksum(back));
        assertInstanceOf(SignInAnswer.Refused.class, branch.signIn(ANN, ""));
        assertInstanceOf(PasswordCheck.Answer.Unusable.class, branch.confirm(Sealing.PASSWORD));
        assertInstanceOf(KeyAnswer.Refused.class, branch.rekey(Sealing.password(), NewKeys.NONE));
        assertInstanceOf(KeyAnswer.Refused.class, branch.rekey(Sealing.recovery(folder), NewKeys.NONE));
        assertArrayEquals(withChecksum(back), Files.readAllBytes(branch.file()),
                "left alone for whoever looks into it");
    }

    @Test
    void a_recovery_key_that_was_exchanged_is_noticed() throws IOException {
        KeyPair attacker = RecoveryKeys.fresh(2048);
        RecoverySeal theirs;
        try (RootKey guess = RootKey.fresh("main-library")) {
            theirs = RecoverySeal.of("main-library", (RSAPublicKey) attacker.getPublic(), guess);
        }
        String changed = text()
                .replaceAll("  public-key: .*",
                        "  public-key: " + Base64.getEncoder().encodeToString(theirs.publicKey()))
                .replaceAll("(?s)(  public-key: [^\\n]*\\n  key: )[^\\n]*",
                        "$1" + Base64.getEncoder().encodeToString(theirs.key()));
        assertNotEquals(text(), changed);
        assertTrue(refusal(changed).contains("who does not have its key"));
    }

    @Test
    void key_stretching_that_was_weakened_or_blown_up_is_refused_before_any_of_it_is_done() throws IOException {
        assertTrue(refusal(text().replace("rounds: 10\n", "rounds: 9\n")).contains("9 rounds"));
        assertTrue(refusal(text().replace("rounds: 10\n", "rounds: 999999999\n")).contains("999999999 rounds"));
    }

    @Test
    void the_product_accepts_no_fewer_than_600_000_rounds_and_4096_bits() throws Exception {
        assertEquals(600_000, Strength.REAL.rounds());
        assertFalse(Strength.REAL.accepts(599_999));
        assertFalse(Strength.REAL.accepts(10_000_001));
        assertEquals(4096, Strength.REAL.recoveryBits());
        SealException refused = assertThrows(SealException.class, () -> SealedText.read(sound, Strength.REAL));
        assertTrue(refused.getMessage().contains("10 rounds"), refused::getMessage);
    }

    @Test
    void a_file_of_another_branch_and_one_of_a_newer_carrel_are_named_as_such() throws IOException {
        Path other = folder.resolve("other");
        Files.createDirectories(other);
        Files.writeString(other.resolve("branch.yaml"), Profiles.changed("id: main-library", "id: east"));
        Path theirs = Sealing.sealed(other, clock, Publishing.NOBODY).file();
        assertTrue(assertInstanceOf(SignInAnswer.Refused.class, signInWith(Files.readAllBytes(theirs))).sentence()
                .contains("belongs to the branch \"east\""));
        assertTrue(refusal(text().replace("format: 1\n", "format: 2\n")).contains("newer Carrel"));
    }

    @Test
    void a_sealed_file_moved_to_another_branch_s_id_opens_nothing() throws IOException {
        Path other = folder.resolve("other");
        Files.createDirectories(other);
        Files.writeString(other.resolve("branch.yaml"), Profiles.changed("id: main-library", "id: east"));
        Files.write(other.resolve("branch.sealed"),
                withChecksum(text().replace("branch: main-library\n", "branch: east\n")));
        SealedBranch east = assertInstanceOf(BranchOpening.Locked.class,
                Sealing.open(other, clock, Publishing.NOBODY)).branch();
        assertInstanceOf(SignInAnswer.WrongPassword.class, east.signIn(Sealing.PASSWORD, ""));
    }

    @Test
    void whatever_is_in_the_file_signing_in_ends_in_an_answer() throws IOException {
        long seed = new Random().nextLong();
        System.out.println("sealed files, seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 1_500; round++) {
            byte[] content = random.nextInt(10) == 0 ? noise(random) : damaged(random);
            byte[] mended = random.nextBoolean() ? content : mend(content);
            SignInAnswer answer = signInWith(mended);
            assertFalse(answer instanceof SignInAnswer.Accepted && !Arrays.equals(mended, sound), "seed " + seed);
            branch.grants();
            branch.recoveryKey();
            clock.advance(Duration.ofMinutes(5));
        }
        assertInstanceOf(SignInAnswer.Accepted.class, signInWith(sound));
    }

    private static byte[] noise(Random random) {
        byte[] noise = new byte[random.nextInt(5_000)];
        random.nextBytes(noise);
        return noise;
    }

    /** Bytes changed, lines lost, doubled or swapped. */
    private byte[] damaged(Random random) {
        String[] lines = text().split("\n");
        UnaryOperator<String> any = line -> lines[random.nextInt(lines.length)];
        StringBuilder changed = new StringBuilder();
        for (String line : lines) {
            switch (random.nextInt(25)) {
                case 0 -> changed.append(any.apply(line)).append('\n');
                case 1 -> changed.append(line).append('\n').append(any.apply(line)).append('\n');
                case 2 -> changed.append("");
                case 3 -> changed.append(line, 0, random.nextInt(line.length() + 1)).append('\n');
                default -> changed.append(line).append('\n');
            }
        }
        return changed.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] mend(byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        return text.contains("check: ") ? withChecksum(text) : content;
    }

    @Test
    void nothing_is_sealed_over_a_file_that_is_there() {
        Path other = folder.resolve("other");
        UnsealedBranch unsealed = assertInstanceOf(BranchOpening.Unsealed.class,
                Sealing.open(other, clock, Publishing.NOBODY)).branch();
        Sealing.sealed(other, clock, Publishing.NOBODY);
        assertTrue(unsealed.seal(Sealing.PASSWORD, Optional.empty(), Sealing.existing(other)).toString()
                .contains("left alone"));
    }
}
