/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.update.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the program's folder is going to hold besides bundles: how it starts, its start scripts, the profile. All of it
 * is written beside what is there, and put in place by renaming when it is whole: who pulls the plug meanwhile finds
 * the program as it was. It stays until that is done, so that whoever comes next can bring it to its end.
 */
final class NextProgram {

    /** Which bundles there are; the one file that decides which version runs. */
    private static final Path BUNDLES = Path.of("configuration", "org.eclipse.equinox.simpleconfigurator",
            "bundles.info");
    private static final Path SETTINGS = Path.of("configuration", "config.ini");
    /** All that p2 writes of that kind. */
    private static final List<Path> START = List.of(BUNDLES, SETTINGS,
            Path.of("configuration", "org.eclipse.update", "platform.xml"));
    private static final Set<String> STARTED = Set.of("true", "false");
    private static final String FRAMEWORK = "osgi.framework=file\\:";

    private final Path program;
    private final Path next;

    /**
     * @param program its folder
     * @param next    a folder on the same disk that nobody else uses
     */
    NextProgram(Path program, Path next) {
        this.program = program;
        this.next = next;
    }

    private static Path mark(Path next) {
        return next.resolveSibling(next.getFileName() + ".from");
    }

    /**
     * Which state of the installation somebody was leaving who did not come to an end; empty when all is done.
     *
     * @param next where it would be
     */
    static Optional<Long> from(Path next) throws IOException {
        Path mark = mark(next);
        if (!Files.exists(mark)) {
            return Optional.empty();
        }
        String time = Files.readString(mark).strip();
        // Cut off while it was written, so nothing had begun.
        return time.matches("\\d{1,18}\\.") ? Optional.of(Long.valueOf(time.substring(0, time.length() - 1)))
                : Optional.empty();
    }

    /** Begins with what there is; {@code from} is the state that is left. */
    void begin(long from) throws IOException {
        Folders.delete(next);
        for (Path file : START) {
            if (Files.exists(program.resolve(file))) {
                Files.createDirectories(next.resolve(file).getParent());
                Files.copy(program.resolve(file), next.resolve(file));
            }
        }
        Files.writeString(mark(next), from + ".");
    }

    /** Where p2 may write how the program starts. */
    Path configuration() {
        return next.resolve("configuration");
    }

    /** Whether all of how it starts is there, written or in its place, for just these {@code bundles}. */
    boolean starts(Set<String> bundles) throws IOException {
        String settings = Files.readString(there(SETTINGS));
        int framework = settings.indexOf(FRAMEWORK);
        if (framework < 0 || !settings.endsWith("\n") || !Files.exists(
                program.resolve(settings.substring(framework + FRAMEWORK.length()).lines().findFirst().orElse("")))) {
            return false;
        }
        Set<String> found = new HashSet<>();
        for (String line : Files.readAllLines(there(BUNDLES), StandardCharsets.UTF_8)) {
            if (!line.startsWith("#")) {
                // Name, version, location, start level, whether it is started.
                String[] parts = line.split(",");
                if (parts.length != 5 || !STARTED.contains(parts[4]) || !Files.exists(program.resolve(parts[2]))) {
                    return false;
                }
                found.add(bundle(parts[0], parts[1]));
            }
        }
        return found.equals(bundles);
    }

    /** How {@link #starts} calls a bundle. */
    static String bundle(String name, Object version) {
        return name + " " + version;
    }

    private Path there(Path file) {
        return Files.exists(next.resolve(file)) ? next.resolve(file) : program.resolve(file);
    }

    /** Writes {@code files}, whose names are relative to the program's folder. */
    void put(Map<Path, byte[]> files) throws IOException {
        for (Map.Entry<Path, byte[]> file : files.entrySet()) {
            Path to = next.resolve(file.getKey());
            Files.createDirectories(to.getParent());
            Files.write(to, file.getValue());
            PosixFileAttributeView rights = Files.getFileAttributeView(to, PosixFileAttributeView.class);
            if (rights != null) {
                Path now = program.resolve(file.getKey());
                rights.setPermissions(Files.exists(now) ? Files.getPosixFilePermissions(now)
                        : PosixFilePermissions.fromString(isScript(file.getValue()) ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
    }

    private static boolean isScript(byte[] content) {
        return content.length > 1 && content[0] == '#' && content[1] == '!';
    }

    /**
     * Puts all of it in place, how it starts first: a newer program reads an older profile, not the other way round.
     *
     * @param gone what there is to be no more
     */
    void take(Set<Path> gone) throws IOException {
        List<Path> files = new ArrayList<>(START.stream().filter(file -> Files.exists(next.resolve(file))).toList());
        try (Stream<Path> all = Files.walk(next)) {
            all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)).map(next::relativize)
                    .filter(file -> !START.contains(file)).sorted(Comparator.naturalOrder()).forEach(files::add);
        }
        for (Path file : files) {
            Files.createDirectories(program.resolve(file).getParent());
            Files.move(next.resolve(file), program.resolve(file), StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        }
        for (Path file : gone) {
            Files.deleteIfExists(program.resolve(file));
        }
        drop();
    }

    /** Lets it be. */
    void drop() throws IOException {
        Files.deleteIfExists(mark(next));
        Folders.delete(next);
    }
}
