/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

import org.carrel.branch.NewKeys;
import org.carrel.model.Texts;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sets a new password, a new WSKey or another user to act as, and confirms the profile as it is. */
@Command(name = "rekey")
final class BranchRekey implements Callable<Integer> {

    private static final Texts TEXTS = Texts.of(BranchRekey.class);

    private final Session session;

    @Mixin
    private KeyWork work;

    @Option(names = "--new-password", descriptionKey = "rekey.password")
    private boolean password;

    @Option(names = "--of", paramLabel = "NAME", descriptionKey = "rekey.of")
    private String grant;

    @Option(names = "--wskey", paramLabel = "KEY", descriptionKey = "rekey.wskey")
    private String wsKey;

    @Option(names = "--new-secret", descriptionKey = "rekey.secret")
    private boolean secret;

    @Option(names = "--new-sip2-password", descriptionKey = "rekey.sip2")
    private boolean sip2;

    @Option(names = "--new-file-server-password", descriptionKey = "rekey.itemFile")
    private boolean fileServer;

    @Option(names = "--user-to-act-as", paramLabel = "USER", descriptionKey = "rekey.user")
    private String user;

    @Option(names = "--user-name-space", paramLabel = "NAMESPACE", descriptionKey = "rekey.nameSpace")
    private String nameSpace;

    BranchRekey(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws CommandFailure {
        if ((user == null) != (nameSpace == null)) {
            throw new CommandFailure(Exit.USAGE, TEXTS.get("rekey.both"));
        }
        List<char[]> typed = new ArrayList<>();
        try {
            work.change(session, (branch, proof) -> branch.rekey(proof, keys(branch.profile().name(), typed)));
        } finally {
            typed.forEach(chars -> Arrays.fill(chars, '\0'));
        }
        return Exit.OK;
    }

    private NewKeys keys(String name, List<char[]> typed) throws CommandFailure {
        NewKeys keys = grant == null ? NewKeys.NONE : NewKeys.NONE.withGrant(grant);
        if (password) {
            typed.add(session.passwords().fresh(TEXTS.get("password.newPrompt", name)));
            keys = keys.withPassword(typed.getLast());
        }
        if (wsKey != null) {
            keys = keys.withWsKey(wsKey);
        }
        if (secret) {
            typed.add(session.passwords().existing(TEXTS.get("rekey.secretPrompt")));
            keys = keys.withWsKeySecret(typed.getLast());
        }
        if (sip2) {
            typed.add(session.passwords().existing(TEXTS.get("rekey.sip2Prompt")));
            keys = keys.withSip2Password(typed.getLast());
        }
        if (fileServer) {
            typed.add(session.passwords().existing(TEXTS.get("rekey.itemFilePrompt")));
            keys = keys.withItemFilePassword(typed.getLast());
        }
        return user == null ? keys : keys.withUserToActAs(user, nameSpace);
    }
}
