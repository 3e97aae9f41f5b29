/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.carrel.model.Texts;
import org.carrel.model.port.ItemFileServer;
import org.carrel.model.port.ItemFileServer.Fetched;
import org.carrel.model.port.ItemFileServer.Place;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fetches the newest item file from the server where the library system leaves it; opens no branch. */
@Command(name = "fetch")
final class InventoryFetch implements Callable<Integer> {

    private static final Texts TEXTS = Texts.of(InventoryFetch.class);
    private static final int HIGHEST_PORT = 65_535;

    /** Where OCLC lays the reports of a library, and how the item file is called there, over the years. */
    private static final String FOLDER = "/xfer/wms/reports";
    private static final String PATTERN = "*Item_Inventories*";

    private final Session session;

    @Parameters(index = "0", paramLabel = "FOLDER", descriptionKey = "fetch.into")
    private Path into;

    @Option(names = "--host", paramLabel = "HOST", required = true, descriptionKey = "fetch.host")
    private String host;

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "22", descriptionKey = "fetch.port")
    private int port;

    @Option(names = "--user", paramLabel = "USER", required = true, descriptionKey = "fetch.user")
    private String user;

    @Option(names = "--host-key", paramLabel = "KEY", required = true, descriptionKey = "fetch.hostKey")
    private String hostKey;

    @Option(names = "--folder", paramLabel = "FOLDER", defaultValue = FOLDER, descriptionKey = "fetch.folder")
    private String folder;

    @Option(names = "--pattern", paramLabel = "PATTERN", defaultValue = PATTERN, descriptionKey = "fetch.pattern")
    private String pattern;

    @Option(names = "--key-file", paramLabel = "FILE", descriptionKey = "fetch.keyFile")
    private Path keyFile;

    @Option(names = "--passphrase", descriptionKey = "fetch.passphrase")
    private boolean passphrase;

    InventoryFetch(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws CommandFailure {
        if (port < 1 || port > HIGHEST_PORT) {
            throw new CommandFailure(Exit.USAGE, TEXTS.get("fetch.badPort"));
        }
        Place place = new Place(host, port, user, hostKey, folder, pattern, Optional.ofNullable(keyFile));
        ItemFileServer server = session.itemFileServer();
        char[] secret = keyFile == null ? session.passwords().existing(TEXTS.get("fetch.askPassword", user, host))
                : passphrase ? session.passwords().existing(TEXTS.get("fetch.askPassphrase", keyFile)) : new char[0];
        try {
            return switch (server.fetchNewest(place, secret, into, new PercentProgress(session.terminal().err()))) {
                case Fetched.Done done -> {
                    session.terminal().out().println(done.file());
                    yield Exit.OK;
                }
                case Fetched.Unchanged same -> throw new IllegalStateException("nothing was known");
                case Fetched.Failed failed -> throw new CommandFailure(Exit.REFUSED, failed.sentence());
                case Fetched.Cancelled cancelled -> throw new CommandFailure(Exit.REFUSED,
                        TEXTS.get("fetch.cancelled"));
            };
        } finally {
            Arrays.fill(secret, '\0');
        }
    }
}
