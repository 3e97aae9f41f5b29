/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branches;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When what is built was committed, so that two builds of one commit are the same; when something was changed since,
 * now.
 *
 * @param time to the second, as versions have it
 */
record Commit(Instant time) {

    private static final DateTimeFormatter QUALIFIER = DateTimeFormatter.ofPattern("yyyyMMddHHmmss")
            .withZone(ZoneOffset.UTC);

    /** Of the checkout that {@code folder} is in; of now when there is none, or when it is not as it was committed. */
    static Commit of(Path folder, Clock clock) throws IOException, InterruptedException {
        Optional<String> changed = git(folder, "status", "--porcelain", "--untracked-files=all");
        Optional<String> seconds = git(folder, "log", "-1", "--format=%ct");
        Instant time = changed.isPresent() && changed.get().isEmpty() && seconds.isPresent()
                ? Instant.ofEpochSecond(Long.parseLong(seconds.get()))
                : clock.instant();
        return new Commit(time.truncatedTo(ChronoUnit.SECONDS));
    }

    /** The last part of a version. */
    String qualifier() {
        return QUALIFIER.format(time);
    }

    private static Optional<String> git(Path folder, String... words) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                Stream.concat(List.of("git", "-C", folder.toString()).stream(), List.of(words).stream())
                        .toList())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(Map.of("GIT_OPTIONAL_LOCKS", "0"));
        Process git;
        try {
            git = builder.start();
        } catch (IOException e) {
            return Optional.empty();
        }
        git.getOutputStream().close();
        String output = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return git.waitFor() == 0 ? Optional.of(output) : Optional.empty();
    }
}
