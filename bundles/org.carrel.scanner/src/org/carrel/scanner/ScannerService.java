/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.carrel.model.BranchProfile.BarcodeRules;
import org.carrel.model.ItemBarcode;
import org.carrel.model.port.Subscription;
import org.carrel.model.scan.DeviceRole;
import org.carrel.model.scan.Scan;
import org.carrel.model.scan.ScanSource;
import org.carrel.model.scan.SecurityReport;
import org.carrel.model.scan.ToFix;
import org.carrel.scanner.driver.ScannerDriver;
import org.carrel.scanner.pipeline.Pipeline;
import org.carrel.scanner.pipeline.PipelineSettings;

/**
 * The scanners of this workstation. Safe for use by several threads. Devices that are enabled are opened by themselves
 * and opened again when they went away, for as long as somebody holds the service: from when it is first asked for
 * until nobody uses it any more. Those who only take scans hold it as a {@link ScanSource}.
 */
public interface ScannerService extends ScanSource {

    /** Scanners that belong to whoever made them, who closes them. */
    interface Own extends ScannerService, AutoCloseable {

        /** Closes every device. Waits for the drivers, though not for ever. */
        @Override
        void close();
    }

    /**
     * Scanners for programs without a framework. Otherwise they are a service.
     *
     * @param barcodes how patrons' and items' barcodes look here
     * @param folder   for what is kept; exists
     */
    static Own over(BarcodeRules barcodes, Path folder, Clock clock, Collection<? extends ScannerDriver> drivers) {
        var scanners = new org.carrel.scanner.internal.Scanners(barcodes, folder, clock);
        drivers.forEach(scanners::addDriver);
        return scanners;
    }

    /** The drivers that are installed, by name. Any thread. */
    List<ScannerDriver> drivers();

    /** The devices as they are now, by name. Any thread; does not wait. */
    List<DeviceView> devices();

    /** One of them. Any thread; does not wait. */
    Optional<DeviceView> device(String id);

    /**
     * Adds a device, or sets up differently the one with the same id, on disk first. It is opened, or closed, as its
     * settings say.
     *
     * @throws IOException when the settings cannot be written; nothing has changed then. The message is a sentence
     */
    void save(DeviceSettings settings) throws IOException;

    /** Closes a device and forgets it; see {@link #save}. Does nothing when there is none of that id. */
    void remove(String id) throws IOException;

    /** An id for a device of that name, which no device has yet. */
    String freeId(String name);

    /** Tries at once to reach a device that is lost, instead of at the next turn. Any thread; does not wait. */
    void reconnect(String id);

    /** What went wrong when the settings were read, as sentences; devices that were read are there all the same. */
    List<String> problems();

    /** Reports what changes from now on; the observer is called on any thread and must not wait. */
    Subscription observe(ScannerObserver observer);

    /** The pipeline that these settings make here, for trying it out. */
    Pipeline pipeline(PipelineSettings settings, DeviceRole role);

    /**
     * Takes a read from a source that is no device of a driver: the keyboard wedge, practice, a test. It goes the way
     * of every read; {@code device} must be set up, as its settings say how.
     *
     * @return what it was understood as; empty when there is no such device
     */
    Optional<Scan> accept(String device, byte[] bytes);

    /** The items whose tags are to be put right, the oldest first. Any thread; does not wait. */
    List<ToFix> toFix();

    /** Tries again those items of the list that lie on this pad now. Waits for the pad. */
    SecurityReport fix(String device);

    /**
     * Takes an item off the list, because somebody put it right elsewhere.
     *
     * @throws IOException when the list cannot be written; the item is still on it then
     */
    void fixed(ItemBarcode item) throws IOException;

    /** What support needs to know, as text: settings, states, counts. Holds no barcode and nothing else of a person. */
    String diagnostics();
}
