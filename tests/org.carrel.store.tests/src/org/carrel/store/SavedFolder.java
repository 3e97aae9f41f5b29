/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.carrel.store.internal.derby.Folders;

/** A folder kept in memory, to be put down again and again. */
final class SavedFolder {

    /** Made when first asked for. */
    private static final class EmptyQueue {
        static final SavedFolder SAVED = make();

        private static SavedFolder make() {
            try {
                Path folder = Files.createTempDirectory("carrel-queue");
                TestBranch branch = TestBranch.in(folder);
                new Store(branch, Clock.systemUTC()).close();
                SavedFolder saved = new SavedFolder(branch.queue());
                Folders.erase(folder);
                return saved;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    SavedFolder(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.filter(Files::isRegularFile).toList();
        }
        for (Path path : all) {
            files.put(folder.relativize(path).toString(), Files.readAllBytes(path));
        }
    }

    /** A queue as a new branch has it, closed. */
    static SavedFolder emptyQueue() {
        return EmptyQueue.SAVED;
    }

    void copyTo(Path folder) {
        files.forEach((name, bytes) -> {
            try {
                Files.createDirectories(folder.resolve(name).getParent());
                Files.write(folder.resolve(name), bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        try {
            // Derby's own; it is empty between two runs, and so holds no file that was copied.
            Files.createDirectories(folder.resolve("tmp"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
