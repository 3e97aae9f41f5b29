/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.app.internal;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What the command line asks for. Other arguments belong to the platform and are passed over.
 *
 * @param data        {@code -carrel.data DIR}: where each branch has its data folder
 * @param branch      {@code -carrel.branch FILE}: the branch profile
 * @param practice    {@code -carrel.practice}: practice mode, whatever branch is configured
 * @param visit       {@code -carrel.visit}: the same, for somebody who goes back to the branch afterwards
 * @param welcome     unless {@code -carrel.noWelcome}: greet on the first start
 * @param safe        {@code -carrel.safe}: without the extensions that the library has added
 * @param screenshots {@code -carrel.screenshots DIR}: take a picture of each perspective and end
 */
record StartArguments(Optional<Path> data, Optional<Path> branch, boolean practice, boolean visit,
        boolean welcome, boolean safe, Optional<Path> screenshots) {

    private static final String PREFIX = "-carrel.";

    /** @throws IllegalArgumentException when an argument has no value or is not known; the message is a sentence */
    static StartArguments of(List<String> arguments) {
        StartArguments found = new StartArguments(Optional.empty(), Optional.empty(), false, false, true, false,
                Optional.empty());
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext();) {
            String name = rest.next();
            if (name.startsWith(PREFIX)) {
                found = found.with(name, rest);
            }
        }
        return found;
    }

    private StartArguments with(String name, Iterator<String> rest) {
        return switch (name) {
            case "-carrel.data" -> new StartArguments(path(name, rest), branch, practice, visit, welcome, safe,
                    screenshots);
            case "-carrel.branch" -> new StartArguments(data, path(name, rest), practice, visit, welcome, safe,
                    screenshots);
            case "-carrel.practice" -> new StartArguments(data, branch, true, visit, welcome, safe, screenshots);
            case "-carrel.visit" -> new StartArguments(data, branch, true, true, welcome, safe, screenshots);
            case "-carrel.noWelcome" -> new StartArguments(data, branch, practice, visit, false, safe, screenshots);
            case "-carrel.screenshots" -> new StartArguments(data, branch, practice, visit, welcome, safe,
                    path(name, rest));
            case "-carrel.safe" -> new StartArguments(data, branch, practice, visit, welcome, true, screenshots);
            default -> throw new IllegalArgumentException(
                    name + " is not known. Known are -carrel.data, -carrel.branch, -carrel.practice, -carrel.visit,"
                            + " -carrel.noWelcome, -carrel.safe, -carrel.screenshots.");
        };
    }

    private static Optional<Path> path(String name, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(name + " needs a file or folder after it.");
        }
        String text = rest.next();
        try {
            return Optional.of(Path.of(text).toAbsolutePath());
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(name + " needs a file or folder after it, not " + text + ".", e);
        }
    }
}
