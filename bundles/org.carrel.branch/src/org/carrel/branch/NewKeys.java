/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch;

import java.util.Objects;
import java.util.Optional;

/**
 * What a {@link SealedBranch#rekey} changes; what is empty stays as it is. The arrays stay the caller's, who overwrites
 * them after the call.
 *
 * @param grant         whose password is meant; empty for the one that the proof opened, or, with the recovery key, the
 *                      first one granted
 * @param password      the new password; at least {@link SealedBranch#SHORTEST_PASSWORD} characters
 * @param wsKey         the public half of another WSKey
 * @param wsKeySecret   the secret half of the WSKey
 * @param userToActAs   another user to act as, when the library system says that the one before no longer exists
 * @param userNameSpace the name space of that user
 * @param sip2Password  the password of the user who signs in to the SIP2 server
 * @param itemFilePassword the password for the file server with item files, or the passphrase of the private key
 */
public record NewKeys(Optional<String> grant, Optional<char[]> password, Optional<String> wsKey,
        Optional<char[]> wsKeySecret, Optional<String> userToActAs, Optional<String> userNameSpace,
        Optional<char[]> sip2Password, Optional<char[]> itemFilePassword) {

    /** Changes nothing but what is said with {@code with…}; confirms the profile as it is now. */
    public static final NewKeys NONE = new NewKeys(Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public NewKeys {
        Objects.requireNonNull(grant, "grant");
        Objects.requireNonNull(password, "password");
        Objects.requireNonNull(wsKey, "wsKey");
        Objects.requireNonNull(wsKeySecret, "wsKeySecret");
        Objects.requireNonNull(userToActAs, "userToActAs");
        Objects.requireNonNull(userNameSpace, "userNameSpace");
        Objects.requireNonNull(sip2Password, "sip2Password");
        Objects.requireNonNull(itemFilePassword, "itemFilePassword");
    }

    /** The same, for the password of {@code name}. */
    public NewKeys withGrant(String name) {
        return new NewKeys(Optional.of(name), password, wsKey, wsKeySecret, userToActAs, userNameSpace,
                sip2Password, itemFilePassword);
    }

    /** The same with a new password. */
    public NewKeys withPassword(char[] fresh) {
        return new NewKeys(grant, Optional.of(fresh), wsKey, wsKeySecret, userToActAs, userNameSpace,
                sip2Password, itemFilePassword);
    }

    /** The same with another public half of the WSKey. */
    public NewKeys withWsKey(String key) {
        return new NewKeys(grant, password, Optional.of(key), wsKeySecret, userToActAs, userNameSpace,
                sip2Password, itemFilePassword);
    }

    /** The same with another secret half of the WSKey. */
    public NewKeys withWsKeySecret(char[] secret) {
        return new NewKeys(grant, password, wsKey, Optional.of(secret), userToActAs, userNameSpace,
                sip2Password, itemFilePassword);
    }

    /** The same with another user to act as. */
    public NewKeys withUserToActAs(String user, String nameSpace) {
        return new NewKeys(grant, password, wsKey, wsKeySecret, Optional.of(user),
                Optional.of(nameSpace), sip2Password, itemFilePassword);
    }

    /** The same with another password for SIP2. */
    public NewKeys withSip2Password(char[] fresh) {
        return new NewKeys(grant, password, wsKey, wsKeySecret, userToActAs, userNameSpace, Optional.of(fresh),
                itemFilePassword);
    }

    /** The same with another password for the file server. */
    public NewKeys withItemFilePassword(char[] fresh) {
        return new NewKeys(grant, password, wsKey, wsKeySecret, userToActAs, userNameSpace, sip2Password,
                Optional.of(fresh));
    }
}
