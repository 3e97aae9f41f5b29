/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.carrel.model.BranchProfile;
import org.carrel.model.BranchProfile.SignIn.Method;
import org.carrel.ncip.NcipCodec;
import org.carrel.practice.PracticeBarcodes;
import org.carrel.practice.PracticeLibrary;
import org.carrel.practice.PracticeServer;
import org.carrel.practice.PracticeServerBuilder;
import org.carrel.testkit.ChildJvm;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A heap dump")
@Timeout(180)
class NothingLeftInMemoryTest {

    private static final String SECRET = "s3cret-of-the-heap-\u00e9";

    @TempDir
    Path folder;

    @ParameterizedTest(name = "holds no secret, no token and no patron once a transport with {0} is closed")
    @EnumSource(Method.class)
    void after_closing(Method method) throws Exception {
        Files.write(folder.resolve("typed-secret"), SECRET.getBytes(StandardCharsets.UTF_8));
        try (PracticeServer server = PracticeServer.builder().library(PracticeLibrary.ofSize(5, 20))
                .wsKey(PracticeServerBuilder.DEFAULT_KEY, () -> Optional.of(SECRET.toCharArray())).build()) {
            server.bringUp();
            try (ChildJvm child = ChildJvm.start(folder, SendingChild.class, witnesses(), folder.toString(),
                    Integer.toString(server.address().getPort()), method.name())) {
                String said = child.line().orElse("");
                assertTrue(said.startsWith("accepted 5, then NoAnswer"), () -> said + errors());
            }
        }
        Set<String> open = found(folder.resolve("open.hprof"));
        assertTrue(open.contains("patron") && (method == Method.HMAC || open.contains("token")),
                () -> "what is in memory while it works can be found: " + open);
        assertEquals(Set.of(), found(folder.resolve("closed.hprof")));
    }

    private static List<Class<?>> witnesses() throws ClassNotFoundException {
        List<Class<?>> witnesses = new ArrayList<>(List.of(SendingChild.class, WmsTransport.class, BranchProfile.class,
                NcipCodec.class, PracticeServer.class, ChildJvm.class));
        for (String name : List.of("org.apache.hc.client5.http.classic.HttpClient", "org.apache.hc.core5.http.HttpHost",
                "org.apache.hc.core5.http2.HttpVersionPolicy", "com.google.gson.Gson", "org.slf4j.Logger")) {
            witnesses.add(Class.forName(name, false, WmsTransport.class.getClassLoader()));
        }
        return witnesses;
    }

    private String errors() {
        try {
            return Files.readString(folder.resolve("child-errors.txt"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static Set<String> found(Path dump) throws IOException {
        Map<String, byte[]> wanted = new LinkedHashMap<>();
        byte[] secret = SECRET.getBytes(StandardCharsets.UTF_8);
        byte[] credentials = (PracticeServerBuilder.DEFAULT_KEY + ':' + SECRET).getBytes(StandardCharsets.UTF_8);
        wanted.put("secret, UTF-8", secret);
        wanted.put("secret, Latin-1", SECRET.getBytes(StandardCharsets.ISO_8859_1));
        wanted.put("secret, UTF-16BE", SECRET.getBytes(StandardCharsets.UTF_16BE));
        wanted.put("secret, UTF-16LE", SECRET.getBytes(StandardCharsets.UTF_16LE));
        wanted.put("credentials, base64", Base64.getEncoder().withoutPadding().encode(credentials));
        wanted.put("token", "Bearer tk_".getBytes(StandardCharsets.US_ASCII));
        wanted.put("patron", PracticeBarcodes.patron(1).value().getBytes(StandardCharsets.US_ASCII));
        // One character is one byte there, and searching is quick.
        String content = new String(Files.readAllBytes(dump), StandardCharsets.ISO_8859_1);
        Set<String> found = new TreeSet<>();
        wanted.forEach((name, bytes) -> {
            if (content.contains(new String(bytes, StandardCharsets.ISO_8859_1))) {
                found.add(name);
            }
        });
        return found;
    }
}
