/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

import org.carrel.model.BranchProfile;
import org.carrel.model.Origin;
import org.carrel.model.port.Branch;
import org.junit.jupiter.api.Test;

class SessionSecretsTest {

    private static Branch branch(String profile) {
        BranchProfile read = Profiles.accepted(profile);
        return new OpenBranch(read, Path.of("data"), Path.of("journal"), new Origin("desk", ""));
    }

    @Test
    void a_real_branch_has_no_secret_until_somebody_supplies_it() {
        SessionSecrets secrets = new SessionSecrets(branch(Profiles.SOUND));
        assertTrue(secrets.wsKeySecret().isEmpty());

        char[] typed = "correct horse".toCharArray();
        secrets.supplyWsKeySecret(typed);
        Arrays.fill(typed, 'x');
        assertArrayEquals("correct horse".toCharArray(), secrets.wsKeySecret().orElseThrow());

        secrets.forget();
        assertEquals(Optional.empty(), secrets.wsKeySecret());
    }

    @Test
    void what_was_handed_out_may_be_overwritten() {
        SessionSecrets secrets = new SessionSecrets(branch(Profiles.SOUND));
        secrets.supplyWsKeySecret("secret".toCharArray());
        Arrays.fill(secrets.wsKeySecret().orElseThrow(), '\0');
        assertArrayEquals("secret".toCharArray(), secrets.wsKeySecret().orElseThrow());
    }

    @Test
    void practice_mode_has_a_secret_of_its_own_each_time() throws IOException {
        SessionSecrets one = new SessionSecrets(branch(Profiles.shipped("practice.yaml")));
        SessionSecrets other = new SessionSecrets(branch(Profiles.shipped("practice.yaml")));

        String secret = new String(one.wsKeySecret().orElseThrow());
        assertEquals(48, secret.length());
        assertEquals(secret, new String(one.wsKeySecret().orElseThrow()));
        assertNotEquals(secret, new String(other.wsKeySecret().orElseThrow()));
        one.forget();
        assertFalse(one.wsKeySecret().isEmpty());
    }
}
