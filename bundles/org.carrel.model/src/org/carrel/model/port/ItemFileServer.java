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
    default Fetched fetchNewest(Place place, char[] secret, Path into, Monitor monitor) {
        return fetchNewest(place, secret, Optional.empty(), into, monitor);
    }

    /**
     * The same, but for a file that is already {@code known}, which is not fetched again.
     *
     * @param known the mark of the file that was fetched last
     */
    Fetched fetchNewest(Place place, char[] secret, Optional<String> known, Path into, Monitor monitor);

    /** How fetching ended. */
    sealed interface Fetched {

        /**
         * The file is there.
         *
         * @param mark tells this file from others of its name: the same again when nobody has changed it on the server
         */
        record Done(Path file, String mark) implements Fetched {
            public Done {
                Objects.requireNonNull(file, "file");
                Objects.requireNonNull(mark, "mark");
            }
        }

        /** The newest file is the one that is known; nothing was fetched. @param name of that file */
        record Unchanged(String name) implements Fetched {
            public Unchanged {
                Objects.requireNonNull(name, "name");
            }
        }

        /** Somebody stopped it; nothing is there. */
        record Cancelled() implements Fetched {}

        /**
         * Nothing is there.
         *
         * @param sentence what happened and what to do
         * @param mayPass  whether the same may well work after a while; never so after a refused sign-in
         */
        record Failed(String sentence, boolean mayPass) implements Fetched {
            public Failed {
                Objects.requireNonNull(sentence, "sentence");
            }
        }
    }
}
