/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the machine says about itself.
 *
 * @param environment environment variables
 * @param properties  system properties
 * @param installArea where the program is installed, if that is known
 */
public record Surroundings(Function<String, Optional<String>> environment,
        Function<String, Optional<String>> properties, Optional<Path> installArea) {

    public Surroundings {
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(properties, "properties");
        Objects.requireNonNull(installArea, "installArea");
    }

    /** This machine and this process. */
    public static Surroundings real(Optional<Path> installArea) {
        return new Surroundings(name -> Optional.ofNullable(System.getenv(name)).filter(v -> !v.isBlank()),
                name -> Optional.ofNullable(System.getProperty(name)).filter(v -> !v.isBlank()), installArea);
    }

    /** The profile this machine was set up for; empty means practice mode. */
    public Optional<Path> profile() {
        return properties.apply("carrel.branch").or(() -> environment.apply("CARREL_BRANCH")).map(Path::of)
                .or(() -> installArea.map(area -> area.resolve("branch").resolve("branch.yaml"))
                        .filter(Files::exists));
    }

    Path home() {
        return Path.of(properties.apply("user.home").orElse("."));
    }

    /** Where programs of this user keep what they must not lose but nobody opens by hand. */
    Path stateFolder() {
        String system = properties.apply("os.name").orElse("").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return environment.apply("LOCALAPPDATA").flatMap(Surroundings::absolute)
                    .orElseGet(() -> home().resolve("AppData").resolve("Local")).resolve("Carrel");
        }
        if (system.startsWith("mac")) {
            return home().resolve("Library").resolve("Application Support").resolve("Carrel");
        }
        return environment.apply("XDG_STATE_HOME").flatMap(Surroundings::absolute)
                .orElseGet(() -> home().resolve(".local").resolve("state")).resolve("carrel");
    }

    /** The name of this machine without its domain; empty when nobody knows. */
    String workstation() {
        return Stream.<Optional<String>>of(environment.apply("COMPUTERNAME"), environment.apply("HOSTNAME"), hostFile())
                .flatMap(Optional::stream).findFirst().orElseGet(Surroundings::resolvedName).split("\\.")[0];
    }

    private static Optional<Path> absolute(String text) {
        try {
            return Optional.of(Path.of(text)).filter(Path::isAbsolute);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Read before asking the resolver, which may wait for a name server that is as far away as the library system. */
    private static Optional<String> hostFile() {
        try {
            return Optional.of(Files.readString(Path.of("/etc/hostname")).strip()).filter(name -> !name.isEmpty());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String resolvedName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "";
        }
    }
}
