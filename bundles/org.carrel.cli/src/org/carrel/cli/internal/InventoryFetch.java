/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.carrel.model.Texts;
import org.carrel.model.port.ItemFileServer.Fetched;
import org.carrel.model.port.ItemFileServer.Place;
import org.carrel.model.port.ItemFileUpdates;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Fetches the newest item file from the server where the library system leaves it: by the profile, and then imports it;
 * or by options into a folder, and then opens no branch.
 */
@Command(name = "fetch")
final class InventoryFetch implements Callable<Integer> {

    private static final Texts TEXTS = Texts.of(InventoryFetch.class);
    private static final int HIGHEST_PORT = 65_535;

    /** Where OCLC lays the reports of a library, and how the item file is called there, over the years. */
    private static final String FOLDER = "/xfer/wms/reports";
    private static final String PATTERN = "*Item_Inventories*";

    private final Session session;

    @Parameters(index = "0", arity = "0..1", paramLabel = "FOLDER", descriptionKey = "fetch.into")
    private Path into;

    @Option(names = "--due", descriptionKey = "fetch.due")
    private boolean due;

    @Option(names = "--accept-smaller", descriptionKey = "fetch.acceptSmaller")
    private boolean acceptSmaller;

    @Option(names = "--host", paramLabel = "HOST", descriptionKey = "fetch.host")
    private String host;

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "22", descriptionKey = "fetch.port")
    private int port;

    @Option(names = "--user", paramLabel = "USER", descriptionKey = "fetch.user")
    private String user;

    @Option(names = "--host-key", paramLabel = "KEY", descriptionKey = "fetch.hostKey")
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
        if (host == null && into == null && !(due && acceptSmaller)) {
            return byProfile();
        }
        if (into == null || due || acceptSmaller || host != null && (user == null || hostKey == null)) {
            throw new CommandFailure(Exit.USAGE, TEXTS.get("fetch.incomplete"));
        }
        if (port < 1 || port > HIGHEST_PORT) {
            throw new CommandFailure(Exit.USAGE, TEXTS.get("fetch.badPort"));
        }
        Place place = host == null ? profilePlace()
                : new Place(host, port, user, hostKey, folder, pattern, Optional.ofNullable(keyFile));
        char[] secret = host == null ? session.secrets().itemFilePassword().orElseGet(() -> new char[0])
                : asked(place);
        try {
            return switch (session.itemFileServer().fetchNewest(place, secret, into,
                    new PercentProgress(session.terminal().err()))) {
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

    private char[] asked(Place place) throws CommandFailure {
        if (place.keyFile().isEmpty()) {
            return session.passwords().existing(TEXTS.get("fetch.askPassword", user, host));
        }
        return passphrase ? session.passwords().existing(TEXTS.get("fetch.askPassphrase", keyFile)) : new char[0];
    }

    private Place profilePlace() throws CommandFailure {
        return session.branch().profile().itemFile().server()
                .orElseThrow(() -> new CommandFailure(Exit.USAGE, TEXTS.get("fetch.incomplete")));
    }

    /** Fetches and imports as the profile says. */
    private int byProfile() throws CommandFailure {
        ItemFileUpdates updates = session.itemFileUpdates();
        PercentProgress progress = new PercentProgress(session.terminal().err());
        ZoneId zone = session.branch().profile().zone();
        Optional<ItemFileUpdates.Last> last = due ? updates.runIfDue(progress)
                : Optional.of(updates.run(progress, acceptSmaller));
        if (last.isEmpty()) {
            session.terminal().out().println(updates.next()
                    .map(next -> TEXTS.get("fetch.notDue", Words.minutes(next, zone)))
                    .orElseGet(() -> TEXTS.get("fetch.neverDue")));
            return Exit.OK;
        }
        return switch (last.get().result()) {
            case IMPORTED, UNCHANGED -> {
                session.terminal().out().println(last.get().sentence());
                yield Exit.OK;
            }
            case HELD_BACK -> throw new CommandFailure(Exit.REFUSED,
                    TEXTS.get("fetch.heldBack", last.get().sentence()));
            case FAILED, CANCELLED, BUSY -> throw new CommandFailure(Exit.REFUSED, last.get().sentence());
        };
    }
}
