/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.carrel.branch.ProfileRemark;
import org.carrel.model.Texts;

/** Writes new profiles: the shipped example, with its comments, and with some values replaced. */
public final class ProfileDrafts {

    private static final String EXAMPLE = "/profiles/example.yaml";
    private static final Pattern SECTION = Pattern.compile("([a-z0-9-]+):");
    private static final Pattern ENTRY = Pattern.compile("  (?:# )?([a-z-]+): .*");

    private final Clock clock;

    public ProfileDrafts(Clock clock) {
        this.clock = clock;
    }

    /** See {@link org.carrel.branch.ProfileFiles#create}. */
    public List<ProfileRemark> create(Path file, Map<String, String> values) {
        byte[] draft = draft(values).getBytes(StandardCharsets.UTF_8);
        List<ProfileRemark> errors = new ProfileReader(clock).read(file.toString(), draft).errors();
        if (!errors.isEmpty()) {
            return errors;
        }
        try {
            if (file.toAbsolutePath().getParent() != null) {
                Files.createDirectories(file.toAbsolutePath().getParent());
            }
            Files.write(file, draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return List.of();
        } catch (FileAlreadyExistsException e) {
            return List.of(remark(file, "draft.there"));
        } catch (IOException e) {
            return List.of(remark(file, "draft.unwritable", e.getMessage()));
        }
    }

    private static ProfileRemark remark(Path file, String key, Object... arguments) {
        return new ProfileRemark(file.toString(), 0, Texts.of(ProfileDrafts.class).get(key, arguments));
    }

    /** @throws IllegalArgumentException when the example has no place for one of the values */
    static String draft(Map<String, String> values) {
        Set<String> left = new HashSet<>(values.keySet());
        List<String> lines = new ArrayList<>();
        String section = "";
        for (String line : example().split("\n", -1)) {
            Matcher head = SECTION.matcher(line);
            Matcher entry = ENTRY.matcher(line);
            if (head.matches()) {
                section = head.group(1);
            }
            String key = entry.matches() ? section + " / " + entry.group(1) : "";
            lines.add(left.remove(key) ? "  " + entry.group(1) + ": " + SealedText.quoted(values.get(key)) : line);
        }
        if (!left.isEmpty()) {
            throw new IllegalArgumentException("the example has no " + left);
        }
        return String.join("\n", lines);
    }

    private static String example() {
        try (InputStream in = ProfileDrafts.class.getResourceAsStream(EXAMPLE)) {
            if (in == null) {
                throw new IllegalStateException("the bundle ships " + EXAMPLE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the bundle is damaged: " + EXAMPLE, e);
        }
    }
}
