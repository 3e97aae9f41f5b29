/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branches;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Signs all that an update site has, so that workstations know from whom it is. */
final class Signing {

    private static final Pattern LIST = Pattern
            .compile("(content|artifacts|compositeContent|compositeArtifacts)\\.(xml|jar|xml\\.xz)");

    private final BranchFolder branch;
    private final Signer signer;

    Signing(BranchFolder branch, Signer signer) {
        this.branch = branch;
        this.signer = signer;
    }

    /**
     * Arguments: {@code sign}; the folder of the branch; a key: a file, or the name of one that GnuPG has; update sites,
     * none to try the key only. The passphrase of a file is the first line of the input: others on the machine can see
     * what is on a command line or in the environment.
     */
    static void main(String[] words) throws IOException, InterruptedException, BranchFault {
        Path file = Path.of(words[2]);
        Signer signer = Files.exists(file) ? KeyFile.open(file, passphrase()) : new GnuPg(words[2]);
        Signing signing = new Signing(BranchFolder.of(Path.of(words[1])), signer);
        signing.tryOut(words.length == 3);
        for (String site : List.of(words).subList(3, words.length)) {
            System.out.println("   signed " + signing.sign(Path.of(site)) + " files in " + site);
        }
    }

    private static char[] passphrase() throws IOException {
        Reader in = new InputStreamReader(System.in, StandardCharsets.UTF_8);
        String line = new BufferedReader(in).readLine();
        return line == null ? new char[0] : line.toCharArray();
    }

    /** Passes when workstations will accept what is signed like this; says when they will not look, if that matters. */
    void tryOut(boolean loud) throws IOException, InterruptedException, BranchFault {
        Optional<TrustedKeys> trusted = TrustedKeys.of(branch);
        Path sample = branch.profile();
        String signature = signer.sign(sample);
        if (trusted.isEmpty()) {
            if (loud) {
                System.out.println("   The profile of " + branch.id() + " names no key, so workstations will not look"
                        + " at signatures. \"key\" under \"updates\" names a file with the public half.");
            }
        } else if (!trusted.get().accept(sample, signature)) {
            throw new BranchFault("Workstations of the branch \"" + branch.id() + "\" would refuse this: it is signed"
                    + " with another key than those in " + trusted.get().file()
                    + ", which the profile names. Sign with one of them, or put the public half of yours there, too.");
        }
    }

    /**
     * Signs each artifact as p2 has it, and beside each list of a repository lays a signature of the list: what is in
     * one is not only names, but also what is done when something is installed. How many files were signed.
     */
    int sign(Path site) throws IOException, InterruptedException, BranchFault {
        int signed = 0;
        for (Path repository : repositories(site)) {
            signed += Artifacts.of(repository).sign(signer);
            signed += signLists(repository);
        }
        return signed + signLists(site);
    }

    private int signLists(Path folder) throws IOException, InterruptedException, BranchFault {
        List<Path> lists;
        try (Stream<Path> files = Files.list(folder)) {
            lists = files.filter(file -> LIST.matcher(file.getFileName().toString()).matches()).sorted().toList();
        }
        for (Path list : lists) {
            Files.writeString(list.resolveSibling(list.getFileName() + ".asc"), signer.sign(list));
        }
        return lists.size();
    }

    private static List<Path> repositories(Path site) throws BranchFault {
        List<Path> all = new ArrayList<>();
        for (String part : Site.PARTS) {
            all.add(site.resolve(part));
        }
        if (!all.stream().allMatch(Files::isDirectory)) {
            throw new BranchFault(site + " is no update site that \"./carrel package\" has made.");
        }
        return all;
    }
}
