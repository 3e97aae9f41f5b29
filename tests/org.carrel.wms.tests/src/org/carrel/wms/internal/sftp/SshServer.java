/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal.sftp;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.carrel.model.port.ItemFileServer.Place;

/** A file server on this machine alone, with keys and a password of its own. */
final class SshServer implements AutoCloseable {

    static final String USER = "library";
    static final String PASSWORD = "p\u00E4ss word";

    private final org.apache.sshd.server.SshServer server = org.apache.sshd.server.SshServer.setUpDefaultServer();
    private final Path folder;
    private final Map<String, KeyPair> keys = new HashMap<>();
    /** Each attempt to sign in. */
    final List<String> attempts = new ArrayList<>();

    private SshServer(Path folder) {
        this.folder = folder;
    }

    static SshServer start(Path folder) throws IOException, GeneralSecurityException {
        SshServer started = new SshServer(folder);
        for (String name : List.of("host", "user", "other", "locked")) {
            started.makeKey(name);
        }
        started.server.setHost("127.0.0.1");
        started.server.setPort(0);
        started.server.setKeyPairProvider(KeyPairProvider.wrap(started.keys.get("host")));
        started.server.setPasswordAuthenticator((user, password, session) -> {
            started.attempts.add("password");
            return user.equals(USER) && password.equals(PASSWORD);
        });
        started.server.setPublickeyAuthenticator((user, key, session) -> {
            started.attempts.add("key");
            return user.equals(USER) && (KeyUtils.compareKeys(key, started.keys.get("user").getPublic())
                    || KeyUtils.compareKeys(key, started.keys.get("locked").getPublic()));
        });
        started.server.setSubsystemFactories(List.of(new SftpSubsystemFactory.Builder().build()));
        started.server.start();
        return started;
    }

    private void makeKey(String name) throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        keys.put(name, pair);
        OpenSSHKeyEncryptionContext passphrase = null;
        if (name.equals("locked")) {
            passphrase = new OpenSSHKeyEncryptionContext();
            passphrase.setPassword("open sesame");
            passphrase.setCipherType("256");
        }
        try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, name, passphrase, out);
        }
    }

    /** The type and the key, as a profile has them. */
    String hostKey(String name) {
        return PublicKeyEntry.toString(keys.get(name).getPublic());
    }

    /** Where one signs in with a key. */
    Place place(Path remote, String pattern, String key) {
        return place(remote, pattern, Optional.of(folder.resolve(key)));
    }

    /** Where one signs in with a password. */
    Place place(Path remote, String pattern) {
        return place(remote, pattern, Optional.empty());
    }

    private Place place(Path remote, String pattern, Optional<Path> key) {
        return new Place("127.0.0.1", server.getPort(), USER, hostKey("host"), remote.toString(), pattern, key);
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}
