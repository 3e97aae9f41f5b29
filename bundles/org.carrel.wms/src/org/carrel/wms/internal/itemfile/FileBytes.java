/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal.itemfile;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

import org.carrel.model.Texts;
import org.carrel.model.port.ItemSource.UnreadableItemFileException;

/**
 * The bytes of an item file, unpacked when it is a zip archive; which it is, its first bytes say and not its name. What
 * comes out of an archive is bounded, so that one made to burst does not. One thread.
 */
final class FileBytes extends InputStream {

    /** Ten times the largest file known. */
    private static final long MOST_UNPACKED = 16L << 30;

    /** Tables of text shrink to a tenth or so; zeros shrink to a thousandth. */
    private static final int MOST_SHRUNK = 200;
    private static final long SHRUNK_FROM = 64L << 20;
    private static final int BLOCK = 64 * 1024;
    private static final Texts TEXTS = Texts.of(FileBytes.class);

    private final Path file;
    private final long size;
    private final Counted packed;
    private final InputStream unpacked;
    private final ZipInputStream archive;
    private long out;

    FileBytes(Path file) throws IOException {
        this.file = file;
        this.size = Files.size(file);
        BufferedInputStream raw = new BufferedInputStream(Files.newInputStream(file), BLOCK);
        try {
            raw.mark(4);
            byte[] magic = raw.readNBytes(4);
            raw.reset();
            this.packed = new Counted(raw);
            boolean zip = magic.length == 4 && magic[0] == 'P' && magic[1] == 'K' && magic[2] == 3 && magic[3] == 4;
            this.archive = zip ? new ZipInputStream(packed) : null;
            this.unpacked = zip ? archive : packed;
            if (zip && !toNextFile()) {
                throw new UnreadableItemFileException(TEXTS.get("file.emptyZip", file.getFileName()));
            }
        } catch (IOException | RuntimeException e) {
            raw.close();
            throw readable(e);
        }
    }

    /** How many bytes of the file on the disk were read. */
    long consumed() {
        return Math.min(packed.count, size);
    }

    /** How many bytes the file on the disk has. */
    long size() {
        return size;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            int read = unpacked.read(bytes, offset, length);
            if (archive != null) {
                guard(read);
            }
            return read;
        } catch (IOException | RuntimeException e) {
            throw readable(e);
        }
    }

    private void guard(int read) throws IOException {
        if (read >= 0) {
            out += read;
            if (out > MOST_UNPACKED || out > SHRUNK_FROM && out / Math.max(packed.count, 1) > MOST_SHRUNK) {
                throw new UnreadableItemFileException(TEXTS.get("file.zipBomb", file.getFileName()));
            }
        } else if (toNextFile()) {
            throw new UnreadableItemFileException(TEXTS.get("file.severalInZip", file.getFileName()));
        }
    }

    private boolean toNextFile() throws IOException {
        for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
            String name = entry.getName().toLowerCase(Locale.ROOT);
            boolean extra = entry.isDirectory() || name.startsWith("__macosx/") || name.endsWith(".ds_store");
            if (!extra) {
                return true;
            }
            if (!entry.isDirectory() && archive.skip(BLOCK) == BLOCK) {
                throw new UnreadableItemFileException(TEXTS.get("file.severalInZip", file.getFileName()));
            }
        }
        return false;
    }

    /** The JDK throws all sorts of things at a damaged archive. */
    private IOException readable(Exception failure) {
        return switch (failure) {
            case ZipException damaged -> new UnreadableItemFileException(
                    TEXTS.get("file.damagedZip", file.getFileName()), damaged);
            case EOFException cut -> new UnreadableItemFileException(
                    TEXTS.get("file.damagedZip", file.getFileName()), cut);
            case IOException other -> other;
            default -> new UnreadableItemFileException(TEXTS.get("file.damagedZip", file.getFileName()), failure);
        };
    }

    @Override
    public void close() throws IOException {
        unpacked.close();
    }

    private static final class Counted extends FilterInputStream {

        private long count;

        Counted(InputStream from) {
            super(from);
        }

        @Override
        public int read() throws IOException {
            int read = in.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = in.read(bytes, offset, length);
            count += Math.max(read, 0);
            return read;
        }

        @Override
        public long skip(long wanted) throws IOException {
            long skipped = in.skip(wanted);
            count += skipped;
            return skipped;
        }
    }
}
