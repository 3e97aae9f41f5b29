/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.concurrent.Callable;

import org.carrel.model.BranchProfile;
import org.carrel.model.Sip2Server;
import org.carrel.model.Texts;
import org.carrel.model.port.PracticeSystem;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the practice server until standard input ends. */
@Command(name = "practice")
final class PracticeCommand implements Callable<Integer> {

    private static final Texts TEXTS = Texts.of(PracticeCommand.class);

    private final Session session;

    @Mixin
    private WsKeySecret secret;

    @Option(names = "--misbehave", paramLabel = "SCRIPT", descriptionKey = "practice.misbehave")
    private String script;

    PracticeCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws CommandFailure, IOException {
        PracticeSystem practice = session.practice()
                .orElseThrow(() -> new CommandFailure(Exit.PROFILE_REFUSED, TEXTS.get("practice.real")));
        secret.supply(session);
        misbehave(practice);
        bringUp(practice);
        BranchProfile profile = session.branch().profile();
        session.terminal().out().println(TEXTS.get("practice.address", practice.address()));
        session.terminal().out().println(TEXTS.get("practice.ncip", profile.system().ncip()));
        session.terminal().out().println(TEXTS.get("practice.token", profile.system().token()));
        session.terminal().out().println(TEXTS.get("practice.key", profile.signIn().key()));
        if (!secret.isFromInput()) {
            // Made at random for this session and good for nothing but this server.
            session.terminal().out().println(TEXTS.get("practice.secret",
                    session.secrets().wsKeySecret().map(String::new).orElse("")));
        }
        if (profile.sip2().isPresent()) {
            Sip2Server sip2 = profile.sip2().get();
            session.terminal().out().println(TEXTS.get("practice.sip2", sip2.host(), Integer.toString(sip2.port()),
                    sip2.user(), session.secrets().sip2Password().map(String::new).orElse("")));
        }
        session.terminal().out().flush();
        session.terminal().err().println(TEXTS.get("practice.end"));
        waitForEnd(session.terminal().in());
        practice.takeDown();
        return Exit.OK;
    }

    private void misbehave(PracticeSystem practice) throws CommandFailure {
        if (script == null) {
            return;
        }
        try {
            practice.misbehave(script);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(Exit.USAGE, e.getMessage());
        }
    }

    private static void bringUp(PracticeSystem practice) throws CommandFailure {
        try {
            practice.bringUp();
        } catch (IOException e) {
            throw new CommandFailure(Exit.REFUSED, e.getMessage());
        }
    }

    /** Each line of input is a new script; an empty one makes the server well again. */
    private void waitForEnd(BufferedReader in) throws IOException {
        BoundedLines lines = new BoundedLines(in);
        for (var line = lines.next(); line.isPresent(); line = lines.next()) {
            try {
                session.practice().orElseThrow().misbehave(line.get().text());
                session.terminal().err().println(TEXTS.get("practice.obeyed"));
            } catch (IllegalArgumentException | CommandFailure e) {
                session.terminal().err().println(e.getMessage());
            }
        }
    }
}
