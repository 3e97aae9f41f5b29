/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Optional;

import javax.net.ssl.SSLContext;

import org.carrel.model.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whom to believe that they are the library system: the certificate authorities that Java comes with, those that an
 * administrator of this machine has added to the operating system, and those in the branch's own file. There is no way
 * to believe everybody.
 *
 * @param context  verifies certificates
 * @param obstacle present when the branch's file is of no use: a sentence that names it and says what to do. Nothing is
 *                 sent then
 */
record Trust(SSLContext context, Optional<String> obstacle) {

    private static final Logger LOG = LoggerFactory.getLogger(Trust.class);
    private static final Texts TEXTS = Texts.of(Trust.class);

    /** Whom the system trusts, and whom the certificates in {@code caFile} (PEM) vouch for. */
    static Trust with(Optional<Path> caFile) {
        if (caFile.isEmpty()) {
            return of(List.of(), Optional.empty());
        }
        try {
            return of(TrustAnchors.inFile(caFile.get()), Optional.empty());
        } catch (NoSuchFileException e) {
            return of(List.of(), Optional.of(TEXTS.get("caFile.missing", caFile.get())));
        } catch (IOException e) {
            LOG.warn("{} cannot be read", caFile.get(), e);
            return of(List.of(), Optional.of(TEXTS.get("caFile.unreadable", caFile.get())));
        } catch (CertificateException e) {
            LOG.warn("{} does not hold certificates", caFile.get(), e);
            return of(List.of(), Optional.of(TEXTS.get("caFile.damaged", caFile.get())));
        }
    }

    private static Trust of(List<Certificate> own, Optional<String> obstacle) {
        try {
            return new Trust(TrustAnchors.contextWith(own), obstacle);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("this Java has no usable trust store", e);
        }
    }
}
