/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * One step of the schema. A step that was released is never changed: a mistake in it is mended by the next one.
 *
 * @param version     its number; the schema has this version when the step is done
 * @param description what it brings, for the version table and for people
 * @param statements  SQL, in order
 */
public record Step(int version, String description, List<String> statements) {

    public Step {
        Objects.requireNonNull(description, "description");
        statements = List.copyOf(statements);
    }

    /** The step in the SQL file {@code name} beside this class: statements end in a semicolon, comments are lines. */
    static Step fromFile(int version, String description, String name) {
        try (InputStream in = Objects.requireNonNull(Step.class.getResourceAsStream(name), name)) {
            String sql = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.startsWith("--")).collect(Collectors.joining("\n"));
            return new Step(version, description,
                    Arrays.stream(sql.split(";\\s*(\n|$)")).map(String::strip).filter(s -> !s.isEmpty()).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
