/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

import org.carrel.model.UpdateRules;
import org.carrel.model.UpdateRules.Look;

/** Reads {@code updates}: where newer versions of the program are from, and who must have signed them. */
final class UpdatesReader {

    private final Section section;
    private final String file;

    /** @param file the profile: a folder or a key can be named as seen from there */
    UpdatesReader(Section section, String file) {
        this.section = section;
        this.file = file;
    }

    UpdateRules read() {
        Optional<URI> site = section.optional("site", Optional.empty(), "updates.site",
                text -> UpdateRules.site(text, folder()).map(Optional::of));
        Look look = section.optional("look", Look.AT_START, "updates.look", UpdatesReader::look);
        Optional<Path> key = section.optional("key", Optional.empty(), "path.wrong",
                text -> Terms.beside(file, text).map(Optional::of));
        section.warnOfUnknownKeys();
        key.filter(Files::notExists)
                .ifPresent(missing -> section.remarks().error(section.line("key"), "updates.missing", missing));
        if (key.isEmpty()) {
            site.filter(UpdateRules::isOpenToOthers)
                    .ifPresent(clear -> section.remarks().error(section.line("site"), "updates.http", clear));
        }
        return site.isEmpty() ? UpdateRules.NONE : new UpdateRules(site, look, key);
    }

    private Path folder() {
        return Path.of(file).toAbsolutePath().getParent();
    }

    private static Optional<Look> look(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "at-start" -> Optional.of(Look.AT_START);
            case "daily" -> Optional.of(Look.DAILY);
            case "never", "no", "false", "off" -> Optional.of(Look.NEVER);
            default -> Optional.empty();
        };
    }
}
