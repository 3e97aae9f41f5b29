/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Against the product as it is shipped, and a library system that takes web forms. */
@DisplayName("A transport that a library made, built against Carrel's repository alone,")
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class ExampleTransportTest {

    private static final String EXAMPLE = "org.carrel.example.transport";
    private static final String SECRET = "a secret of nobody";
    private static final String PATRON = Barcodes.numbered("21000", 7);
    private static final String LENT = Barcodes.numbered("31000", 8);
    private static final String UNKNOWN = Barcodes.numbered("31000", 9);

    @TempDir
    private Path folder;
    private final ConcurrentLinkedQueue<Map<String, String>> forms = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> signedInWith = new ConcurrentLinkedQueue<>();
    private HttpServer library;
    private SealedDesk desk;

    @BeforeEach
    void a_branch_of_such_a_library() throws IOException, InterruptedException {
        library = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        library.createContext("/loans", this::answer);
        library.start();
        desk = SealedDesk.in(folder, SECRET,
                List.of("library-system/ncip-address=http://127.0.0.1:" + library.getAddress().getPort() + "/loans",
                        "library-system/transport=org.carrel.example.forms"),
                Map.of());
    }

    @AfterEach
    void it_closes() {
        library.stop(0);
    }

    /** Takes every form, but knows nothing of one item. */
    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestMethod().equals("POST")) {
                Map<String, String> form = Arrays
                        .stream(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8).split("&"))
                        .map(field -> field.split("=", 2))
                        .collect(Collectors.toMap(field -> field[0], field -> field[1]));
                forms.add(form);
                signedInWith.add(exchange.getRequestHeaders().getFirst("Authorization"));
                exchange.sendResponseHeaders(form.get("item").equals(UNKNOWN) ? 404 : 204, -1);
            } else {
                exchange.sendResponseHeaders(405, -1);
            }
        }
    }

    @Test
    @DisplayName("uploads the queue; without it nothing is sent and nothing is lost")
    void uploads_the_queue() throws IOException, InterruptedException {
        Path scans = Files.writeString(folder.resolve("scans.csv"),
                "checkout," + PATRON + "," + LENT + "\ncheckin," + UNKNOWN + "\n");
        desk.product().queue("add", scans.toString());

        String missing = upload(3);
        assertTrue(missing.contains("org.carrel.example.forms"), missing);
        assertEquals(List.of(LENT, UNKNOWN), waiting(), "all of it waits");
        assertEquals(List.of(), List.copyOf(forms));

        Path work = Files.createDirectory(folder.resolve("example"));
        run(0, "extension", "add", new ExampleBuild(EXAMPLE).build(work).toString());
        String said = upload(1);

        assertTrue(said.contains("1 uploaded, 1 failed"), said);
        assertEquals(2, forms.size(), forms::toString);
        Map<String, String> lent = forms.stream().filter(form -> form.get("item").equals(LENT)).findAny().orElseThrow();
        assertEquals("checkout", lent.get("kind"));
        assertEquals(PATRON, lent.get("patron"));
        assertEquals(List.of("Bearer " + SECRET, "Bearer " + SECRET), List.copyOf(signedInWith));
        assertEquals(List.of(), waiting());
        String failed = desk.product().queue("list", "--state", "upload-failed", "--format", "json");
        assertTrue(failed.contains(UNKNOWN), failed);
    }

    private List<String> waiting() throws IOException, InterruptedException {
        String json = desk.product().queue("list", "--state", "awaiting-sync", "--format", "json");
        return List.of(LENT, UNKNOWN).stream().filter(json::contains).toList();
    }

    private String upload(int status) throws IOException, InterruptedException {
        return run(status, "upload");
    }

    /** Runs a command of the branch, which must end with {@code status}; both of its outputs are taken. */
    private String run(int status, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("carrel.product", ""), "carrel").toString(), "cli"));
        command.addAll(List.of(words));
        command.addAll(List.of("--data", desk.data().toString(), "--branch", folder.resolve("branch.yaml").toString(),
                "--password-stdin"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().write((SealedDesk.PASSWORD + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(status, process.waitFor(), said);
        return said;
    }
}
