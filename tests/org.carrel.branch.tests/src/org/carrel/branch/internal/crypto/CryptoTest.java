/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

import org.carrel.model.port.DataKey.BrokenSealException;
import org.carrel.model.port.DataKey.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CryptoTest {

    private static final KeyPair PAIR = RecoveryKeys.fresh(2048);

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void hkdf_gives_what_rfc_5869_says() {
        byte[] extracted = Hkdf.extract(hex("000102030405060708090a0b0c"), hex("0b".repeat(22)));
        assertArrayEquals(hex("077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5"), extracted);
        assertArrayEquals(hex("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865"),
                Hkdf.expand(extracted, hex("f0f1f2f3f4f5f6f7f8f9"), 42));
        byte[] withoutSalt = Hkdf.extract(new byte[0], hex("0b".repeat(22)));
        assertArrayEquals(hex("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8"),
                Hkdf.expand(withoutSalt, new byte[0], 42));
    }

    @ParameterizedTest
    @ValueSource(strings = { "correct horse", "Über den Büchern", "日本語のパスワード", "\uD83D\uDCDA books" })
    void key_stretching_gives_what_the_platform_s_own_pbkdf2_gives(String password) throws GeneralSecurityException {
        byte[] salt = hex("00112233445566778899aabbccddeeff");
        byte[] platform = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                .generateSecret(new PBEKeySpec(password.toCharArray(), salt, 1_234, 256)).getEncoded();
        assertArrayEquals(platform, new KeyStretching(1_234, salt).key(password.toCharArray()));
    }

    @Test
    void an_empty_password_is_one_like_others() {
        assertEquals(32, KeyStretching.fresh(5).key(new char[0]).length);
    }

    @ParameterizedTest
    @EnumSource
    void what_is_sealed_for_a_purpose_opens_for_it_alone(Purpose purpose) throws BrokenSealException {
        try (RootKey key = RootKey.fresh("main")) {
            byte[] sealed = key.seal(purpose, bytes("patron"));
            assertArrayEquals(bytes("patron"), key.open(purpose, sealed));
            assertFalse(Arrays.equals(sealed, key.seal(purpose, bytes("patron"))), "no two are alike");
            for (Purpose other : Purpose.values()) {
                if (other != purpose) {
                    assertThrows(BrokenSealException.class, () -> key.open(other, sealed));
                    assertFalse(Arrays.equals(key.derive(purpose), key.derive(other)));
                }
            }
        }
    }

    @Test
    void every_changed_bit_of_what_is_sealed_is_noticed_and_so_is_what_is_cut_off() {
        try (RootKey key = RootKey.fresh("main")) {
            byte[] sealed = key.seal(Purpose.JOURNAL, bytes("a scan"));
            for (int bit = 0; bit < sealed.length * Byte.SIZE; bit++) {
                byte[] changed = sealed.clone();
                changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
                assertThrows(BrokenSealException.class, () -> key.open(Purpose.JOURNAL, changed));
            }
            for (int length = 0; length < sealed.length; length++) {
                byte[] cut = Arrays.copyOf(sealed, length);
                assertThrows(BrokenSealException.class, () -> key.open(Purpose.JOURNAL, cut));
            }
        }
    }

    @Test
    void the_same_root_is_another_key_at_another_branch() {
        byte[] root = Crypto.random(32);
        try (RootKey one = new RootKey("main", root.clone()); RootKey other = new RootKey("east", root.clone())) {
            assertFalse(Arrays.equals(one.derive(Purpose.QUEUE), other.derive(Purpose.QUEUE)));
            byte[] sealed = one.seal(Purpose.EXPORT, bytes("x"));
            assertThrows(BrokenSealException.class, () -> other.open(Purpose.EXPORT, sealed));
        }
    }

    @Test
    void a_key_stays_the_same_for_as_long_as_its_root() {
        byte[] root = hex("42".repeat(32));
        try (RootKey key = new RootKey("main", root.clone())) {
            assertEquals("53acdc353bc534c6", HexFormat.of().formatHex(key.derive(Purpose.QUEUE), 0, 8),
                    "changing how keys are derived makes every queue out there unreadable");
        }
    }

    @Test
    void a_closed_key_is_of_no_use() {
        byte[] root = Crypto.random(32);
        RootKey key = new RootKey("main", root);
        byte[] sealed = key.seal(Purpose.QUEUE, bytes("x"));
        key.close();
        assertArrayEquals(new byte[32], root, "overwritten");
        assertThrows(IllegalStateException.class, () -> key.derive(Purpose.QUEUE));
        assertThrows(IllegalStateException.class, () -> key.seal(Purpose.QUEUE, bytes("x")));
        assertThrows(IllegalStateException.class, () -> key.open(Purpose.QUEUE, sealed));
        assertThrows(IllegalStateException.class, key::root);
    }

    @Test
    void a_recovery_key_survives_its_file_and_opens_with_its_passphrase_alone() throws BrokenSealException {
        byte[] pem = PemFile.encrypted(PAIR.getPrivate(), "battery staple".toCharArray(), 1_000);
        assertTrue(new String(pem, StandardCharsets.US_ASCII).startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----\n"));
        assertEquals(Optional.empty(), PemFile.privateKey(pem, "battery stable".toCharArray()));

        byte[] sealed = RecoveryKeys.seal((RSAPublicKey) PAIR.getPublic(), bytes("here"), bytes("data key"));
        assertArrayEquals(bytes("data key"), RecoveryKeys.open(
                PemFile.privateKey(pem, "battery staple".toCharArray()).orElseThrow(), bytes("here"), sealed));
        assertThrows(BrokenSealException.class,
                () -> RecoveryKeys.open(PAIR.getPrivate(), bytes("elsewhere"), sealed));
    }

    @Test
    void public_and_private_keys_are_told_apart() {
        byte[] open = PemFile.of((RSAPublicKey) PAIR.getPublic());
        assertEquals(Optional.of(PAIR.getPublic()), PemFile.publicKey(open));
        assertFalse(PemFile.holdsPrivateKey(open));
        assertEquals(Optional.empty(), PemFile.privateKey(open, new char[0]));
        assertTrue(PemFile.holdsPrivateKey(PemFile.encrypted(PAIR.getPrivate(), "long enough".toCharArray(), 10)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----",
            "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----",
            "-----BEGIN PUBLIC KEY-----\nMIIB=AAA\n-----END PUBLIC KEY-----",
            "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMAAA\n-----END ENCRYPTED PRIVATE KEY-----" })
    void what_is_no_key_is_none(String pem) {
        assertEquals(Optional.empty(), PemFile.publicKey(bytes(pem)));
        assertEquals(Optional.empty(), PemFile.privateKey(bytes(pem), "whatever".toCharArray()));
    }

    @Test
    void parts_that_are_joined_stay_apart() {
        assertNotEquals(HexFormat.of().formatHex(Crypto.joined("ab", "c")),
                HexFormat.of().formatHex(Crypto.joined("a", "bc")));
    }
}
