/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import java.security.PrivateKey;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.carrel.branch.KeyAnswer;
import org.carrel.branch.NewKeys;
import org.carrel.branch.Proof;
import org.carrel.branch.RecoveryKey;
import org.carrel.branch.SealedBranch;
import org.carrel.branch.internal.crypto.Crypto;
import org.carrel.branch.internal.crypto.RootKey;
import org.carrel.model.BranchProfile;
import org.carrel.model.Texts;
import org.carrel.model.port.AuditTrail.Deed;

/** Changes what a sealed file says, for whoever can open it. */
final class KeyChanges {

    private final BranchPlace place;
    private final BranchProfile profile;
    private final SealedFile file;
    private final Unlocking unlocking;
    private final SignInMemory memory;
    private final Strength strength;
    private final Clock clock;

    KeyChanges(BranchPlace place, SealedFile file, SignInMemory memory, Strength strength, Clock clock) {
        this.place = place;
        this.profile = place.profile();
        this.file = file;
        this.unlocking = new Unlocking(file, memory);
        this.memory = memory;
        this.strength = strength;
        this.clock = clock;
    }

    /** A change by somebody who has opened the file. */
    private interface Change {
        SealedDocument of(SealedDocument before, RootKey dataKey, String grant) throws SealException;
    }

    /** What the audit trail will say of a change. */
    private record Note(Deed deed, String detail) {}

    /** Is told what the file says now, and the key it is sealed under, which is closed afterwards. */
    interface Follower {
        KeyAnswer changed(SealedDocument now, RootKey dataKey);
    }

    KeyAnswer rekey(Proof proof, NewKeys keys, Follower follower) {
        return change(proof, new Note(Deed.REKEYED, described(keys)), follower, (before, dataKey, opened) -> {
            SealedDocument after = confirmed(before, keys);
            if (keys.password().isPresent()) {
                String grant = keys.grant().map(String::strip).orElse(opened);
                if (before.grant(grant).isEmpty()) {
                    throw SealException.because("grant.unknown", grant);
                }
                after = after.withGrant(seal(grant, keys.password().get(), dataKey));
            }
            after = sealed(after, SealedDocument.WSKEY, keys.wsKeySecret(), dataKey);
            after = sealed(after, SealedDocument.SIP2, keys.sip2Password(), dataKey);
            return sealed(after, SealedDocument.ITEM_FILE, keys.itemFilePassword(), dataKey);
        });
    }

    private static SealedDocument sealed(SealedDocument before, String name, Optional<char[]> secret,
            RootKey dataKey) {
        if (secret.isEmpty()) {
            return before;
        }
        byte[] clear = Crypto.utf8(secret.get());
        try {
            return before.withSecret(name, clear, dataKey);
        } finally {
            Arrays.fill(clear, (byte) 0);
        }
    }

    /** With the profile as it is now, and with what replaces parts of it. */
    private SealedDocument confirmed(SealedDocument before, NewKeys keys) throws SealException {
        Map<String, String> now = ProfileBinding.of(profile);
        Map<String, String> replaced = new LinkedHashMap<>(
                ProfileBinding.stillReplaced(before.signIn(), before.profile(), now));
        replace(ProfileBinding.KEY, keys.wsKey(), replaced);
        replace(ProfileBinding.USER, keys.userToActAs(), replaced);
        replace(ProfileBinding.NAME_SPACE, keys.userNameSpace(), replaced);
        return before.withProfile(now, replaced);
    }

    private static void replace(String key, Optional<String> value, Map<String, String> values)
            throws SealException {
        if (value.isPresent()) {
            if (value.get().isBlank()) {
                throw SealException.because("signIn.blank", key);
            }
            values.put(key, value.get().strip());
        }
    }

    KeyAnswer grant(Proof proof, String name, char[] password, Follower follower) {
        return change(proof, new Note(Deed.GRANTED, name.strip()), follower, (before, dataKey, opened) -> {
            String sound = SealedReader.name(name).orElseThrow(() -> SealException.because("grant.name"));
            if (before.grant(sound).isPresent()) {
                throw SealException.because("grant.there", sound);
            }
            if (before.grants().size() == SealedDocument.MOST_GRANTS) {
                throw SealException.because("grant.most", SealedDocument.MOST_GRANTS);
            }
            return before.withGrant(seal(sound, password, dataKey));
        });
    }

    KeyAnswer revoke(Proof proof, String name, Follower follower) {
        return change(proof, new Note(Deed.REVOKED, name.strip()), follower, (before, dataKey, opened) -> {
            if (before.grant(name.strip()).isEmpty()) {
                throw SealException.because("grant.unknown", name);
            }
            if (before.grants().size() == 1) {
                throw SealException.because("grant.last", name);
            }
            return before.withoutGrant(name.strip());
        });
    }

    KeyAnswer replaceRecoveryKey(Proof proof, RecoveryKey recovery, Follower follower) {
        return change(proof, new Note(Deed.REKEYED, Texts.of(KeyChanges.class).get("deed.recovery")), follower,
                (before, dataKey, opened) -> before.withRecovery(RecoverySeal.of(before.branch(),
                        new RecoveryFiles(strength).publicKey(recovery), dataKey)));
    }

    private PasswordSeal seal(String grant, char[] password, RootKey dataKey) throws SealException {
        requireLong(password);
        return PasswordSeal.of(profile.id(), grant, clock.instant(), strength.rounds(), password, dataKey);
    }

    static void requireLong(char[] password) throws SealException {
        if (password.length < SealedBranch.SHORTEST_PASSWORD) {
            throw SealException.because("password.short", SealedBranch.SHORTEST_PASSWORD);
        }
    }

    private static String described(NewKeys keys) {
        Texts texts = Texts.of(KeyChanges.class);
        List<String> parts = new ArrayList<>();
        keys.password().ifPresent(password -> parts.add(texts.get("deed.password")));
        keys.wsKey().ifPresent(key -> parts.add(texts.get("deed.wskey")));
        keys.wsKeySecret().ifPresent(secret -> parts.add(texts.get("deed.secret")));
        keys.sip2Password().ifPresent(word -> parts.add(texts.get("deed.sip2")));
        keys.itemFilePassword().ifPresent(word -> parts.add(texts.get("deed.itemFile")));
        keys.userToActAs().ifPresent(user -> parts.add(texts.get("deed.user")));
        return parts.isEmpty() ? texts.get("deed.confirmed") : String.join(", ", parts);
    }

    private KeyAnswer change(Proof proof, Note note, Follower follower, Change change) {
        try {
            return switch (open(proof)) {
                case Unlocking.Attempt.Wrong wrong -> new KeyAnswer.WrongPassword(wrong.nextTry());
                case Unlocking.Attempt.TooSoon early -> new KeyAnswer.TooSoon(early.nextTry());
                case Unlocking.Attempt.Open open -> {
                    try (RootKey dataKey = open.dataKey()) {
                        memory.right();
                        SealedDocument now = file.change(dataKey,
                                before -> change.of(before, dataKey, open.grant()).next(clock.instant(),
                                        place.workstation(), note.deed(), note.detail()));
                        yield follower.changed(now, dataKey);
                    }
                }
            };
        } catch (SealException e) {
            return new KeyAnswer.Refused(e.getMessage());
        }
    }

    private Unlocking.Attempt open(Proof proof) throws SealException {
        return switch (proof) {
            case Proof.Password password -> unlocking.attempt(password.password());
            case Proof.RecoveryFile recovery -> {
                SealedText text = file.read();
                PrivateKey key = new RecoveryFiles(strength).privateKey(recovery);
                SealedDocument document = text.document();
                RootKey dataKey = document.recovery().open(document.branch(), key)
                        .orElseThrow(() -> SealException.because("recovery.other", document.recovery().name()));
                yield new Unlocking.Attempt.Open(document, document.grants().getFirst().name(),
                        unlocking.genuine(text, dataKey));
            }
        };
    }
}
