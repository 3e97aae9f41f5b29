/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

import org.carrel.model.BranchProfile;

/** Where a branch's journal goes. */
final class JournalFolder {

    /** Set by the start scripts when data lies beside the program: the folder that it is in. */
    private static final String PORTABLE = "carrel.portable";

    private final Surroundings surroundings;

    JournalFolder(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * The journal's folder for the branch whose data is in {@code dataFolder}; empty, with an error, when the profile
     * asks for an unsuitable one. Two data folders never share a journal, or one desk would merge another's scans.
     */
    Optional<Path> of(BranchProfile profile, Path dataFolder, Remarks remarks) {
        String leaf = profile.id() + "-" + fingerprint(dataFolder);
        if (profile.journal().isPresent()) {
            return chosen(profile.journal().get(), dataFolder, remarks).map(folder -> folder.resolve(leaf));
        }
        if (profile.practice()) {
            return Optional.of(dataFolder.resolveSibling(profile.id() + ".journal"));
        }
        Optional<Path> carried = surroundings.properties().apply(PORTABLE).map(Path::of);
        if (carried.isPresent()) {
            // Where the data goes, its journal goes; and the letter of the stick may be another one tomorrow.
            return Optional.of(carried.get().resolve("journal").resolve(profile.id()));
        }
        return Optional.of(surroundings.stateFolder().resolve("journal").resolve(leaf));
    }

    /** @param text a whole path or one that starts with {@code ~/}: the reader saw to that */
    private Optional<Path> chosen(String text, Path dataFolder, Remarks remarks) {
        Path folder = text.startsWith("~/") ? surroundings.home().resolve(text.substring(2)) : Path.of(text);
        if (folder.toAbsolutePath().normalize().startsWith(dataFolder)) {
            remarks.error(0, "journal.inside", text);
            return Optional.empty();
        }
        return Optional.of(folder.toAbsolutePath().normalize());
    }

    private static String fingerprint(Path folder) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(folder.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
