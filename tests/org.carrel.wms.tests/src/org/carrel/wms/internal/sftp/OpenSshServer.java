/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal.sftp;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.carrel.model.port.ItemFileServer.Place;
import org.junit.jupiter.api.Assumptions;

/**
 * OpenSSH's server on this machine alone, with keys of its own, letting in who runs the tests. Where it is not
 * installed, or may not run, the tests that want it are skipped and say so. {@code CARREL_SSHD} names another one
 * than Debian's.
 */
final class OpenSshServer implements AutoCloseable {

    private final Process process;
    private final Path folder;
    private final int port;

    private OpenSshServer(Process process, Path folder, int port) {
        this.process = process;
        this.folder = folder;
        this.port = port;
    }

    static OpenSshServer start(Path folder) throws IOException, InterruptedException {
        Path sshd = Path.of(Optional.ofNullable(System.getenv("CARREL_SSHD")).orElse("/usr/sbin/sshd"));
        Assumptions.assumeTrue(Files.isExecutable(sshd), "needs Debian's openssh-server, which is not installed");
        makeKey(folder.resolve("host"), "");
        makeKey(folder.resolve("user"), "");
        makeKey(folder.resolve("other"), "");
        makeKey(folder.resolve("locked"), "open sesame");
        Files.writeString(folder.resolve("authorized"), Files.readString(folder.resolve("user.pub"))
                + Files.readString(folder.resolve("locked.pub")));
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path configuration = Files.writeString(folder.resolve("sshd_config"),
                String.join("\n", "ListenAddress 127.0.0.1", "Port " + port, "HostKey " + folder.resolve("host"),
                        "AuthorizedKeysFile " + folder.resolve("authorized"), "StrictModes no", "UsePAM no",
                        "PidFile none", "PasswordAuthentication no", "KbdInteractiveAuthentication no",
                        "Subsystem sftp internal-sftp", ""));
        Process process = new ProcessBuilder(sshd.toString(), "-D", "-e", "-f", configuration.toString())
                .redirectErrorStream(true).start();
        StringBuilder said = new StringBuilder();
        BufferedReader output = process.inputReader();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.contains("Server listening")) {
                // Its output is read on, so that it never waits for somebody who does.
                Thread.ofVirtual().start(() -> output.lines().forEach(more -> {}));
                return new OpenSshServer(process, folder, port);
            }
            said.append(line).append(' ');
        }
        process.destroyForcibly();
        return Assumptions.abort("OpenSSH's server does not run here: " + said);
    }

    private static void makeKey(Path file, String passphrase) throws IOException, InterruptedException {
        Process keygen;
        try {
            keygen = new ProcessBuilder("ssh-keygen", "-q", "-t", "ed25519", "-N", passphrase, "-f", file.toString())
                    .redirectErrorStream(true).start();
        } catch (IOException e) {
            Assumptions.abort("needs Debian's openssh-client, which is not installed");
            return;
        }
        if (!keygen.waitFor(30, TimeUnit.SECONDS) || keygen.exitValue() != 0) {
            throw new IOException("ssh-keygen: " + new String(keygen.getInputStream().readAllBytes()));
        }
    }

    /** The type and the key, as a profile has them. */
    String hostKey(String name) throws IOException {
        List<String> words = List.of(Files.readString(folder.resolve(name + ".pub")).strip().split(" "));
        return words.get(0) + " " + words.get(1);
    }

    Place place(Path remote, String pattern, String key) throws IOException {
        return new Place("127.0.0.1", port, System.getProperty("user.name"), hostKey("host"), remote.toString(),
                pattern, Optional.of(folder.resolve(key)));
    }

    @Override
    public void close() throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
    }
}
