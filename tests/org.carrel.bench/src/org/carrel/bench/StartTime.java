/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Times the start of the workbench, from the start of its process until the scan field has the focus. */
final class StartTime {

    /** The workbench logs this when its first scan field has the focus. */
    private static final Pattern READY = Pattern.compile("Desk ready (\\d+) ms after the start of the program");

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Product product;
    private final Screen screen;
    private final Path profile;

    StartTime(Product product, Screen screen, Path profile) {
        this.product = product;
        this.screen = screen;
        this.profile = profile;
    }

    /** Starts the workbench on {@code data}, whose log is fresh, and ends it when it is ready. In milliseconds. */
    long measure(String name, Path data) throws IOException {
        Process process = product.workbench(name, screen, data, profile);
        try {
            product.await(process, name, LIMIT, () -> ready(data).isPresent());
        } finally {
            Product.end(process);
        }
        return ready(data).orElseThrow(() -> new IOException("the workbench ended before its desk was ready; see "
                + product.output(name)));
    }

    private static OptionalLong ready(Path data) {
        try (Stream<Path> files = Files.walk(data, 2)) {
            for (Path log : files.filter(file -> file.endsWith("offline-circ.log")).toList()) {
                Matcher matcher = READY.matcher(Files.readString(log));
                if (matcher.find()) {
                    return OptionalLong.of(Long.parseLong(matcher.group(1)));
                }
            }
            return OptionalLong.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
