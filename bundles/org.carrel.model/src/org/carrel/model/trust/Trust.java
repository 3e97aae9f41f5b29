/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model.trust;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.net.ssl.SSLContext;

import org.carrel.model.Texts;

/**
 * Whom to believe that they are the library system: the certificate authorities that Java comes with, those that an
 * administrator of this machine has added to the operating system, and those in the branch's own file. There is no way
 * to believe everybody.
 *
 * @param context  verifies certificates
 * @param obstacle present when the branch's file is of no use: a sentence that names it and says what to do. Nothing
 *                 may be sent then
 * @param trouble  what went wrong on the way, for the log
 */
public record Trust(SSLContext context, Optional<String> obstacle, List<Exception> trouble) {

    private static final Texts TEXTS = Texts.of(Trust.class);

    public Trust {
        trouble = List.copyOf(trouble);
    }

    /** Whom the system trusts, and whom the certificates in {@code caFile} (PEM) vouch for. */
    public static Trust with(Optional<Path> caFile) {
        if (caFile.isEmpty()) {
            return of(List.of(), Optional.empty(), List.of());
        }
        try {
            return of(TrustAnchors.inFile(caFile.get()), Optional.empty(), List.of());
        } catch (NoSuchFileException e) {
            return of(List.of(), Optional.of(TEXTS.get("caFile.missing", caFile.get())), List.of());
        } catch (IOException e) {
            return of(List.of(), Optional.of(TEXTS.get("caFile.unreadable", caFile.get())), List.of(e));
        } catch (CertificateException e) {
            return of(List.of(), Optional.of(TEXTS.get("caFile.damaged", caFile.get())), List.of(e));
        }
    }

    private static Trust of(List<Certificate> own, Optional<String> obstacle, List<Exception> trouble) {
        List<Exception> all = new ArrayList<>(trouble);
        try {
            return new Trust(TrustAnchors.contextWith(own, all::add), obstacle, all);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("this Java has no usable trust store", e);
        }
    }
}
