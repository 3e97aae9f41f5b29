/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.practice.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The practice pad")
class PracticeReaderComponentTest {

    private static int status(URI pad, String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(pad.resolve("/Temporary_Listen_Addresses/" + path)).build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    @DisplayName("listens on loopback while it is up, is written over HTTP, and says so when it is unplugged")
    void listens_while_it_is_up() throws Exception {
        PracticeReaderComponent reader = new PracticeReaderComponent(null);
        reader.lay(List.of("nobody is there yet"));
        assertEquals(Map.of(), reader.tags());
        URI address = reader.bringUp();
        try {
            assertEquals(address, reader.bringUp());
            assertEquals("127.0.0.1", address.getHost());
            reader.lay(List.of("310", "311"));
            assertEquals(200, status(address, "setsecurity/310/0"));
            assertEquals(404, status(address, "setsecurity/312/0"));
            assertEquals(Map.of("310", false, "311", true), reader.tags());
            reader.lift(List.of("310"));
            reader.plug(false);
            assertEquals(503, status(address, "alive"));
            reader.plug(true);
            assertEquals(Map.of("311", true), reader.tags());
        } finally {
            reader.takeDown();
        }
        assertThrows(IOException.class, () -> status(address, "alive"));
        assertTrue(reader.tags().isEmpty());
    }
}
