/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The layers")
class LayersTest {

    static List<Path> bundles() throws IOException {
        return Checkout.here().bundles();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bundles")
    @DisplayName("are kept by the manifest of")
    void are_kept_by_every_manifest(Path bundle) throws IOException {
        BundleManifest manifest = BundleManifest.read(bundle.resolve("META-INF/MANIFEST.MF"));

        assertEquals(List.of(), Layers.violations(manifest));
        assertEquals(bundle.getFileName().toString(), manifest.name(), "folder and symbolic name");
    }

    @Test
    @DisplayName("name just the bundles that there are")
    void name_just_the_bundles_that_there_are() throws IOException {
        var there = new TreeSet<String>();
        for (Path bundle : bundles()) {
            String own = Layers.ownName(bundle.getFileName().toString());
            if (!Layers.translates(own)) {
                there.add(own);
            }
        }

        assertEquals(there, new TreeSet<>(Layers.known()));
    }

    @ParameterizedTest(name = "{0} may not use {1}")
    @CsvSource({ "model, org.carrel.circulation", "model, org.osgi.framework", "circulation, org.carrel.store",
            "sync, org.carrel.wms", "circulation.ui, org.carrel.sync", "sync.ui, org.carrel.store",
            "app, org.carrel.circulation.ui", "cli, org.carrel.wms", "practice, org.carrel.wms",
            "sync, org.eclipse.swt", "store, org.eclipse.jface", "cli, org.eclipse.ui", "ncip, org.eclipse.e4.ui.di",
            "sync, jakarta.persistence", "wms, org.eclipse.persistence.jpa", "practice, org.apache.hc.client5.http",
            "branch, org.apache.derby.jdbc", "scanner, org.carrel.scanner.serial", "scanner, com.fazecast.jSerialComm",
            "scanner.serial, org.carrel.circulation", "scanner, org.apache.hc.client5.http",
            "scanner.rfid, org.carrel.practice", "inventory, org.dhatim.fastexcel", "app, org.carrel.lib.derby" })
    @DisplayName("forbid")
    void forbid(String bundle, String used) throws IOException {
        for (String header : List.of("Require-Bundle", "Import-Package")) {
            BundleManifest manifest = manifest(bundle, header + ": java.base.is.fine," + used + ";version=\"[1,2)\"");

            assertTrue(Layers.violations(manifest).stream().anyMatch(sentence -> sentence.contains(used)),
                    () -> header + ": " + used + " in " + bundle + " passed: " + Layers.violations(manifest));
        }
    }

    @ParameterizedTest(name = "{0} may use {1}")
    @CsvSource({ "circulation, org.carrel.model", "sync, org.carrel.model.port", "wms, org.carrel.ncip",
            "circulation.ui, org.eclipse.swt", "ui, org.eclipse.ui", "store, jakarta.persistence",
            "wms, org.apache.hc.core5.http", "sync.ui, org.carrel.sync", "store, org.carrel.lib.derby",
            "scanner.serial, org.carrel.scanner.driver", "scanner.rfid, org.apache.hc.core5.http" })
    @DisplayName("allow")
    void allow(String bundle, String used) throws IOException {
        assertEquals(List.of(), Layers.violations(manifest(bundle, "Import-Package: " + used)));
    }

    @Test
    @DisplayName("forbid an exported internal package, an activator, and a bundle that nobody entered")
    void forbid_what_goes_around_them() throws IOException {
        assertFalse(Layers.violations(manifest("sync", "Export-Package: org.carrel.sync.internal")).isEmpty());
        assertFalse(Layers.violations(manifest("sync", "Export-Package: org.carrel.wms")).isEmpty());
        assertFalse(Layers.violations(manifest("sync", "Bundle-Activator: org.carrel.sync.Activator")).isEmpty());
        assertFalse(Layers.violations(manifest("sync", "DynamicImport-Package: *")).isEmpty());
        assertFalse(Layers.violations(manifest("extras", "Import-Package: org.carrel.model")).isEmpty());
        assertFalse(Layers.violations(manifest("extras.nl", "Fragment-Host: org.carrel.extras")).isEmpty());
        assertFalse(Layers.violations(manifest("sync.nl", "Import-Package: org.carrel.model")).isEmpty());
    }

    private static BundleManifest manifest(String bundle, String header) throws IOException {
        return BundleManifest.parse("Manifest-Version: 1.0\nBundle-SymbolicName: org.carrel." + bundle
                + ";singleton:=true\n" + header + "\n");
    }
}
