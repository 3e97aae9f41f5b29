/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.product;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A machine on which nothing is installed, no Java either, where somebody unpacks the archive of a branch. */
final class Workstation {

    /** What the start script needs of a system, and p2, which makes programs of files. Java is none of it. */
    private static final List<String> PROGRAMS = List.of("sh", "dirname", "readlink", "uname", "sed", "head", "env",
            "chmod");

    private final Path folder;
    private final Path home;
    private final Path bin;

    /** @param folder where everything of it is */
    Workstation(Path folder) throws IOException {
        this.folder = folder;
        this.home = Files.createDirectory(folder.resolve("home"));
        this.bin = Files.createDirectory(folder.resolve("bin"));
        for (String name : PROGRAMS) {
            Files.createSymbolicLink(bin.resolve(name), Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                    .map(where -> Path.of(where, name)).filter(Files::isExecutable).findFirst().orElseThrow());
        }
    }

    void unpack(Path archive) throws IOException, InterruptedException {
        Process tar = new ProcessBuilder("tar", "xzf", archive.toString(), "-C", folder.toString())
                .redirectErrorStream(true).start();
        String said = new String(tar.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, tar.waitFor(), said);
    }

    Path home() {
        return home;
    }

    /** The folder that was in the archive. */
    Path program() {
        return folder.resolve("carrel");
    }

    /** The product of {@link ZuidBranch}, whose data is beside the program. */
    Product zuid() {
        return new Product(program(), program().resolve("data"),
                new Product.Mode(List.of("-carrel.noWelcome"), ZuidBranch.WINDOW, "zuid", List.of("--password-stdin"),
                        ZuidBranch.PASSWORD + "\n"),
                Map.of("HOME", home.toString(), "PATH", bin.toString(), "JAVA_HOME", "", "CARREL_BRANCH", "",
                        "CARREL_JAVA_OPTS", "-Duser.home=" + home));
    }
}
