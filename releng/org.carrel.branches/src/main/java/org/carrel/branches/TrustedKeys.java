/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branches;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.bc.BcPGPPublicKeyRingCollection;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The public keys that a branch's profile names under {@code updates}: workstations accept no other signatures. */
final class TrustedKeys {

    private final Path file;
    private final BcPGPPublicKeyRingCollection keys;

    private TrustedKeys(Path file, BcPGPPublicKeyRingCollection keys) {
        this.file = file;
        this.keys = keys;
    }

    /** Empty when the profile names none, or is none: whether it is right, the program itself says elsewhere. */
    static Optional<TrustedKeys> of(BranchFolder branch) throws IOException, BranchFault {
        Optional<Path> named = named(branch.profile());
        return named.isPresent() ? Optional.of(in(named.get())) : Optional.empty();
    }

    static TrustedKeys in(Path file) throws IOException, BranchFault {
        try (InputStream in = PGPUtil.getDecoderStream(Files.newInputStream(file))) {
            BcPGPPublicKeyRingCollection keys = new BcPGPPublicKeyRingCollection(in);
            if (keys.size() > 0) {
                return new TrustedKeys(file, keys);
            }
            throw new BranchFault(noKey(file));
        } catch (PGPException e) {
            throw new BranchFault(noKey(file), e);
        }
    }

    private static String noKey(Path file) {
        return file + " has no OpenPGP public key in it, and the profile names it for updates."
                + " \"gpg --armor --export NAME\" writes such a file.";
    }

    private static Optional<Path> named(Path profile) throws IOException {
        try {
            Object all = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(profile));
            if (all instanceof Map<?, ?> sections && sections.get("updates") instanceof Map<?, ?> updates
                    && updates.get("key") instanceof String key) {
                return Optional.of(profile.resolveSibling(key));
            }
            return Optional.empty();
        } catch (YamlEngineException e) {
            return Optional.empty();
        }
    }

    Path file() {
        return file;
    }

    /** Whether {@code signature}, in ASCII armor, is one of these keys on what is in {@code signed}. */
    boolean accept(Path signed, String signature) throws IOException, BranchFault {
        try (InputStream in = PGPUtil.getDecoderStream(
                new ByteArrayInputStream(signature.getBytes(StandardCharsets.US_ASCII)))) {
            if (!(new BcPGPObjectFactory(in).nextObject() instanceof PGPSignatureList list) || list.isEmpty()) {
                return false;
            }
            PGPSignature one = list.get(0);
            PGPPublicKey key = keys.getPublicKey(one.getKeyID());
            if (key == null) {
                return false;
            }
            one.init(new BcPGPContentVerifierBuilderProvider(), key);
            one.update(Files.readAllBytes(signed));
            return one.verify();
        } catch (PGPException e) {
            throw new BranchFault("A signature that was just made cannot be looked at: " + e.getMessage(), e);
        }
    }
}
