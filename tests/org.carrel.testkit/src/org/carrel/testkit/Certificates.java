/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.testkit;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate authority of a library's own, and a server's certificate from it, for the name {@code localhost}. Made
 * by the JDK's keytool, which is the only public way to make certificates with nothing but a JDK.
 */
public final class Certificates {

    private static final String PASSWORD = "not-a-secret";

    private final Path folder;
    private final Path caFile;

    private Certificates(Path folder) {
        this.folder = folder;
        this.caFile = folder.resolve("ca.pem");
    }

    /** Makes them in {@code folder}, in some seconds. */
    public static Certificates in(Path folder) throws Exception {
        Certificates made = new Certificates(folder);
        made.keytool("-genkeypair", "-alias", "ca", "-keyalg", "EC", "-dname", "CN=Example Library CA", "-ext",
                "bc:c=ca:true", "-validity", "2", "-keystore", made.path("ca.p12"));
        made.keytool("-exportcert", "-rfc", "-alias", "ca", "-keystore", made.path("ca.p12"), "-file",
                made.caFile.toString());
        made.keytool("-genkeypair", "-alias", "server", "-keyalg", "EC", "-dname", "CN=localhost", "-validity", "2",
                "-keystore", made.path("server.p12"));
        made.keytool("-certreq", "-alias", "server", "-keystore", made.path("server.p12"), "-file",
                made.path("server.csr"));
        made.keytool("-gencert", "-rfc", "-alias", "ca", "-keystore", made.path("ca.p12"), "-infile",
                made.path("server.csr"), "-outfile", made.path("server.pem"), "-ext", "SAN=dns:localhost", "-validity",
                "2");
        made.keytool("-importcert", "-noprompt", "-alias", "ca", "-keystore", made.path("server.p12"), "-file",
                made.caFile.toString());
        made.keytool("-importcert", "-noprompt", "-alias", "server", "-keystore", made.path("server.p12"), "-file",
                made.path("server.pem"));
        return made;
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private void keytool(String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        byte[] said = keytool.getInputStream().readAllBytes();
        if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
            throw new IllegalStateException("keytool: " + new String(said, StandardCharsets.UTF_8));
        }
    }

    /** The certificate of the authority, as the branch has it. */
    public Path caFile() {
        return caFile;
    }

    /** What the server shows. */
    public SSLContext server() throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve("server.p12"))) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
