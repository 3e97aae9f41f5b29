/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.itemfile.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;

import org.carrel.model.port.ItemFileUpdates.Last;
import org.carrel.model.port.ItemFileUpdates.Result;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the last fetching ended, in a small file in the branch's data folder. It holds no secret. When it is lost or
 * damaged, fetching is due; nothing else happens. Safe for use by several threads.
 */
final class FetchMemory {

    private static final Logger LOG = LoggerFactory.getLogger(FetchMemory.class);
    private static final int MOST_BYTES = 64 * 1024;

    private final Path file;
    private Optional<Kept> kept = Optional.empty();
    private boolean read;

    /**
     * What is kept.
     *
     * @param mark    of the file that was imported last; empty when none was
     * @param marked  its name
     * @param mayPass whether it failed for a reason that may pass
     */
    record Kept(Last last, String mark, String marked, boolean mayPass) {}

    FetchMemory(Path dataFolder) {
        this.file = dataFolder.resolve("item-fetch.properties");
    }

    synchronized Optional<Kept> get() {
        if (!read) {
            readAgain();
        }
        return kept;
    }

    synchronized void readAgain() {
        read = true;
        try {
            byte[] bytes;
            try (var in = Files.newInputStream(file)) {
                bytes = in.readNBytes(MOST_BYTES);
            }
            Properties said = new Properties();
            said.load(new ByteArrayInputStream(bytes));
            kept = of(said);
        } catch (NoSuchFileException e) {
            kept = Optional.empty();
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            LOG.warn("How the last item file was fetched is not known any more: {}", e.toString());
            kept = Optional.empty();
        }
    }

    private static Optional<Kept> of(Properties said) {
        String result = said.getProperty("result", "");
        if (Arrays.stream(Result.values()).noneMatch(one -> one.name().equals(result))) {
            return Optional.empty();
        }
        Last last = new Last(Instant.parse(said.getProperty("at", "")), Result.valueOf(result),
                said.getProperty("file", ""), said.getProperty("sentence", ""), false);
        return Optional.of(new Kept(last, said.getProperty("mark", ""), said.getProperty("marked", ""),
                Boolean.parseBoolean(said.getProperty("may-pass"))));
    }

    /** Keeps it; when the disk does not take it, for as long as the program runs. */
    synchronized void keep(Kept now) {
        kept = Optional.of(now);
        read = true;
        Properties said = new Properties();
        said.setProperty("at", now.last().at().toString());
        said.setProperty("result", now.last().result().name());
        said.setProperty("file", now.last().file());
        said.setProperty("sentence", now.last().sentence());
        said.setProperty("mark", now.mark());
        said.setProperty("marked", now.marked());
        said.setProperty("may-pass", Boolean.toString(now.mayPass()));
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            said.store(bytes, null);
            Files.createDirectories(file.getParent());
            Files.write(fresh, bytes.toByteArray());
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("How the item file was fetched cannot be kept in {}", file, e);
        }
    }
}
