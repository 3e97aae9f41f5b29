/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.carrel.branch.ProfileFiles;
import org.carrel.branch.ProfileRemark;
import org.carrel.model.Texts;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a new branch: a profile from the example, and its sealed file. */
@Command(name = "new")
final class BranchNew implements Callable<Integer> {

    private static final Texts TEXTS = Texts.of(BranchNew.class);

    private final Session session;
    private final Map<String, String> values = new LinkedHashMap<>();

    @Parameters(paramLabel = "FILE", descriptionKey = "new.file")
    private Path file;

    @Mixin
    private Sealing sealing;

    BranchNew(Session session) {
        this.session = session;
    }

    @Option(names = "--id", paramLabel = "ID", required = true, descriptionKey = "new.id")
    void setId(String id) {
        put("branch / id", id);
    }

    @Option(names = "--name", paramLabel = "NAME", required = true, descriptionKey = "new.name")
    void setName(String name) {
        put("branch / name", name);
    }

    @Option(names = "--time-zone", paramLabel = "ZONE", required = true, descriptionKey = "new.zone")
    void setZone(String zone) {
        put("branch / time-zone", zone);
    }

    @Option(names = "--registry-id", paramLabel = "ID", required = true, descriptionKey = "new.registry")
    void setRegistry(String id) {
        put("branch / registry-id", id);
    }

    @Option(names = "--institution-registry-id", paramLabel = "ID", required = true, descriptionKey = "new.institution")
    void setInstitution(String id) {
        put("branch / institution-registry-id", id);
    }

    @Option(names = "--wskey", paramLabel = "KEY", required = true, descriptionKey = "new.wskey")
    void setKey(String key) {
        put("sign-in / wskey", key);
    }

    @Option(names = "--set", paramLabel = "KEY=VALUE", descriptionKey = "new.set")
    void setOthers(Map<String, String> others) {
        if (others != null) {
            others.forEach((key, value) -> put(String.join(" / ", key.split("\\s*/\\s*", 2)), value));
        }
    }

    private void put(String key, String value) {
        if (value != null) {
            values.put(key, value);
        }
    }

    @Override
    public Integer call() throws CommandFailure {
        List<ProfileRemark> errors;
        try {
            errors = new ProfileFiles(Clock.systemUTC()).create(file, values);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(Exit.USAGE, TEXTS.get("new.unknown"));
        }
        if (!errors.isEmpty()) {
            throw session.refused(errors);
        }
        session.terminal().out().println(TEXTS.get("new.written", file));
        session.useProfile(file);
        sealing.seal(session);
        return Exit.OK;
    }
}
