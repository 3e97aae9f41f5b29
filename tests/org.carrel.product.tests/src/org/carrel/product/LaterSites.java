/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The update sites of the next version of {@link ZuidBranch}'s product: as they should be, and as they should not. */
final class LaterSites {

    /** In the profile of the next version only. */
    static final String REMARK = "# The second edition of this profile.";

    private final ZuidBranch branch;
    private final Path work;

    /** @param work for all of it; it must exist */
    LaterSites(ZuidBranch branch, Path work) throws IOException, InterruptedException {
        this.branch = branch;
        this.work = work;
        Path built = work.resolve("built");
        Files.createDirectories(built);
        new LaterProgram(ExampleBuild.folder("carrel.repository")).writeTo(built.resolve("repository"));
        Path folder = work.resolve(branch.folder().getFileName());
        copy(branch.folder(), folder);
        Path profile = folder.resolve("branch.yaml");
        Files.writeString(profile, Files.readString(profile) + "\n" + REMARK + "\n");
        BranchTool.run("", "prepare", folder, work.resolve("out"), LaterProgram.RELEASE, built,
                ExampleBuild.folder("carrel.product").resolve("carrel"));
        BranchTool.run("", "site", folder, work.resolve("out"), LaterProgram.RELEASE, built);
    }

    /** What nobody has signed. */
    Path unsigned() {
        return work.resolve("out").resolve("site");
    }

    /** Signed with the key whose public half the branch's profile names. */
    Path signed() throws IOException, InterruptedException {
        Path site = work.resolve("signed");
        if (Files.exists(site)) {
            return site;
        }
        copy(unsigned(), site);
        BranchTool.run(ZuidBranch.PASSPHRASE + "\n", "sign", branch.folder(), branch.secretKey(), site);
        return site;
    }

    /** Signed by the right one, whereupon somebody has put something else into its list of what there is. */
    Path changedAfterwards() throws IOException, InterruptedException {
        Path site = work.resolve("changed");
        copy(signed(), site);
        Path list = site.resolve("branch").resolve("content.xml");
        String before = Files.readString(list);
        String after = before.replace("cleanupzip(source:@artifact, target:${installFolder});",
                "remove(path:${installFolder}/branch);");
        if (after.equals(before)) {
            throw new AssertionError(list + " has nothing to change");
        }
        Files.writeString(list, after);
        return site;
    }

    /** The version that was packaged first, signed as it should be: older than the one that comes after it. */
    Path older() throws IOException, InterruptedException {
        Path site = work.resolve("older");
        copy(branch.packaging().output().resolve("site"), site);
        BranchTool.run(ZuidBranch.PASSPHRASE + "\n", "sign", branch.folder(), branch.secretKey(), site);
        return site;
    }

    /** Signed, but by somebody else. */
    Path signedByAStranger() throws IOException, InterruptedException {
        Path stranger = Files.createDirectories(work.resolve("stranger"));
        Files.writeString(stranger.resolve("branch.yaml"), "branch:\n");
        Path secret = work.resolve("stranger.asc");
        BranchTool.run(ZuidBranch.PASSPHRASE + "\n", "new-key", secret, work.resolve("stranger-public.asc"),
                "Stranger");
        Path site = copyOf("of-a-stranger");
        BranchTool.run(ZuidBranch.PASSPHRASE + "\n", "sign", stranger, secret, site);
        return site;
    }

    private Path copyOf(String name) throws IOException {
        Path site = work.resolve(name);
        copy(unsigned(), site);
        return site;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, LinkOption.NOFOLLOW_LINKS);
                }
            }
        }
    }
}
