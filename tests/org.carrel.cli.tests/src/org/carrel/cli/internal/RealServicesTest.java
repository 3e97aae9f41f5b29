/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.carrel.cli.internal.Bench.Said;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** The commands over the services of the product: Derby, HTTP, NCIP, the practice server, put together by OSGi. */
@DisplayName("Over the real services")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RealServicesTest {

    /** Of one branch, which is open for as long as the framework runs. */
    @TempDir
    static Path folder;

    @Test
    @Order(1)
    void the_demo_runs_and_what_it_left_can_be_shown_exported_and_deleted() throws Exception {
        Path data = folder.resolve("data");
        try (OsgiServices services = services()) {
            Said demo = run(services, "", "demo", "--data", data.toString());
            assertEquals(Exit.OK, demo.code(), demo.out() + demo.err());
            assertEquals("demo: 12 recorded, 10 uploaded, 1 failed as intended, 1 superseded, 0 lost",
                    demo.out().lines().toList().getLast());

            String failed = run(services, "", "queue", "list", "--state", "upload-failed", "--format", "csv").out();
            assertTrue(failed.contains("UNKNOWN_PATRON"), failed);
            String row = failed.lines().toList().get(1).split(",")[0];
            assertTrue(run(services, "", "queue", "show", row).out().contains("Unknown patron"));

            Path file = folder.resolve("queue.json");
            assertEquals(Exit.OK, run(services, "", "queue", "export", file.toString(), "--format", "json").code());
            assertTrue(run(services, "", "queue", "import", file.toString()).err().contains("0 added, 12 known"));

            assertEquals(Exit.OK, run(services, "", "queue", "delete", row, "--yes").code());
            assertTrue(run(services, "", "queue", "import", file.toString()).err().contains("0 added"),
                    "what was deleted does not come back");

            Said added = run(services, "checkin,31000000001209\nchecking\n", "queue", "add");
            assertTrue(added.err().contains("1 recorded, 1 refused"), added.err());
            Said uploaded = run(services, "", "upload");
            assertEquals(Exit.OK, uploaded.code(), uploaded.out() + uploaded.err());
            assertTrue(run(services, "", "status").out().contains("Uploaded: 11"));

            Path items = Files.writeString(folder.resolve("items.txt"),
                    "Item_Barcode|Item_Call_Number|Title\n1|QA 76.9 .A1|One\n2|QA 76.10 .A1|Two\n1|QA 9 .A1|Three\n");
            Said imported = run(services, "", "inventory", "import", items.toString());
            assertEquals(Exit.OK, imported.code(), imported.out() + imported.err());
            assertTrue(run(services, "", "inventory", "show", "2").out().contains("Stands before: QA 76.9"));

            Path scans = Files.writeString(folder.resolve("scans.txt"), "1\n99\n");
            Path report = folder.resolve("missing.csv");
            Said reported = run(services, "", "inventory", "report", "missing", report.toString(), "--scans",
                    scans.toString(), "--whole", "--bare");
            assertEquals(Exit.OK, reported.code(), reported.out() + reported.err());
            assertEquals(1, Files.readAllLines(report).stream().filter(line -> line.contains("QA 76.10 .A1")).count());
            Path page = folder.resolve("unknown.html");
            assertEquals(Exit.OK, run(services, "", "inventory", "report", "unknown", page.toString(), "--scans",
                    scans.toString()).code());
            assertTrue(Files.readString(page).contains("<td dir=\"auto\">99</td>"), Files.readString(page));

            Said made = run(services, "", "inventory", "project", "new", "Autumn");
            assertEquals(Exit.OK, made.code(), made.out() + made.err());
            Said scanned = run(services, "2\n99\n", "inventory", "scan", "Autumn", "--person", "ab", "--device",
                    "wand");
            assertEquals(Exit.OK, scanned.code(), scanned.out() + scanned.err());
            assertTrue(scanned.out().startsWith("99 "), scanned.out());
            assertTrue(run(services, "", "inventory", "compare", "Autumn").out().startsWith("Autumn: 2 barcodes"));
        }
        assertFalse(Files.readString(data.resolve("practice/offline-circ.log")).contains("2100000000"),
                "the log holds no patron");
    }

    @Test
    @Order(2)
    void every_component_is_alive_once_a_branch_is_open() throws Exception {
        try (OsgiServices services = services()) {
            assertEquals(Exit.OK, run(services, "", "inventory", "project", "list").code());

            ServiceComponentRuntime components = services.get(ServiceComponentRuntime.class);
            List<String> dead = new ArrayList<>();
            int alive = 0;
            for (ComponentDescriptionDTO component : components.getComponentDescriptionDTOs()) {
                boolean ours = Stream.of("inventory", "model", "store", "wms", "sip2", "practice")
                        .anyMatch(name -> component.bundle.symbolicName.startsWith("org.carrel." + name));
                if (ours) {
                    List<ComponentConfigurationDTO> made = List
                            .copyOf(components.getComponentConfigurationDTOs(component));
                    boolean lives = made.stream().anyMatch(one -> one.state == ComponentConfigurationDTO.ACTIVE
                            || one.state == ComponentConfigurationDTO.SATISFIED);
                    alive += lives ? 1 : 0;
                    if (!lives) {
                        dead.add(component.name + " lacks " + made.stream()
                                .flatMap(one -> Arrays.stream(one.unsatisfiedReferences)).map(one -> one.name)
                                .toList());
                    }
                }
            }
            assertEquals(List.of(), dead);
            assertTrue(alive > 15, "only " + alive + " components were looked at");
        }
    }

    @Test
    @Order(3)
    @EnabledIfEnvironmentVariable(named = "CARREL_CONFORMANCE_DATA", matches = ".+")
    void a_published_file_of_2903_items_and_a_disarranged_shelf_have_exactly_those_findings() throws Exception {
        try (OsgiServices services = services()) {
            new PublishedShelf(folder, (input, arguments) -> run(services, input, arguments)).isComparedRightly();
        }
    }

    private static OsgiServices services() {
        Bundle bundle = FrameworkUtil.getBundle(Cli.class);
        assumeTrue(bundle != null, "there is no OSGi on a plain class path");
        return new OsgiServices(bundle.getBundleContext(), Duration.ofSeconds(60));
    }

    private static Said run(Services services, String input, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal = new Terminal(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintWriter(out), new PrintWriter(err), Optional.empty());
        int code = new Cli(new Session(services, terminal, folder.resolve("data"))).run(arguments);
        return new Said(code, out.toString(), err.toString());
    }
}
