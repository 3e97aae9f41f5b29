/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.practice.internal;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;

import org.carrel.model.Texts;
import org.carrel.model.port.Branch;
import org.carrel.model.port.PracticeSystem;
import org.carrel.model.port.Secrets;
import org.carrel.practice.PracticeServer;
import org.carrel.practice.PracticeServerBuilder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The practice server of a practice branch, at the end points that its profile names. */
@Component(service = PracticeSystem.class)
public final class PracticeSystemComponent implements PracticeSystem {

    private static final Texts TEXTS = Texts.of(PracticeSystemComponent.class);

    private final URI wanted;
    private final PracticeServer server;

    /** @param branch a practice branch, with a port in its addresses */
    @Activate
    public PracticeSystemComponent(@Reference(target = "(practice=true)") Branch branch, @Reference Secrets secrets) {
        wanted = branch.profile().system().ncip();
        PracticeServerBuilder builder = PracticeServer.builder().clock(Clock.systemUTC()).profile(branch.profile())
                .wsKey(branch.profile().signIn().key(), secrets::wsKeySecret);
        branch.profile().sip2().filter(sip2 -> isHere(sip2.host()))
                .ifPresent(sip2 -> builder.sip2(sip2, secrets::sip2Password));
        server = builder.build();
    }

    @Deactivate
    void deactivate() {
        server.close();
    }

    @Override
    public void bringUp() throws IOException {
        if (!isHere(wanted.getHost())) {
            throw new IOException(TEXTS.get("server.loopback", wanted.getHost()));
        }
        server.bringUp();
    }

    @Override
    public void takeDown() {
        server.takeDown();
    }

    @Override
    public boolean isUp() {
        return server.isUp();
    }

    @Override
    public URI address() {
        return server.address();
    }

    @Override
    public Path writeItemFile(Path folder) throws IOException {
        return server.writeItemFile(folder);
    }

    @Override
    public void misbehave(String script) {
        server.misbehave(script);
    }

    /** Nothing is looked up: a name might mean anything. */
    private static boolean isHere(String host) {
        return "localhost".equals(host) || "127.0.0.1".equals(host);
    }
}
