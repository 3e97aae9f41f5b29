/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keys as PEM (RFC 7468): {@code PUBLIC KEY}, {@code PRIVATE KEY} and {@code ENCRYPTED PRIVATE KEY}, as other programs
 * read and write them too.
 */
public final class PemFile {

    /** Far more than any key needs. */
    public static final int MAX_BYTES = 64 * 1024;

    private static final Pattern BLOCK = Pattern
            .compile("-----BEGIN ([A-Z ]{3,40})-----\\s([A-Za-z0-9+/=\\s]{1,65536}+)-----END \\1-----");
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] { '\n' });

    private PemFile() {}

    public static byte[] of(RSAPublicKey key) {
        return block("PUBLIC KEY", key.getEncoded());
    }

    /** The public key in {@code pem}; empty when there is none. */
    public static Optional<RSAPublicKey> publicKey(byte[] pem) {
        return find(pem, "PUBLIC KEY").flatMap(PemFile::rsa);
    }

    /** The public key that {@code encoded} is; empty when it is none. */
    public static Optional<RSAPublicKey> rsa(byte[] encoded) {
        try {
            return Optional.of(KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded)))
                    .filter(RSAPublicKey.class::isInstance).map(RSAPublicKey.class::cast);
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    /** The private half, encrypted under {@code passphrase}, which is ASCII. */
    public static byte[] encrypted(PrivateKey key, char[] passphrase, int rounds) {
        byte[] clear = key.getEncoded();
        try {
            return block("ENCRYPTED PRIVATE KEY", EncryptedKey.encrypt(clear, passphrase, rounds));
        } finally {
            Arrays.fill(clear, (byte) 0);
        }
    }

    /** Whether there is a private key in {@code pem} at all, encrypted or not. */
    public static boolean holdsPrivateKey(byte[] pem) {
        return find(pem, "ENCRYPTED PRIVATE KEY").or(() -> find(pem, "PRIVATE KEY")).isPresent();
    }

    /** The private key in {@code pem}; empty when it is damaged or the passphrase is wrong. */
    public static Optional<PrivateKey> privateKey(byte[] pem, char[] passphrase) {
        Optional<byte[]> sealed = find(pem, "ENCRYPTED PRIVATE KEY");
        Optional<byte[]> clear = sealed.isPresent() ? EncryptedKey.decrypt(sealed.get(), passphrase)
                : find(pem, "PRIVATE KEY");
        return clear.flatMap(PemFile::pkcs8);
    }

    private static Optional<PrivateKey> pkcs8(byte[] encoded) {
        try {
            return Optional.of(KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        } finally {
            Arrays.fill(encoded, (byte) 0);
        }
    }

    private static byte[] block(String label, byte[] der) {
        byte[] lines = LINES.encode(der);
        byte[] begin = ("-----BEGIN " + label + "-----\n").getBytes(StandardCharsets.US_ASCII);
        byte[] end = ("\n-----END " + label + "-----\n").getBytes(StandardCharsets.US_ASCII);
        byte[] pem = Arrays.copyOf(begin, begin.length + lines.length + end.length);
        System.arraycopy(lines, 0, pem, begin.length, lines.length);
        System.arraycopy(end, 0, pem, begin.length + lines.length, end.length);
        return pem;
    }

    private static Optional<byte[]> find(byte[] pem, String label) {
        if (pem.length > MAX_BYTES) {
            return Optional.empty();
        }
        Matcher block = BLOCK.matcher(new String(pem, StandardCharsets.ISO_8859_1));
        while (block.find()) {
            if (block.group(1).equals(label)) {
                try {
                    return Optional.of(Base64.getMimeDecoder().decode(block.group(2)));
                } catch (IllegalArgumentException e) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }
}
