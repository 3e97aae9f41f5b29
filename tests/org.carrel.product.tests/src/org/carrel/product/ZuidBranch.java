/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.product;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A branch in the Netherlands without check-in and without inventory; its product goes where its data goes. Packaged
 * once for all tests that start it, because that takes minutes.
 */
final class ZuidBranch {

    static final String PASSWORD = "leeszaal op zuid";
    static final String SECRET = "a secret of nobody";
    static final String PASSPHRASE = "signed on monday";
    /** In the title of its window. */
    static final String WINDOW = "Carrel – Bibliotheek Zuid";

    private static ZuidBranch packaged;

    private final Path work;
    private final Path folder;
    private final int libraryPort;
    private final int updatesPort;
    private final Packaging packaging;

    /** Not packaged yet; {@code work} must exist. */
    ZuidBranch(Path work) throws IOException, InterruptedException {
        this.work = work;
        this.folder = work.resolve("zuid");
        this.libraryPort = LibrarySystem.freePort();
        this.updatesPort = LibrarySystem.freePort();
        this.packaging = new Packaging(work.resolve("out"), work.resolve("package.log"));
        make();
    }

    /** The one that all tests share; its folders are not to be changed. */
    static synchronized ZuidBranch packaged() throws IOException, InterruptedException {
        if (packaged == null) {
            ZuidBranch made = new ZuidBranch(Files.createTempDirectory(Path.of("target").toAbsolutePath(), "zuid"));
            assertTrue(made.packaging.of(made.folder), made.packaging::said);
            packaged = made;
        }
        return packaged;
    }

    /** Made by the command for it and then changed by hand, as administrators do. */
    private void make() throws IOException, InterruptedException {
        Files.createDirectories(folder);
        BranchTool.run(PASSPHRASE + "\n", "new-key", secretKey(), folder.resolve("updates-key.asc"), "Zuid");
        Path data = work.resolve("made");
        Product product = new Product(ExampleBuild.folder("carrel.product"), data, Product.Mode.PRACTICE);
        product.cli(List.of("branch", "new", folder.toString(), "--product", "--id", "zuid", "--name",
                "Bibliotheek Zuid", "--time-zone", "Europe/Amsterdam", "--registry-id", "900001",
                "--institution-registry-id", "900000", "--wskey", "practice-key", "--secret", "--new-recovery-key",
                work.resolve("recovery.pem").toString(), "--password-stdin", "--data", data.toString(),
                "--set", "circulation/check-in=no",
                "--set", "library-system/ncip-address=http://127.0.0.1:" + libraryPort + "/ncip",
                "--set", "library-system/token-address=http://127.0.0.1:" + libraryPort + "/token",
                "--set", "updates/site=http://127.0.0.1:" + updatesPort + "/", "--set", "updates/key=updates-key.asc"),
                PASSWORD + "\n" + SECRET + "\nin the safe\n");
        Files.writeString(profile(), Files.readString(profile()).replace(
                "perspectives: [circulation, sync, inventory, scanners]", "perspectives: [circulation, sync]"));
        Path branding = folder.resolve("branding.properties");
        Files.writeString(branding, Files.readString(branding).replace("# language = en-US", "language = nl-NL")
                .replace("# accent", "accent").replace("portable = no", "portable = yes"));
    }

    Path folder() {
        return folder;
    }

    Path profile() {
        return folder.resolve("branch.yaml");
    }

    /** What its updates are signed with. */
    Path secretKey() {
        return work.resolve("updates-secret.asc");
    }

    /** Where its library system is. */
    int libraryPort() {
        return libraryPort;
    }

    /** Where newer versions are. */
    int updatesPort() {
        return updatesPort;
    }

    Packaging packaging() {
        return packaging;
    }
}
