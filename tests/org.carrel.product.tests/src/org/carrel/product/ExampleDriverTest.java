/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.carrel.model.scan.DeviceRole;
import org.carrel.model.scan.Scan;
import org.carrel.model.scan.ScanEvent;
import org.carrel.model.scan.ScanTarget;
import org.carrel.scanner.DeviceSettings;
import org.carrel.scanner.DeviceStatus.State;
import org.carrel.scanner.ScannerChange;
import org.carrel.scanner.ScannerService;
import org.carrel.scanner.driver.ScannerDriver;
import org.carrel.testkit.TestBranch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/** Against Carrel's own bundles in the framework of this test; the bundle is found as any that is installed. */
@DisplayName("A driver that a library made, built against Carrel's repository alone,")
class ExampleDriverTest {

    private static final String ID = "org.carrel.example.tcp";
    private static final ExampleBuild EXAMPLE = new ExampleBuild("org.carrel.example.scanner.tcp");
    private static final int SECONDS = 60;

    @TempDir
    private static Path work;
    private static Path jar;

    private final BundleContext context = FrameworkUtil.getBundle(ExampleDriverTest.class).getBundleContext();
    private final LinkedBlockingQueue<ScannerDriver> found = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<String> gone = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<ScannerChange> changes = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<String> items = new LinkedBlockingQueue<>();
    private final ServiceTracker<ScannerDriver, ScannerDriver> drivers = new ServiceTracker<>(context,
            ScannerDriver.class, null) {
        @Override
        public ScannerDriver addingService(ServiceReference<ScannerDriver> reference) {
            ScannerDriver driver = super.addingService(reference);
            if (driver.id().equals(ID)) {
                found.add(driver);
            }
            return driver;
        }

        @Override
        public void removedService(ServiceReference<ScannerDriver> reference, ScannerDriver driver) {
            gone.add(reference.getBundle().getSymbolicName());
            super.removedService(reference, driver);
        }
    };
    @TempDir
    private Path folder;
    private Bundle bundle;

    @BeforeAll
    static void build() throws IOException, InterruptedException {
        jar = EXAMPLE.build(work);
    }

    @BeforeEach
    void install() throws BundleException {
        // In the workbench somebody uses it from the beginning.
        bundle("org.carrel.scanner").start();
        bundle = context.installBundle(jar.toUri().toString());
        bundle.start();
        drivers.open();
    }

    private Bundle bundle(String name) {
        return Arrays.stream(context.getBundles()).filter(one -> name.equals(one.getSymbolicName())).findAny()
                .orElseThrow();
    }

    @AfterEach
    void uninstall() throws BundleException {
        drivers.close();
        if (bundle.getState() != Bundle.UNINSTALLED) {
            bundle.uninstall();
        }
    }

    private ScannerDriver driver() throws InterruptedException {
        ScannerDriver driver = found.poll(SECONDS, TimeUnit.SECONDS);
        if (driver == null) {
            throw new AssertionError("the driver did not come");
        }
        return driver;
    }

    private ScannerService.Own scanners(ScannerDriver driver) {
        ScannerService.Own scanners = ScannerService.over(TestBranch.standard().profile().barcodes(), folder,
                Clock.systemUTC(), List.of(driver));
        scanners.observe(changes::add);
        scanners.lead(new ScanTarget() {
            @Override
            public String id() {
                return "test";
            }

            @Override
            public boolean takes(ScanEvent event) {
                return true;
            }

            @Override
            public void scanned(ScanEvent event) {
                event.scans().forEach(
                        scan -> items.add(scan instanceof Scan.Item item ? item.barcode().value() : scan.toString()));
            }
        });
        return scanners;
    }

    private void await(ScannerService scanners, State state) throws InterruptedException {
        while (scanners.device("net").orElseThrow().status().state() != state) {
            if (changes.poll(SECONDS, TimeUnit.SECONDS) == null) {
                throw new AssertionError("still " + scanners.device("net"));
            }
        }
    }

    private List<String> next(int count) throws InterruptedException {
        String[] next = new String[count];
        for (int i = 0; i < count; i++) {
            next[i] = items.poll(SECONDS, TimeUnit.SECONDS);
        }
        return Arrays.asList(next);
    }

    private static String lines(List<String> barcodes) {
        return String.join("\r\n", barcodes) + "\r\n";
    }

    @Test
    @DisplayName("is found when its bundle is installed, reads, is lost and comes back, and goes with its bundle")
    void is_found_reads_and_goes() throws Exception {
        ScannerDriver driver = driver();
        assertEquals("Network scanner (TCP)", driver.name());
        assertTrue(driver.hints().contains("192.0.2.7:9100"), driver.hints());
        assertEquals(List.of("end"), driver.options().stream().map(option -> option.key()).toList());
        List<String> barcodes = IntStream.range(0, 500).mapToObj(n -> Barcodes.numbered("31000", n)).toList();
        int port;
        try (ScannerService.Own scanners = scanners(driver)) {
            try (NetworkScanner scanner = new NetworkScanner(0)) {
                port = scanner.port();
                scanners.save(DeviceSettings.of("net", "Net", ID, scanner.address(), DeviceRole.ITEM));
                scanner.awaitComputer();
                await(scanners, State.CONNECTED);
                scanner.send(lines(barcodes) + "3100000");
                assertEquals(barcodes, next(barcodes.size()));
            }
            await(scanners, State.LOST);
            try (NetworkScanner again = new NetworkScanner(port)) {
                again.awaitComputer();
                await(scanners, State.CONNECTED);
                again.send(lines(barcodes.subList(0, 2)));
                assertEquals(barcodes.subList(0, 2), next(2), "no half of an earlier read comes with it");
            }
        }
        assertFalse(Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().startsWith("example-tcp-")), "no thread reads on");

        bundle.uninstall();
        assertEquals("org.carrel.scanner", gone.poll(SECONDS, TimeUnit.SECONDS), "the service for the extension");
    }

    @Test
    @DisplayName("says in a sentence what is wrong with an address or an option, and when nobody answers")
    void says_what_is_wrong() throws Exception {
        ScannerDriver driver = driver();
        String nobody;
        try (NetworkScanner scanner = new NetworkScanner(0)) {
            nobody = scanner.address();
        }
        DeviceSettings device = DeviceSettings.of("net", "Net", ID, nobody, DeviceRole.ITEM);
        for (DeviceSettings wrong : List.of(device, device.withOption("end", "bell"),
                DeviceSettings.of("net", "Net", ID, "", DeviceRole.ITEM),
                DeviceSettings.of("net", "Net", ID, "192.0.2.7", DeviceRole.ITEM),
                DeviceSettings.of("net", "Net", ID, "192.0.2.7:99999", DeviceRole.ITEM),
                DeviceSettings.of("net", "Net", ID, "no.such.host.invalid:9100", DeviceRole.ITEM))) {
            String sentence = assertThrows(IOException.class, () -> driver.open(wrong, null)).getMessage();
            assertTrue(sentence.endsWith("."), sentence);
        }
    }

    @Test
    @DisplayName("is described by its page with the very files that were built")
    void is_described_with_the_very_files() throws IOException {
        String page = Files.readString(
                ExampleBuild.folder("carrel.checkout").resolve("docs/extending/scanner-driver.md"));
        for (String name : List.of("pom.xml", "META-INF/MANIFEST.MF", "build.properties")) {
            assertTrue(page.contains(Files.readString(EXAMPLE.file(name)).strip()), () -> name + " is in the page");
        }
    }
}
