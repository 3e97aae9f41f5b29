/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.reports;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.carrel.inventory.report.ReportFiles;
import org.carrel.inventory.report.ReportFormat;
import org.carrel.inventory.report.ReportKind;
import org.carrel.inventory.report.ReportSettings;
import org.carrel.model.Texts;

/** A report that somebody wants, as far as it is said which one, as what, and where to. One thread at a time. */
public final class ReportForm {

    private static final Texts TEXTS = Texts.of(ReportForm.class);
    /** What people open with a double click. */
    private static final String PREFERRED = "xlsx";
    private static final int LONGEST_NAME = 80;

    private final List<Choice> kinds;
    private final List<ReportFormat> formats;
    private final String about;
    private final LocalDate today;
    private final ReportSettings settings;
    private int kind;
    private int format;
    private Path folder;
    private String file = "";
    private String suggested = "";

    /** Something to report. @param name for people */
    public record Choice(String id, String name) {

        /** As the kind says it. */
        public static Choice of(ReportKind kind) {
            return new Choice(kind.id(), kind.name());
        }
    }

    /** Whether it can be written like this. */
    sealed interface Judged {

        /** @param exists whether a file is there that would be replaced */
        record Sound(String kind, ReportFiles.Destination to, boolean exists) implements Judged {}

        /** @param sentence what to fill in */
        record Unsound(String sentence) implements Judged {}
    }

    /**
     * @param kinds  what there is to choose from; never empty
     * @param about  what it is of: a part of the file's name
     * @param folder where to suggest that it goes
     */
    public ReportForm(List<Choice> kinds, List<ReportFormat> formats, String about, Path folder, LocalDate today,
            ReportSettings settings) {
        this.kinds = List.copyOf(kinds);
        this.formats = List.copyOf(formats);
        Objects.checkIndex(0, kinds.size());
        Objects.checkIndex(0, formats.size());
        this.about = Objects.requireNonNull(about, "about");
        this.folder = Objects.requireNonNull(folder, "folder");
        this.today = Objects.requireNonNull(today, "today");
        this.settings = Objects.requireNonNull(settings, "settings");
        format = Math.max(0, this.formats.stream().map(ReportFormat::id).toList().indexOf(PREFERRED));
        suggest();
    }

    List<Choice> kinds() {
        return kinds;
    }

    List<ReportFormat> formats() {
        return formats;
    }

    int kind() {
        return kind;
    }

    int format() {
        return format;
    }

    String file() {
        return file;
    }

    /** The ending of the files of the format that is chosen, without the dot. */
    String ending() {
        return formats.get(format).ending();
    }

    void chooseKind(int index) {
        kind = Objects.checkIndex(index, kinds.size());
        suggest();
    }

    void chooseFormat(int index) {
        String before = "." + ending();
        format = Objects.checkIndex(index, formats.size());
        if (!file.equals(suggested) && file.endsWith(before)) {
            file = file.substring(0, file.length() - before.length()) + "." + ending();
        }
        suggest();
    }

    /** A name that somebody chose stays, but a later suggestion is made for its folder. */
    void write(String chosen) {
        file = chosen.strip();
        path().map(Path::getParent).ifPresent(parent -> folder = parent);
    }

    private void suggest() {
        boolean untouched = file.equals(suggested);
        String name = TEXTS.get("file.name", about, kinds.get(kind).id(), today.toString())
                .replaceAll("[^\\p{L}\\p{N}._-]+", "-").replaceAll("^-+", "");
        suggested = folder.resolve(name.substring(0, Math.min(LONGEST_NAME, name.length())) + "." + ending())
                .toString();
        if (untouched) {
            file = suggested;
        }
    }

    private Optional<Path> path() {
        try {
            return file.isEmpty() ? Optional.empty() : Optional.of(Path.of(file));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Looks whether the folder is there, which is quick but on the disk. */
    Judged judge() {
        Optional<Path> path = path();
        if (path.isEmpty() || !path.get().isAbsolute()) {
            return new Judged.Unsound(TEXTS.get("form.noFile"));
        }
        if (path.get().getParent() == null || !Files.isDirectory(path.get().getParent())) {
            return new Judged.Unsound(TEXTS.get("form.noFolder", String.valueOf(path.get().getParent())));
        }
        if (Files.isDirectory(path.get())) {
            return new Judged.Unsound(TEXTS.get("form.isFolder", file));
        }
        return new Judged.Sound(kinds.get(kind).id(),
                new ReportFiles.Destination(path.get(), formats.get(format).id(), settings), Files.exists(path.get()));
    }
}
