/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.extension.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.carrel.model.Texts;

/**
 * The bundles in a file that somebody wants to add: the file itself, or those in the folder {@code plugins} of a p2
 * repository's archive.
 *
 * @param id      of the only feature in the archive; empty when it has none, or several
 * @param version of that feature
 * @param bundles what there is
 */
record Arrival(Optional<String> id, Optional<String> version, List<BundleFacts> bundles) {

    private static final Pattern FEATURE = Pattern.compile("(?:.*/)?features/([^/]+)_([^/_]+)\\.jar");
    private static final Pattern PLUGIN = Pattern.compile("(?:.*/)?plugins/[^/]+\\.jar");
    private static final int MOST_FILES = 2_000;
    private static final long MOST_BYTES = 256L * 1024 * 1024;

    /** The file is no such thing; the message is a sentence. */
    static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1L;

        UnreadableException(String sentence) {
            super(sentence);
        }
    }

    /** @param scratch an empty folder, for what is in an archive */
    static Arrival of(Path file, Path scratch) throws UnreadableException, IOException {
        Texts texts = Texts.of(Arrival.class);
        if (!Files.isRegularFile(file)) {
            throw new UnreadableException(texts.get("add.missing", file));
        }
        if (Files.size(file) > MOST_BYTES) {
            throw new UnreadableException(texts.get("add.large", file.getFileName()));
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Optional<BundleFacts> itself = BundleFacts.of(file);
            if (itself.isPresent()) {
                return new Arrival(Optional.empty(), Optional.empty(), List.of(itself.get()));
            }
            List<? extends ZipEntry> entries = Collections.list(zip.entries());
            List<Matcher> features = entries.stream().map(entry -> FEATURE.matcher(entry.getName()))
                    .filter(Matcher::matches).filter(found -> BundleFacts.isName(found.group(1))).toList();
            Optional<Matcher> only = Optional.of(features).filter(found -> found.size() == 1).map(List::getFirst);
            List<BundleFacts> bundles = unpacked(zip, entries, scratch);
            if (bundles.isEmpty()) {
                throw new UnreadableException(texts.get("add.none", file.getFileName()));
            }
            return new Arrival(only.map(found -> found.group(1)), only.map(found -> found.group(2)), bundles);
        } catch (IOException e) {
            throw new UnreadableException(texts.get("add.unreadable", file.getFileName(), e.getMessage()));
        }
    }

    private static List<BundleFacts> unpacked(ZipFile zip, List<? extends ZipEntry> entries, Path scratch)
            throws IOException, UnreadableException {
        List<BundleFacts> bundles = new ArrayList<>();
        long left = MOST_BYTES;
        int files = 0;
        for (ZipEntry entry : entries) {
            if (PLUGIN.matcher(entry.getName()).matches()) {
                // A name of our own: what an archive calls its files leads nowhere.
                Path copy = scratch.resolve(files++ + ".jar");
                left -= copy(zip, entry, copy, left);
                if (left <= 0 || files > MOST_FILES) {
                    throw new UnreadableException(Texts.of(Arrival.class).get("add.large", zip.getName()));
                }
                BundleFacts.of(copy).ifPresent(bundles::add);
            }
        }
        return bundles;
    }

    private static long copy(ZipFile zip, ZipEntry entry, Path target, long most) throws IOException {
        try (InputStream in = zip.getInputStream(entry); var out = Files.newOutputStream(target)) {
            byte[] piece = new byte[64 * 1024];
            long copied = 0;
            for (int length = in.read(piece); length >= 0 && copied <= most; length = in.read(piece)) {
                out.write(piece, 0, length);
                copied += length;
            }
            return copied;
        }
    }
}
