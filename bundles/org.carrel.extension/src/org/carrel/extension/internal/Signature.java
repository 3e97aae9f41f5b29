/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.extension.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

import org.slf4j.LoggerFactory;

/** Who has signed a jar, as {@code jarsigner} does: every file in it, or else nobody. */
sealed interface Signature {

    /** More than any bundle holds: what unpacks to more only keeps those busy who look at it. */
    long MOST_BYTES = 1024L * 1024 * 1024;
    int PIECE = 1 << 16;

    /** Nobody, or not all of it. */
    record Unsigned() implements Signature {}

    /** Something in it is not as it was signed. */
    record Broken() implements Signature {}

    /** There is no end of what is in it. */
    record Endless() implements Signature {}

    /** Everything in it is as one of these has signed it. */
    record Signed(List<CodeSigner> signers) implements Signature {

        /** Whose certificate the first of them has. */
        String by() {
            return signers.getFirst().getSignerCertPath().getCertificates().getFirst() instanceof X509Certificate one
                    ? one.getSubjectX500Principal().getName()
                    : "";
        }

        /**
         * Whether one of {@code trusted} is the certificate of a signer or has issued it, directly or not.
         *
         * @param now counts for a signature without a time stamp
         */
        boolean isTrusted(Collection<X509Certificate> trusted, Date now) {
            return signers.stream().anyMatch(signer -> Signature.isTrusted(signer, trusted, now));
        }
    }

    /** Files that hold signatures, or what is signed by them. */
    private static boolean isPartOfSignature(String name) {
        return name.matches("(?i)META-INF/(?:MANIFEST\\.MF|[^/]+\\.(?:SF|RSA|DSA|EC))");
    }

    /** Reads all of {@code file}. */
    static Signature of(Path file) throws IOException {
        return of(file, MOST_BYTES);
    }

    /** @param most how much may be in it */
    static Signature of(Path file, long most) throws IOException {
        Optional<Set<CodeSigner>> common = Optional.empty();
        long left = most;
        try (JarFile jar = new JarFile(file.toFile(), true)) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                if (entry.isDirectory() || isPartOfSignature(entry.getName())) {
                    continue;
                }
                left -= read(jar, entry, left);
                if (left < 0) {
                    return new Endless();
                }
                // Known only once the entry was read to its end.
                Set<CodeSigner> signers = entry.getCodeSigners() == null ? new HashSet<>()
                        : new HashSet<>(Arrays.asList(entry.getCodeSigners()));
                common.ifPresent(signers::retainAll);
                if (signers.isEmpty()) {
                    return new Unsigned();
                }
                common = Optional.of(signers);
            }
        } catch (SecurityException e) {
            LoggerFactory.getLogger(Signature.class).warn("The signature of {} is broken", file, e);
            return new Broken();
        }
        return common.<Signature>map(signers -> new Signed(List.copyOf(signers))).orElseGet(Unsigned::new);
    }

    /** Reads {@code entry}, or a little more than {@code most} of it; how much that was. */
    private static long read(JarFile jar, JarEntry entry, long most) throws IOException {
        byte[] piece = new byte[PIECE];
        long all = 0;
        try (InputStream in = jar.getInputStream(entry)) {
            for (int length = in.read(piece); length >= 0 && all <= most; length = in.read(piece)) {
                all += length;
            }
        }
        return all;
    }

    /** The certificates in a file (PEM). */
    static List<X509Certificate> certificates(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast).toList();
        } catch (GeneralSecurityException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static boolean isTrusted(CodeSigner signer, Collection<X509Certificate> trusted, Date now) {
        Date at = signer.getTimestamp() == null ? now : signer.getTimestamp().getTimestamp();
        try {
            if (signer.getSignerCertPath().getCertificates().getFirst() instanceof X509Certificate own
                    && trusted.contains(own)) {
                own.checkValidity(at);
                return true;
            }
            PKIXParameters how = new PKIXParameters(
                    trusted.stream().map(one -> new TrustAnchor(one, null)).collect(Collectors.toSet()));
            how.setRevocationEnabled(false);
            how.setDate(at);
            CertPathValidator.getInstance("PKIX").validate(signer.getSignerCertPath(), how);
            return true;
        } catch (GeneralSecurityException e) {
            LoggerFactory.getLogger(Signature.class).info("A signer is not trusted: {}", e.getMessage());
            return false;
        }
    }
}
