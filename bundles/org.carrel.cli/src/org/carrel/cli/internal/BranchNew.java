/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

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

    /** What a folder of a product is called. */
    private static final Pattern PRODUCT = Pattern.compile("[a-z0-9][a-z0-9-]{0,40}");

    private final Session session;
    private final Map<String, String> values = new LinkedHashMap<>();

    @Parameters(paramLabel = "FILE", descriptionKey = "new.file")
    private Path file;

    @Option(names = "--product", descriptionKey = "new.product")
    private boolean product;

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
    public Integer call() throws CommandFailure, IOException {
        if (product && !PRODUCT.matcher(String.valueOf(file.toAbsolutePath().getFileName())).matches()) {
            throw new CommandFailure(Exit.USAGE, TEXTS.get("new.productName", file));
        }
        List<ProfileRemark> errors;
        try {
            errors = new ProfileFiles(Clock.systemUTC()).create(profile(), values);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(Exit.USAGE, TEXTS.get("new.unknown"));
        }
        if (!errors.isEmpty()) {
            throw session.refused(errors);
        }
        session.terminal().out().println(TEXTS.get("new.written", profile()));
        if (product) {
            brand();
        }
        session.useProfile(profile());
        sealing.seal(session);
        return Exit.OK;
    }

    /** With a product FILE is its folder, and the profile in it is called as the packaging expects. */
    private Path profile() {
        return product ? file.resolve("branch.yaml") : file;
    }

    /** What somebody did there before stays. */
    private void brand() throws IOException {
        Path branding = file.resolve("branding.properties");
        if (Files.notExists(branding)) {
            Files.writeString(branding, TEXTS.get("new.branding", values.get("branch / name")));
            session.terminal().out().println(TEXTS.get("new.written", branding));
        }
        session.terminal().out().println(TEXTS.get("new.package", file.toAbsolutePath().getFileName()));
    }
}
