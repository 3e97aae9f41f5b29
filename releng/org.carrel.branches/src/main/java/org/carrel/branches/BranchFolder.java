/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branches;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of a branch in {@code releng/branches}: its profile, how its product looks, and what the profile
 * names.
 *
 * @param folder its name is that of the product
 */
record BranchFolder(Path folder, Branding branding) {

    static final String PROFILE = "branch.yaml";
    /** Belongs to the branch, not to a version of the program: an update must never put an older one in its place. */
    static final String SEALED = "branch.sealed";

    private static final String LOGO = "logo.png";
    private static final String SPLASH = "splash.png";
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,40}");

    static BranchFolder of(Path folder) throws IOException, BranchFault {
        Path whole = folder.toAbsolutePath().normalize();
        String name = whole.getFileName().toString();
        if (!Files.isDirectory(whole)) {
            throw new BranchFault("There is no branch \"" + name + "\": " + whole
                    + " is no folder. Make one with \"carrel cli branch new --product\", or correct the name.");
        }
        if (!NAME.matcher(name).matches()) {
            throw new BranchFault("The folder \"" + name
                    + "\" cannot name a product: use lower-case letters, digits and hyphens, at most 41.");
        }
        if (!Files.isRegularFile(whole.resolve(PROFILE))) {
            throw new BranchFault("The branch \"" + name + "\" has no profile: put one into "
                    + whole.resolve(PROFILE) + ".");
        }
        return new BranchFolder(whole, Branding.in(whole, name));
    }

    String id() {
        return folder.getFileName().toString();
    }

    Path profile() {
        return folder.resolve(PROFILE);
    }

    Optional<Path> logo() {
        return Optional.of(folder.resolve(LOGO)).filter(Files::isRegularFile);
    }

    Optional<Path> splash() {
        return Optional.of(folder.resolve(SPLASH)).filter(Files::isRegularFile);
    }

    Optional<Path> sealed() {
        return Optional.of(folder.resolve(SEALED)).filter(Files::isRegularFile);
    }

    /** The profile and what lies beside it for its sake, for instance certificates; in order. */
    List<Path> installed() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).filter(file -> switch (file.getFileName().toString()) {
                case Branding.FILE, LOGO, SPLASH, SEALED -> false;
                // Somebody's notes, and what an editor or a system leaves behind. And never a private key.
                case String other -> !other.startsWith(".") && !other.endsWith("~") && !other.endsWith(".md")
                        && !other.startsWith("recovery");
            }).sorted().toList();
        }
    }

    /** The symbolic name of the bundle that says how the product looks, and the beginning of its other names in p2. */
    String unit() {
        return "org.carrel.branches." + id();
    }

    /** The identifier of the product that the workbench is told to be. */
    String product() {
        return unit() + ".product";
    }
}
