/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branches;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;

/** What is handed out: a folder in one file, in order of names, with the time of the commit and nobody as its owner. */
final class Archive {

    private static final int PROGRAM = 0755;
    private static final int FILE = 0644;

    private final Path root;
    private final Instant time;

    /** @param root the folder that people find when they unpack it */
    Archive(Path root, Instant time) {
        this.root = root;
        this.time = time;
    }

    /** Writes it as the ending of {@code file} says: {@code .zip} or {@code .tar.gz}. */
    void write(Path file) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".part");
        try (OutputStream out = Files.newOutputStream(draft)) {
            if (file.toString().endsWith(".zip")) {
                zip(out);
            } else {
                tar(out);
            }
        }
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.sorted().toList();
        }
    }

    private void zip(OutputStream out) throws IOException {
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
            for (Path file : files()) {
                boolean folder = Files.isDirectory(file);
                ZipArchiveEntry entry = new ZipArchiveEntry(name(file) + (folder ? "/" : ""));
                entry.setTime(time.toEpochMilli());
                entry.setUnixMode(folder || isProgram(file) ? PROGRAM : FILE);
                add(zip, entry, folder ? null : file);
            }
        }
    }

    private void tar(OutputStream out) throws IOException {
        GzipParameters header = new GzipParameters();
        header.setModificationTime(0);
        try (GzipCompressorOutputStream gzip = new GzipCompressorOutputStream(out, header);
                TarArchiveOutputStream tar = new TarArchiveOutputStream(gzip)) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            for (Path file : files()) {
                TarArchiveEntry entry = entry(file);
                entry.setModTime(time.toEpochMilli());
                entry.setIds(0, 0);
                entry.setNames("", "");
                add(tar, entry, Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? file : null);
            }
        }
    }

    private TarArchiveEntry entry(Path file) throws IOException {
        if (Files.isSymbolicLink(file)) {
            TarArchiveEntry link = new TarArchiveEntry(name(file), TarConstants.LF_SYMLINK);
            link.setLinkName(Files.readSymbolicLink(file).toString());
            return link;
        }
        if (Files.isDirectory(file)) {
            TarArchiveEntry folder = new TarArchiveEntry(name(file) + "/");
            folder.setMode(TarArchiveEntry.DEFAULT_DIR_MODE);
            return folder;
        }
        TarArchiveEntry entry = new TarArchiveEntry(name(file));
        entry.setMode(0100000 | (isProgram(file) ? PROGRAM : FILE));
        entry.setSize(Files.size(file));
        return entry;
    }

    private static <E extends ArchiveEntry> void add(ArchiveOutputStream<E> out, E entry, Path content)
            throws IOException {
        out.putArchiveEntry(entry);
        if (content != null) {
            Files.copy(content, out);
        }
        out.closeArchiveEntry();
    }

    private String name(Path file) {
        return root.getParent().relativize(file).toString().replace('\\', '/');
    }

    private static boolean isProgram(Path file) throws IOException {
        return Files.getFileStore(file).supportsFileAttributeView("posix")
                && Files.getPosixFilePermissions(file).contains(PosixFilePermission.OWNER_EXECUTE);
    }
}
