/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branches;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A key that GnuPG keeps, also on a card: it asks for the passphrase itself, and the key never comes here. */
final class GnuPg implements Signer {

    private final String key;

    /** @param key as {@code gpg --local-user} takes it: a fingerprint, best */
    GnuPg(String key) {
        this.key = key;
    }

    @Override
    public String sign(Path file) throws IOException, InterruptedException, BranchFault {
        return gpg("--local-user", key, "--detach-sign", "--output", "-", file.toString());
    }

    @Override
    public String publicKeys() throws IOException, InterruptedException, BranchFault {
        String keys = gpg("--export", key);
        if (keys.isBlank()) {
            throw new BranchFault("GnuPG knows no key \"" + key + "\". \"gpg --list-secret-keys\" shows those that it"
                    + " has; or name a file with a secret key.");
        }
        return keys;
    }

    private String gpg(String... words) throws IOException, InterruptedException, BranchFault {
        List<String> command = new ArrayList<>(List.of("gpg", "--batch", "--quiet", "--armor", "--no-emit-version"));
        command.addAll(List.of(words));
        Process gpg;
        try {
            gpg = new ProcessBuilder(command).start();
        } catch (IOException e) {
            throw new BranchFault("\"" + key + "\" is no file with a key, and there is no gpg on the PATH that could"
                    + " have a key of that name.", e);
        }
        gpg.getOutputStream().close();
        CompletableFuture<String> complaint = CompletableFuture.supplyAsync(() -> text(gpg.getErrorStream()));
        String output = text(gpg.getInputStream());
        if (gpg.waitFor() != 0) {
            throw new BranchFault("GnuPG did not sign with the key \"" + key + "\": " + complaint.join().strip());
        }
        return output;
    }

    private static String text(InputStream in) {
        try (in) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read what gpg says", e);
        }
    }
}
