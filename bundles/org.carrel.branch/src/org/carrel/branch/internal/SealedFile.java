/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.carrel.branch.internal.crypto.RootKey;

/** The sealed file of one branch, on the disk. */
final class SealedFile {

    private final Path path;
    private final String branch;
    private final Strength strength;

    /** @param branch the id of the branch it has to belong to */
    SealedFile(Path path, String branch, Strength strength) {
        this.path = path;
        this.branch = branch;
        this.strength = strength;
    }

    /** The one beside a profile: the same name with the ending {@code .sealed}. */
    static Path beside(Path profile) {
        String name = profile.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return profile.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ".sealed");
    }

    Path path() {
        return path;
    }

    SealedText read() throws SealException {
        try (InputStream in = Files.newInputStream(path)) {
            SealedText text = SealedText.read(in.readNBytes(ProfileYaml.MAX_BYTES + 1), strength);
            if (!text.document().branch().equals(branch)) {
                throw SealException.because("sealed.otherBranch", text.document().branch(), branch);
            }
            return text;
        } catch (NoSuchFileException e) {
            throw SealException.because("sealed.missing", path);
        } catch (IOException e) {
            throw SealException.because("sealed.unreadable", path, e.getMessage());
        }
    }

    /** A change of what the file says. */
    interface Change {
        SealedDocument of(SealedDocument before) throws SealException;
    }

    /**
     * Reads the file once more, changes what it says and replaces it, while no other Carrel does the same.
     *
     * @param dataKey the one that the file was read with; when it is another's by now, nothing is changed
     * @return what it says now
     */
    SealedDocument change(RootKey dataKey, Change change) throws SealException {
        try (FileChannel guard = FileChannel.open(path.resolveSibling(path.getFileName() + ".lock"),
                StandardOpenOption.CREATE, StandardOpenOption.WRITE); FileLock lock = guard.tryLock()) {
            if (lock == null) {
                throw SealException.because("sealed.busy");
            }
            SealedText before = read();
            if (!before.isBy(dataKey)) {
                throw SealException.because("sealed.tampered", path);
            }
            SealedDocument after = change.of(before.document());
            AtomicFile.replace(path, SealedText.write(after, dataKey));
            return after;
        } catch (OverlappingFileLockException e) {
            throw SealException.because("sealed.busy");
        } catch (IOException e) {
            throw SealException.because("sealed.unwritable", path, e.getMessage());
        }
    }

    /** A file that is there is somebody's only way to what was recorded. */
    void requireMissing() throws SealException {
        if (Files.exists(path)) {
            throw SealException.because("sealed.there", path);
        }
    }

    /** Makes the file, which must not be there. */
    void create(SealedDocument document, RootKey dataKey) throws SealException {
        requireMissing();
        try {
            AtomicFile.replace(path, SealedText.write(document, dataKey));
        } catch (IOException e) {
            throw SealException.because("sealed.unwritable", path, e.getMessage());
        }
    }
}
