/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sip2.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.net.ServerSocketFactory;

import org.carrel.model.BranchProfile;
import org.carrel.testkit.ChildJvm;
import org.carrel.testkit.TestBranch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

@DisplayName("The log")
@Timeout(300)
class NothingPersonalLoggedTest {

    private static final String ITEM = "31000000000011";

    @TempDir
    private Path folder;

    @Test
    @DisplayName("has no password, no user and no barcode, however much is logged and whatever fails")
    void nothingPersonal() throws Exception {
        List<StubServer> servers = new ArrayList<>();
        List<String> arguments = new ArrayList<>(List.of(configuration(), ITEM));
        try {
            for (String toLogin : List.of("940", "941", "94", "xx" + Asking.PASSWORD, "", "9300CNdesk-user|CO"
                    + Asking.PASSWORD + "|AY0AZ0000")) {
                servers.add(new StubServer(ServerSocketFactory.getDefault(),
                        message -> message.startsWith("93") ? toLogin : ""));
            }
            servers.add(new StubServer(ServerSocketFactory.getDefault(), StubServer::welcoming));
            servers.forEach(server -> arguments.add(Integer.toString(server.port())));

            String said = listen(arguments);

            servers.forEach(server -> assertFalse(server.heard.isEmpty()));
            assertEquals(servers.size(), said.split("ended ", -1).length - 1, said);
            assertTrue(said.contains("SIGN_IN_REFUSED") && said.contains("UNREACHABLE"), said);
            for (String secret : List.of(Asking.PASSWORD, "desk-user", ITEM)) {
                assertFalse(said.contains(secret), said);
            }
        } finally {
            for (StubServer server : servers) {
                server.close();
            }
        }
    }

    private String configuration() throws IOException {
        return Files.writeString(folder.resolve("logback.xml"), """
                <configuration>
                  <appender name="OUT" class="ch.qos.logback.core.ConsoleAppender">
                    <encoder><pattern>%d %t %p %logger -- %m %kvp%n%ex{full}</pattern></encoder>
                  </appender>
                  <root level="ALL"><appender-ref ref="OUT"/></root>
                </configuration>
                """).toString();
    }

    private String listen(List<String> arguments) throws IOException {
        List<Class<?>> witnesses = List.of(TalkativeChild.class, QueuedLookup.class, BranchProfile.class,
                TestBranch.class, LoggerFactory.class, ch.qos.logback.classic.Logger.class,
                ch.qos.logback.core.Appender.class);
        StringBuilder said = new StringBuilder();
        try (ChildJvm child = ChildJvm.start(folder, TalkativeChild.class, witnesses,
                arguments.toArray(String[]::new))) {
            child.lines().forEach(line -> said.append(line).append('\n'));
        }
        return said.append(Files.readString(folder.resolve("child-errors.txt"))).toString();
    }
}
