/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.report.internal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

import org.carrel.inventory.report.Report;
import org.carrel.inventory.report.ReportFiles.Monitor;
import org.carrel.inventory.report.ReportFiles.Written;
import org.carrel.inventory.report.ReportFormat;
import org.carrel.inventory.report.ReportFormat.UnwritableReportException;
import org.carrel.inventory.report.ReportSettings;
import org.carrel.model.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One report on its way to a file. Used once, by one thread. */
final class Writing {

    private static final Logger LOG = LoggerFactory.getLogger(Writing.class);
    private static final Texts TEXTS = Texts.of(Writing.class);
    private static final int BUFFER = 1 << 16;

    private final Report report;
    private final ReportFormat format;
    private final ReportSettings settings;
    private final WatchedRows watched;
    private final Disk disk;

    Writing(Report report, ReportFormat format, ReportSettings settings, Monitor monitor, Disk disk) {
        this.watched = new WatchedRows(report, monitor);
        this.report = watched.report();
        this.format = format;
        this.settings = settings;
        this.disk = disk;
    }

    Written to(Path given) {
        Path file = given.toAbsolutePath();
        Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return new Written.Failed(TEXTS.get("failed.folder", folder == null ? file : folder));
        }
        if (Files.isDirectory(file)) {
            return new Written.Failed(TEXTS.get("failed.isFolder", file));
        }
        Path draft = folder.resolve("." + UUID.randomUUID() + ".draft");
        try {
            disk.write(draft, this::content);
            watched.endWhenCancelled();
        } catch (WatchedRows.CancelledException | ClosedByInterruptException e) {
            LOG.debug("A report was cancelled", e);
            discard(draft);
            return new Written.Cancelled();
        } catch (UnwritableReportException e) {
            discard(draft);
            return new Written.Failed(e.getMessage());
        } catch (IOException e) {
            Written why = failed(e, folder);
            discard(draft);
            return why;
        } catch (RuntimeException e) {
            // A mistake in a kind of report or a format, which may be somebody else's.
            LOG.error("The report cannot be written as {}", format.id(), e);
            discard(draft);
            return new Written.Failed(TEXTS.get("failed.mistake", report.title(), format.name()));
        }
        try {
            disk.move(draft, file);
        } catch (IOException e) {
            LOG.warn("The report cannot take its place", e);
            discard(draft);
            return new Written.Failed(TEXTS.get("failed.inUse", file));
        }
        return new Written.Done(file, watched.rows());
    }

    private void content(OutputStream raw) throws IOException {
        BufferedOutputStream out = new BufferedOutputStream(raw, BUFFER);
        format.write(report, settings, out);
        out.flush();
    }

    private Written failed(IOException failure, Path folder) {
        LOG.warn("A report cannot be written", failure);
        try {
            if (disk.isFull(folder)) {
                return new Written.Failed(TEXTS.get("failed.full", folder));
            }
        } catch (IOException e) {
            LOG.debug("How much room there is cannot be told", e);
        }
        return new Written.Failed(failure instanceof AccessDeniedException ? TEXTS.get("failed.denied", folder)
                : TEXTS.get("failed.other", folder, failure.getClass().getSimpleName()));
    }

    private static void discard(Path draft) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            LOG.warn("The draft of a report stays behind: {}", draft, e);
        }
    }
}
