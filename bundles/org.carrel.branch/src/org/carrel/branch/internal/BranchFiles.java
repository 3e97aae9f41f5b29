/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

import org.carrel.model.BranchProfile;
import org.carrel.model.Texts;

/** The files and folders around a branch. */
public final class BranchFiles {

    /** A file or folder without which the branch cannot be opened; the message is a sentence. */
    public static final class UnusableException extends Exception {

        private static final long serialVersionUID = 1L;

        private UnusableException(String sentence) {
            super(sentence);
        }

        public static UnusableException because(String key, Object... arguments) {
            return new UnusableException(Texts.of(BranchFiles.class).get(key, arguments));
        }
    }

    private final Surroundings surroundings;

    public BranchFiles(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** The profile's bytes; one more than allowed at most, so that a huge file is noticed and not read. */
    public byte[] read(Path file) throws UnusableException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(ProfileYaml.MAX_BYTES + 1);
        } catch (NoSuchFileException e) {
            throw UnusableException.because("file.missing");
        } catch (IOException e) {
            throw UnusableException.because("file.unreadable", e.getMessage());
        }
    }

    /** Makes the data folder and gives the branch; empty, with an error, when its journal has no suitable place. */
    Optional<BranchPlace> place(BranchProfile profile, Path dataRoot, Remarks remarks) throws UnusableException {
        Path data = dataRoot.resolve(profile.id());
        Optional<Path> journal = new JournalFolder(surroundings).of(profile, data, remarks);
        if (journal.isEmpty()) {
            return Optional.empty();
        }
        try {
            Files.createDirectories(data);
        } catch (IOException e) {
            throw UnusableException.because("data.uncreatable", e.getMessage());
        }
        try {
            // Asking whether it may be written to is not enough: an operating system may say yes and mean no.
            Files.delete(Files.createTempFile(data, "try", ".tmp"));
        } catch (IOException e) {
            throw UnusableException.because("data.unwritable", data, e.getMessage());
        }
        return Optional.of(new BranchPlace(profile, data, journal.get(), surroundings.workstation()));
    }
}
