/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.internal.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

import org.carrel.model.Texts;
import org.carrel.scanner.DeviceSettings;
import org.carrel.scanner.driver.DriverOption;
import org.carrel.scanner.driver.FoundDevice;
import org.carrel.scanner.driver.ReadSink;
import org.carrel.scanner.driver.ScannerConnection;
import org.carrel.scanner.driver.ScannerDriver;
import org.osgi.service.component.annotations.Component;

/** Reads a file of barcodes as one stack, once. */
@Component
public final class FileDriver implements ScannerDriver {

    private final Texts texts = Texts.of(FileDriver.class);

    @Override
    public String id() {
        return "file";
    }

    @Override
    public String name() {
        return texts.get("driver.name");
    }

    @Override
    public String hints() {
        return texts.get("driver.hints");
    }

    @Override
    public List<DriverOption> options() {
        return List.of();
    }

    @Override
    public List<FoundDevice> discover() {
        return List.of();
    }

    @Override
    public ScannerConnection open(DeviceSettings settings, ReadSink sink) throws IOException {
        BarcodeFile file = read(settings.address());
        if (file.entries().isEmpty() && file.bad().isEmpty()) {
            sink.finished(texts.get("driver.empty"));
        } else if (file.entries().isEmpty()) {
            BarcodeFile.BadLine first = file.bad().getFirst();
            sink.finished(texts.get("driver.none", file.badLines(), first.line(), first.sentence()));
        } else {
            sink.stack(file.entries().stream().map(entry -> encoded(settings, entry)).toList());
            sink.finished(texts.get("driver.done", file.entries().size(), file.badLines()));
        }
        return () -> {
            // The file was closed when it was read.
        };
    }

    private BarcodeFile read(String address) throws IOException {
        try {
            Path path = Path.of(address);
            if (!Files.isRegularFile(path)) {
                throw new IOException(texts.get("driver.missing", address));
            }
            return BarcodeFile.read(path);
        } catch (InvalidPathException e) {
            throw new IOException(texts.get("driver.missing", address), e);
        } catch (java.nio.file.FileSystemException e) {
            throw new IOException(texts.get("driver.unreadable", e.getMessage()), e);
        }
    }

    /** In the character set that the device's pipeline reads. */
    private static byte[] encoded(DeviceSettings settings, BarcodeFile.Entry entry) {
        var charset = settings.pipeline().charset().charset();
        boolean fits = charset.newEncoder().canEncode(entry.barcode());
        return entry.barcode().getBytes(fits ? charset : StandardCharsets.UTF_8);
    }
}
