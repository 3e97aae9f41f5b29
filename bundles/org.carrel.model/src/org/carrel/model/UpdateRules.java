/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a branch takes newer versions of the program from. Immutable.
 *
 * @param site the folder of an update site: {@code https}, {@code http} or {@code file}, ending in a slash; empty when
 *             the branch has none
 * @param look when the workbench looks there by itself
 * @param key  who must have signed what comes from there: a file with OpenPGP public keys; absolute. Empty when
 *             signatures are not asked for
 */
public record UpdateRules(Optional<URI> site, Look look, Optional<Path> key) {

    /** From nowhere. */
    public static final UpdateRules NONE = new UpdateRules(Optional.empty(), Look.NEVER, Optional.empty());

    /** Longer than the letter of a drive of Windows. */
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(?:\\.\\d{1,3}){3}|\\[::1]");

    /** When to look. */
    public enum Look {
        AT_START, DAILY, NEVER
    }

    public UpdateRules {
        Objects.requireNonNull(site, "site");
        Objects.requireNonNull(look, "look");
        Objects.requireNonNull(key, "key");
    }

    /**
     * What somebody calls a site: an address on the web, or a folder.
     *
     * @param beside a folder: where relative names start
     * @return with a slash at its end; empty when it is neither
     */
    public static Optional<URI> site(String text, Path beside) {
        try {
            if (SCHEME.matcher(text).matches()) {
                URI address = new URI(text.endsWith("/") ? text : text + "/");
                boolean web = "https".equalsIgnoreCase(address.getScheme())
                        || "http".equalsIgnoreCase(address.getScheme());
                boolean plain = address.getRawUserInfo() == null && address.getRawQuery() == null
                        && address.getRawFragment() == null;
                return web && plain && address.getHost() != null ? Optional.of(address) : Optional.empty();
            }
            // Path.toUri ends in a slash only if the folder can be seen just now.
            String folder = beside.resolve(text).toAbsolutePath().normalize().toUri().toString();
            return Optional.of(URI.create(folder.endsWith("/") ? folder : folder + "/"));
        } catch (URISyntaxException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Whether somebody on the way from {@code site} could put another program in the place of this one. */
    public static boolean isOpenToOthers(URI site) {
        return "http".equalsIgnoreCase(site.getScheme())
                && !LOOPBACK.matcher(site.getHost().toLowerCase(Locale.ROOT)).matches();
    }
}
