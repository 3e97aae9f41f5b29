/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model.trust;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Collects the certificates from which trust begins. */
final class TrustAnchors {

    private static final int LONGEST = 4 * 1024 * 1024;

    /** What only an administrator can add to. On Linux, Java's own store stands for the system's. */
    private static final List<String> SYSTEM_STORES = List.of("Windows-ROOT-LOCALMACHINE", "KeychainStore-ROOT");

    private TrustAnchors() {}

    /**
     * The certificates in a PEM file, one or more.
     *
     * @throws IOException          when it cannot be read
     * @throws CertificateException when it is not that
     */
    static List<Certificate> inFile(Path pem) throws IOException, CertificateException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(pem)) {
            bytes = in.readNBytes(LONGEST + 1);
        }
        if (bytes.length > LONGEST) {
            throw new CertificateException("longer than " + LONGEST + " bytes");
        }
        List<Certificate> certificates = List.copyOf(CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(bytes)));
        if (certificates.isEmpty()) {
            throw new CertificateException("no certificate in it");
        }
        return certificates;
    }

    /**
     * TLS that trusts Java's store, the operating system's, and {@code own}.
     *
     * @param trouble told why the operating system's cannot be read; Java's own are used then
     */
    static SSLContext contextWith(List<Certificate> own, Consumer<Exception> trouble)
            throws GeneralSecurityException, IOException {
        SSLContext context = SSLContext.getInstance("TLS");
        List<Certificate> system = ofSystem(trouble);
        if (own.isEmpty() && system.isEmpty()) {
            context.init(null, null, null);
            return context;
        }
        List<Certificate> all = withSystem(own, system);
        KeyStore anchors = KeyStore.getInstance("PKCS12");
        anchors.load(null, null);
        for (int i = 0; i < all.size(); i++) {
            anchors.setCertificateEntry("anchor-" + i, all.get(i));
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(anchors);
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    static List<Certificate> withSystem(List<Certificate> own, List<Certificate> system)
            throws GeneralSecurityException {
        List<Certificate> all = new ArrayList<>(ofJava());
        all.addAll(system);
        all.addAll(own);
        return all;
    }

    static List<Certificate> ofJava() throws GeneralSecurityException {
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init((KeyStore) null);
        List<Certificate> found = new ArrayList<>();
        for (TrustManager manager : managers.getTrustManagers()) {
            if (manager instanceof X509TrustManager x509) {
                found.addAll(List.of(x509.getAcceptedIssuers()));
            }
        }
        return found;
    }

    private static List<Certificate> ofSystem(Consumer<Exception> trouble) {
        List<Certificate> found = new ArrayList<>();
        for (String type : SYSTEM_STORES) {
            Optional<KeyStore> store = store(type);
            try {
                if (store.isPresent()) {
                    store.get().load(null, null);
                    for (String alias : Collections.list(store.get().aliases())) {
                        Optional.ofNullable(store.get().getCertificate(alias)).ifPresent(found::add);
                    }
                }
            } catch (GeneralSecurityException | IOException e) {
                trouble.accept(e);
            }
        }
        return found;
    }

    /** Empty on another operating system. */
    private static Optional<KeyStore> store(String type) {
        try {
            return Optional.of(KeyStore.getInstance(type));
        } catch (KeyStoreException e) {
            return Optional.empty();
        }
    }
}
