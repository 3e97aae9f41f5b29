/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

import org.carrel.branch.internal.crypto.Crypto;
import org.carrel.model.BranchProfile;
import org.carrel.model.BranchProfile.SignIn;

/**
 * What a profile says that decides where secrets and patrons are sent, and how the desk is protected. The sealed file
 * keeps it, so that nobody can send the desk to another server by editing a text file.
 */
final class ProfileBinding {

    static final String KEY = "wskey";
    static final String USER = "user-to-act-as";
    static final String NAME_SPACE = "user-name-space";

    private static final String SIGN_IN = "sign-in / ";
    private static final int MAX_CERTIFICATES = 1024 * 1024;

    private ProfileBinding() {}

    /** By the keys of the profile; without those that have no value. */
    static Map<String, String> of(BranchProfile profile) throws SealException {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("branch / registry-id", profile.registry().branch());
        values.put("branch / institution-registry-id", profile.registry().institution());
        values.put("library-system / ncip-address", profile.system().ncip().toString());
        values.put("library-system / token-address", profile.system().token().toString());
        if (profile.system().caFile().isPresent()) {
            values.put("library-system / ca-file", digest(profile.system().caFile().get()));
        }
        if (!profile.system().transport().equals(BranchProfile.LibrarySystem.WMS)) {
            values.put("library-system / transport", profile.system().transport());
        }
        if (profile.safety().extensions().allow() != BranchProfile.Extensions.Allow.ALL) {
            values.put("extensions / allow", profile.safety().extensions().allow().name().toLowerCase(Locale.ROOT));
        }
        if (profile.safety().extensions().certificates().isPresent()) {
            values.put("extensions / certificates", digest(profile.safety().extensions().certificates().get()));
        }
        SignIn signIn = profile.signIn();
        values.put(SIGN_IN + "method", signIn.method().name().toLowerCase(Locale.ROOT));
        values.put(SIGN_IN + KEY, signIn.key());
        values.put(SIGN_IN + "scope", signIn.scope());
        values.put(SIGN_IN + USER, signIn.principalId());
        values.put(SIGN_IN + NAME_SPACE, signIn.principalIdNs());
        profile.sip2().ifPresent(sip2 -> {
            values.put("sip2 / host", sip2.host());
            values.put("sip2 / port", Integer.toString(sip2.port()));
            values.put("sip2 / tls", yesOrNo(sip2.tls()));
            values.put("sip2 / user", sip2.user());
        });
        profile.itemFile().server().ifPresent(server -> {
            values.put("item-file-server / host", server.host());
            values.put("item-file-server / port", Integer.toString(server.port()));
            values.put("item-file-server / user", server.user());
            values.put("item-file-server / host-key", server.hostKey());
        });
        profile.writeBack().ifPresent(there -> values.put("write-back / address", there.addressText()));
        profile.updates().site().ifPresent(site -> values.put("updates / site", site.toString()));
        if (profile.updates().key().isPresent()) {
            values.put("updates / key", digest(profile.updates().key().get()));
        }
        values.put("upload / ask-for-password", yesOrNo(profile.upload().asksPassword()));
        values.put("safety / lock-after", profile.safety().lockAfter().toString());
        values.put("safety / keep-operator", yesOrNo(profile.safety().keepsOperator()));
        values.put("retention / archive-after", Integer.toString(profile.retention().archiveAfterDays()));
        values.put("retention / delete-after", Integer.toString(profile.retention().deleteAfterDays()));
        profile.journal().ifPresent(folder -> values.put("journal-folder", folder));
        values.values().removeIf(String::isBlank);
        return values;
    }

    /** The keys whose values differ, in order. */
    static List<String> differences(Map<String, String> confirmed, Map<String, String> now) {
        TreeSet<String> keys = new TreeSet<>(confirmed.keySet());
        keys.addAll(now.keySet());
        keys.removeIf(key -> Objects.equals(confirmed.get(key), now.get(key)));
        return List.copyOf(keys);
    }

    /**
     * What still replaces the profile's sign-in: whatever somebody has edited in the profile since counts instead.
     *
     * @param replaced by {@link #KEY}, {@link #USER} and {@link #NAME_SPACE}
     */
    static Map<String, String> stillReplaced(Map<String, String> replaced, Map<String, String> confirmed,
            Map<String, String> now) {
        Map<String, String> still = new LinkedHashMap<>(replaced);
        still.keySet().removeIf(key -> !Objects.equals(confirmed.get(SIGN_IN + key), now.get(SIGN_IN + key)));
        return still;
    }

    /** The profile with its sign-in as an administrator has replaced it. */
    static BranchProfile effective(BranchProfile profile, Map<String, String> replaced) {
        SignIn signIn = profile.signIn();
        return profile.withSignIn(new SignIn(signIn.method(), replaced.getOrDefault(KEY, signIn.key()), signIn.scope(),
                replaced.getOrDefault(USER, signIn.principalId()),
                replaced.getOrDefault(NAME_SPACE, signIn.principalIdNs())));
    }

    private static String digest(Path file) throws SealException {
        try (InputStream in = Files.newInputStream(file)) {
            return "SHA-256 " + HexFormat.of().formatHex(Crypto.sha256(in.readNBytes(MAX_CERTIFICATES)));
        } catch (IOException e) {
            throw SealException.because("ca.unreadable", file, e.getMessage());
        }
    }

    private static String yesOrNo(boolean value) {
        return value ? "yes" : "no";
    }
}
