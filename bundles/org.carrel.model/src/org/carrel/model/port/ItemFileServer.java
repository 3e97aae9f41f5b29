/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model.port;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

import org.carrel.model.port.ItemSnapshots.Monitor;

/** Fetches item files from where the library system leaves them. A service; safe for use by several threads. */
public interface ItemFileServer {

    /**
     * Where item files are left, and how to get in.
     *
     * @param host    a name or an address
     * @param port    1 to 65535; 22 as a rule
     * @param user    who signs in
     * @param hostKey the server's own key, as a line of a {@code known_hosts} file has it behind the name: its type and
     *                the key, for instance {@code ssh-ed25519 AAAA…}. No other server is talked to
     * @param folder  on the server
     * @param pattern which files there, with {@code *} and {@code ?}
     * @param keyFile a private key to sign in with; the secret is its passphrase then. Empty: the secret is a password
     */
    record Place(String host, int port, String user, String hostKey, String folder, String pattern,
            Optional<Path> keyFile) {
        public Place {
            Objects.requireNonNull(host, "host");
            if (port < 1 || port > 65_535) {
                throw new IllegalArgumentException("port " + port);
            }
            Objects.requireNonNull(user, "user");
            Objects.requireNonNull(hostKey, "hostKey");
            Objects.requireNonNull(folder, "folder");
            Objects.requireNonNull(pattern, "pattern");
            Objects.requireNonNull(keyFile, "keyFile");
        }
    }

    /**
     * Fetches the newest file: the one whose name has the latest day, or, when none has one, the one changed last. It
     * is in {@code into} as a whole or not at all; a file of that name that is there already is replaced.
     *
     * @param secret a password or a passphrase; empty when the private key has none. The caller overwrites it
     */
    Fetched fetchNewest(Place place, char[] secret, Path into, Monitor monitor);

    /** How fetching ended. */
    sealed interface Fetched {

        /** The file is there. */
        record Done(Path file) implements Fetched {
            public Done {
                Objects.requireNonNull(file, "file");
            }
        }

        /** Somebody stopped it; nothing is there. */
        record Cancelled() implements Fetched {}

        /** Nothing is there. @param sentence what happened and what to do */
        record Failed(String sentence) implements Fetched {
            public Failed {
                Objects.requireNonNull(sentence, "sentence");
            }
        }
    }
}
