/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branches;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the product of one branch, in two steps with p2 between them: first the units to install, then, when they are
 * installed, what is no business of p2: the Java runtime, what starts it, the archives.
 */
public final class BranchProduct {

    private final BranchFolder branch;
    private final Path output;
    private final String release;
    private final Commit commit;

    /** @param release the version of Carrel, three numbers */
    BranchProduct(BranchFolder branch, Path output, String release, Commit commit) {
        this.branch = branch;
        this.output = output;
        this.release = release;
        this.commit = commit;
    }

    /**
     * Arguments: {@code prepare}, {@code site} or {@code finish}; the folder of the branch; the folder for what comes
     * of it; the version of Carrel; the folder with its product and repository as they were built; then for
     * {@code prepare} the start script of a product for this machine, for {@code finish} a JDK for Windows and one for
     * macOS, each {@code none} when there is none. What {@code finish} does includes {@code site}, which makes nothing
     * but the update site. Or {@code sign}: see {@link Signing}; {@code new-key}: see {@link NewKey}. Or
     * {@code runtimes} and these two JDKs, to see whether they fit.
     */
    public static void main(String[] words) throws IOException, InterruptedException {
        try {
            switch (words[0]) {
                case "sign" -> Signing.main(words);
                case "new-key" -> NewKey.main(words);
                case "runtimes" -> {
                    for (Map.Entry<Platform, Path> one : runtimes(words[1], words[2]).entrySet()) {
                        JavaRuntime.fit(one.getValue(), one.getKey());
                    }
                }
                default -> ofBranch(words);
            }
        } catch (BranchFault e) {
            // As Maven says what is wrong, because it is part of its output.
            e.getMessage().lines().forEach(line -> System.err.println("[ERROR] " + line));
            Runtime.getRuntime().exit(1);
        }
    }

    private static void ofBranch(String[] words) throws IOException, InterruptedException, BranchFault {
        Path folder = Path.of(words[1]);
        BranchProduct product = new BranchProduct(BranchFolder.of(folder),
                Path.of(words[2]).toAbsolutePath().normalize(),
                words[3].replace("-SNAPSHOT", ""), Commit.of(folder, Clock.systemUTC()));
        Path built = Path.of(words[4]);
        switch (words[0]) {
            case "prepare" -> product.prepare(built, new ProfileCheck(Path.of(words[5])));
            case "site" -> product.site(built);
            default -> product.finish(built, runtimes(words[5], words[6]));
        }
    }

    private static Map<Platform, Path> runtimes(String windows, String macos) {
        Map<Platform, Path> runtimes = new EnumMap<>(Platform.class);
        folder(windows).ifPresent(jdk -> runtimes.put(Platform.WINDOWS, jdk));
        folder(macos).ifPresent(jdk -> runtimes.put(Platform.MACOS, jdk));
        return runtimes;
    }

    private static Optional<Path> folder(String word) {
        return word.isBlank() || word.equals("none") ? Optional.empty() : Optional.of(Path.of(word));
    }

    private Path products() {
        return output.resolve("products");
    }

    void prepare(Path built, ProfileCheck check) throws IOException, InterruptedException, BranchFault {
        Folders.remove(output);
        check.pass(branch.profile());
        new Desktop(branch, output.resolve("work")).prepare();
        new Units(branch, release + "." + commit.qualifier(), commit.time())
                .write(Files.createDirectories(output.resolve("site").resolve("branch")),
                        Units.productVersion(built.resolve("repository")));
    }

    void finish(Path built, Map<Platform, Path> runtimes)
            throws IOException, InterruptedException, BranchFault {
        List<String> made = new ArrayList<>();
        for (Platform platform : Platform.values()) {
            made.add(archive(platform, built, Optional.ofNullable(runtimes.get(platform))));
        }
        made.forEach(System.out::println);
        site(built);
    }

    private void site(Path built) throws IOException, BranchFault {
        Path site = output.resolve("site");
        Site.complete(site, built.resolve("repository"), branch.branding().name(), commit.time());
        System.out.println("   update site " + site + " (version " + Units.versionIn(site.resolve("branch")) + ")");
        Optional<TrustedKeys> trusted = TrustedKeys.of(branch);
        if (trusted.isPresent()) {
            System.out.println("   The update site is not signed, and workstations take none that is not, as the"
                    + " profile names the key " + trusted.get().file().getFileName() + ": package with --sign KEY.");
        }
    }

    private String archive(Platform platform, Path built, Optional<Path> jdk)
            throws IOException, InterruptedException, BranchFault {
        Path installation = platform.installation(products());
        settle(installation, platform.built(built.resolve("products").resolve("org.carrel.product")));
        new Desktop(branch, output.resolve("work")).finish(platform, products(), release);
        if (branch.sealed().isPresent()) {
            Files.copy(branch.sealed().get(), installation.resolve("branch").resolve(BranchFolder.SEALED),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        String without = "";
        if (platform == Platform.LINUX && isLinux()) {
            JavaRuntime.linked(output.resolveSibling(".java"), platform.runtime(products()));
        } else if (jdk.isPresent()) {
            JavaRuntime.copy(jdk.get(), platform, platform.runtime(products()));
        } else {
            without = "-without-java";
        }
        Path file = output.resolve("carrel-" + branch.id() + "-" + release + without + "-" + platform.suffix());
        new Archive(platform.unpacked(products()), commit.time()).write(file);
        String line = "   archive " + file + " (" + Files.size(file) / 1_000_000 + " MB)";
        return without.isEmpty() ? line
                : line + "\n   It has no Java inside, so the workstation needs Java 21 or newer."
                        + (platform == Platform.LINUX ? " Package it on Linux to have one inside."
                                : " To have one inside, unpack a JDK or JRE for " + platform.label()
                                        + " and name its folder: "
                                        + (platform == Platform.WINDOWS ? "--jdk-windows DIR." : "--jdk-macos DIR."));
    }

    private static boolean isLinux() {
        return System.getProperty("os.name").equals("Linux")
                && Platform.LINUX.runs("Linux", System.getProperty("os.arch"));
    }

    /** Lays in the texts about what others made, and takes out when it was installed: the commit is what counts. */
    private static void settle(Path installation, Path built) throws IOException {
        for (String text : List.of("NOTICE", "sbom.cdx.json")) {
            Files.copy(built.resolve(text), installation.resolve(text), StandardCopyOption.REPLACE_EXISTING);
        }
        Path settings = installation.resolve("configuration").resolve("config.ini");
        Files.write(settings, Files.readAllLines(settings).stream().filter(line -> !line.startsWith("#")).toList());
    }
}
