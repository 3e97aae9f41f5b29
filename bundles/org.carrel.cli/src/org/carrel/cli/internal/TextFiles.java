/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

import org.carrel.model.Texts;

/** Text files in UTF-8, with a sentence for what can go wrong. */
final class TextFiles {

    private static final Texts TEXTS = Texts.of(TextFiles.class);

    private TextFiles() {}

    static BufferedReader reader(Path file) throws CommandFailure {
        return new BufferedReader(new InputStreamReader(stream(file), StandardCharsets.UTF_8));
    }

    /** The bytes of a file. */
    static InputStream stream(Path file) throws CommandFailure {
        try {
            return new BufferedInputStream(Files.newInputStream(file));
        } catch (NoSuchFileException e) {
            throw new CommandFailure(Exit.USAGE, TEXTS.get("file.missing", file));
        } catch (IOException e) {
            throw new CommandFailure(Exit.REFUSED, TEXTS.get("file.unreadable", file, e.getMessage()));
        }
    }

    /** A new file that only its owner may read, where the system can do that. */
    static OutputStream privateStream(Path file, boolean overwrite) throws CommandFailure {
        try {
            if (overwrite) {
                Files.deleteIfExists(file);
            }
            Set<OpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return new BufferedOutputStream(
                    Channels.newOutputStream(Files.newByteChannel(file, options, ownerOnly(file))));
        } catch (FileAlreadyExistsException e) {
            throw new CommandFailure(Exit.REFUSED, TEXTS.get("file.exists", file));
        } catch (NoSuchFileException e) {
            throw new CommandFailure(Exit.REFUSED, TEXTS.get("file.noFolder", file));
        } catch (AccessDeniedException e) {
            throw new CommandFailure(Exit.REFUSED, TEXTS.get("file.denied", file));
        } catch (IOException e) {
            throw new CommandFailure(Exit.REFUSED, TEXTS.get("file.unwritable", file, e.getMessage()));
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")) }
                : new FileAttribute<?>[0];
    }
}
