/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branches;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** The Java runtime that a product has inside, so that nobody has to install one. */
final class JavaRuntime {

    /** All of the standard platform, and of the rest what a desk needs: HTTP for practice, DOS letters for SIP2. */
    static final String MODULES = "java.se,jdk.charsets,jdk.crypto.ec,jdk.httpserver,jdk.localedata,jdk.net,"
            + "jdk.unsupported,jdk.xml.dom,jdk.zipfs";
    /** The languages of dates and numbers that are kept. */
    static final String LOCALES = "en,nl,de,fr,es,it,da,sv,nb,fi,pt,pl";

    private static final int OLDEST = 21;
    private static final Set<String> NOT_FOR_RUNNING = Set.of("jmods", "include", "man", "demo", "sample", "src.zip");

    private JavaRuntime() {}

    /** Puts one for this machine's system into {@code to}; it is made once, and kept in {@code store} for others. */
    static void linked(Path store, Path to) throws IOException, InterruptedException, BranchFault {
        String of = System.getProperty("java.home") + " " + Runtime.version() + " " + MODULES + " " + LOCALES;
        Path made = store.resolve("jre");
        Path label = store.resolve("made-of");
        if (!Files.exists(label) || !Files.readString(label).equals(of)) {
            Folders.remove(store);
            Files.createDirectories(store);
            link(made);
            Files.writeString(label, of);
        }
        Folders.remove(to);
        Folders.copy(made, to, path -> true);
    }

    /** Makes one of the Java that runs this. */
    private static void link(Path to) throws IOException, InterruptedException, BranchFault {
        Path jlink = Path.of(System.getProperty("java.home"), "bin", "jlink");
        Process process;
        try {
            process = new ProcessBuilder(jlink.toString(), "--add-modules", MODULES, "--strip-debug",
                    "--no-man-pages", "--no-header-files", "--include-locales=" + LOCALES, "--output", to.toString())
                    .redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new BranchFault("This Java has no jlink, which makes the runtime: " + jlink
                    + ". Set JAVA_HOME to a whole JDK " + OLDEST + " or newer.", e);
        }
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new BranchFault("jlink could not make a Java runtime of " + System.getProperty("java.home") + ": "
                    + output + "\nSet JAVA_HOME to a JDK with the folder jmods in it, or to one that can do without"
                    + " (Temurin 24 or newer).");
        }
    }

    /** Takes the Java that somebody has unpacked in {@code from}, without what only compiling needs. */
    static void copy(Path from, Platform platform, Path to) throws IOException, BranchFault {
        Path home = fit(from, platform);
        Folders.remove(to);
        Folders.copy(home, to, path -> !NOT_FOR_RUNNING.contains(path.getFileName().toString()));
    }

    /** The Java that somebody has unpacked in {@code from}, if it is one for {@code platform} and new enough. */
    static Path fit(Path from, Platform platform) throws IOException, BranchFault {
        Path home = home(from, platform);
        Properties release = new Properties();
        try (InputStream in = Files.newInputStream(home.resolve("release"))) {
            release.load(in);
        }
        String os = unquoted(release, "OS_NAME");
        String arch = unquoted(release, "OS_ARCH");
        if (!platform.runs(os, arch)) {
            throw new BranchFault(from + " has a Java for " + os + " on " + arch + ", not for " + platform.label()
                    + ". Unpack one for that, for example from https://adoptium.net, and name its folder.");
        }
        String version = unquoted(release, "JAVA_VERSION");
        if (major(version) < OLDEST) {
            throw new BranchFault(from + " has Java " + version + "; Carrel needs " + OLDEST + " or newer.");
        }
        return home;
    }

    /** The folder with {@code bin} in it: an archive for macOS has it two levels down, others perhaps one. */
    private static Path home(Path from, Platform platform) throws IOException, BranchFault {
        Optional<Path> found;
        try (var all = Files.find(from, 4, (file, attributes) -> file.endsWith("release")
                && Files.exists(file.resolveSibling("bin").resolve(platform.javaProgram())))) {
            found = all.map(Path::getParent).sorted().findFirst();
        }
        return found.orElseThrow(() -> new BranchFault(from + " has no Java for " + platform.label()
                + " in it: there is no bin/" + platform.javaProgram()
                + " with a file \"release\" above it. Unpack a JDK or JRE for that system there."));
    }

    private static String unquoted(Properties release, String key) {
        return release.getProperty(key, "").replace("\"", "");
    }

    private static int major(String version) {
        List<String> parts = List.of(version.split("[^0-9]+"));
        return parts.isEmpty() || parts.getFirst().isEmpty() ? 0 : Integer.parseInt(parts.getFirst());
    }
}
