/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.carrel.branch.internal.crypto.Crypto;
import org.carrel.branch.internal.crypto.RootKey;
import org.carrel.model.port.AuditTrail.Deed;
import org.carrel.model.port.DataKey.BrokenSealException;

/**
 * What a sealed file says. Immutable.
 *
 * @param branch   the branch's id
 * @param revision how often it was written, from 1
 * @param written  when it was written
 * @param grants   the data key under each password; never empty
 * @param recovery the data key under the recovery key
 * @param profile  what the profile said that matters for safety, when an administrator last confirmed it
 * @param signIn   what replaces keys of the profile's section {@code sign-in}
 * @param sealed   secrets by name, sealed under the data key
 * @param history  the last changes of keys, the oldest first
 */
record SealedDocument(String branch, long revision, Instant written, List<PasswordSeal> grants, RecoverySeal recovery,
        Map<String, String> profile, Map<String, String> signIn, Map<String, byte[]> sealed, List<KeyDeed> history) {

    static final int FORMAT = 1;
    /** Each one costs a wrong password half a second. */
    static final int MOST_GRANTS = 16;
    /** Of changes: a workstation that was away for longer misses the oldest. */
    static final int LONGEST_HISTORY = 20;
    static final String WSKEY = "wskey";
    static final String SIP2 = "sip2";
    static final String ITEM_FILE = "item-file";

    SealedDocument {
        grants = List.copyOf(grants);
        profile = Collections.unmodifiableMap(new LinkedHashMap<>(profile));
        signIn = Collections.unmodifiableMap(new LinkedHashMap<>(signIn));
        sealed = Collections.unmodifiableMap(new LinkedHashMap<>(sealed));
        history = List.copyOf(history);
    }

    Optional<PasswordSeal> grant(String name) {
        return grants.stream().filter(grant -> grant.name().equals(name)).findFirst();
    }

    /** With one that replaces the one of the same name, in its place, or comes last. */
    SealedDocument withGrant(PasswordSeal grant) {
        List<PasswordSeal> changed = new ArrayList<>(grants);
        int at = grants.stream().map(PasswordSeal::name).toList().indexOf(grant.name());
        if (at < 0) {
            changed.add(grant);
        } else {
            changed.set(at, grant);
        }
        return new SealedDocument(branch, revision, written, changed, recovery, profile, signIn, sealed, history);
    }

    SealedDocument withoutGrant(String name) {
        return new SealedDocument(branch, revision, written,
                grants.stream().filter(grant -> !grant.name().equals(name)).toList(), recovery, profile, signIn,
                sealed, history);
    }

    SealedDocument withRecovery(RecoverySeal other) {
        return new SealedDocument(branch, revision, written, grants, other, profile, signIn, sealed, history);
    }

    SealedDocument withProfile(Map<String, String> confirmed, Map<String, String> replaced) {
        return new SealedDocument(branch, revision, written, grants, recovery, confirmed, replaced, sealed, history);
    }

    SealedDocument withSecret(String name, byte[] clear, RootKey dataKey) {
        Map<String, byte[]> changed = new LinkedHashMap<>(sealed);
        changed.put(name, dataKey.sealSecret(bound(name), clear));
        return new SealedDocument(branch, revision, written, grants, recovery, profile, signIn, changed, history);
    }

    /** The one that is written after this one. */
    SealedDocument next(Instant now, String workstation, Deed deed, String detail) {
        List<KeyDeed> longer = new ArrayList<>(history);
        longer.add(new KeyDeed(revision + 1, now, workstation, deed, detail));
        return new SealedDocument(branch, revision + 1, now, grants, recovery, profile, signIn, sealed,
                longer.subList(Math.max(0, longer.size() - LONGEST_HISTORY), longer.size()));
    }

    /** The secret of that name, which the caller overwrites; empty when there is none. */
    Optional<byte[]> secret(String name, RootKey dataKey) {
        byte[] found = sealed.get(name);
        if (found == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(dataKey.openSecret(bound(name), found));
        } catch (BrokenSealException e) {
            throw new IllegalStateException("the tag over the whole file was right, so its parts are", e);
        }
    }

    private byte[] bound(String name) {
        return Crypto.joined("carrel secret", Integer.toString(FORMAT), branch, name);
    }
}
