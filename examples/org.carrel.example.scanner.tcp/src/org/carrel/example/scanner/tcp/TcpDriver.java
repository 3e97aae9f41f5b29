/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.example.scanner.tcp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.carrel.model.Texts;
import org.carrel.scanner.DeviceSettings;
import org.carrel.scanner.driver.DriverOption;
import org.carrel.scanner.driver.FoundDevice;
import org.carrel.scanner.driver.Frames;
import org.carrel.scanner.driver.ReadSink;
import org.carrel.scanner.driver.ScannerConnection;
import org.carrel.scanner.driver.ScannerDriver;

/**
 * Reads scanners that listen on a TCP port and send each barcode as a line. Safe for use by several threads: it keeps
 * nothing, and every connection has a thread of its own.
 */
public final class TcpDriver implements ScannerDriver {

    private static final Pattern ADDRESS = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^\\s:\\[\\]]+):([0-9]{1,5})");
    private static final int HIGHEST_PORT = 65_535;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String END = "end";

    private final Texts texts = Texts.of(TcpDriver.class);

    // Id, name and hints are those of the extension; the service does not ask for them here.

    @Override
    public String id() {
        return "org.carrel.example.tcp";
    }

    @Override
    public String name() {
        return "TCP";
    }

    @Override
    public String hints() {
        return "";
    }

    @Override
    public List<DriverOption> options() {
        return List.of(new DriverOption(END, texts.get("option.end"), "line", List.of("line", "tab")));
    }

    /** None: to knock at every door of a network is no way to look for a scanner. */
    @Override
    public List<FoundDevice> discover() {
        return List.of();
    }

    @Override
    public ScannerConnection open(DeviceSettings settings, ReadSink sink) throws IOException {
        Frames frames = frames(settings.option(END, "line"));
        String address = settings.address().strip();
        Socket socket = connect(address);
        return new TcpConnection(socket, frames, sink, settings.id(), texts.get("gone", address));
    }

    private Frames frames(String end) throws IOException {
        return switch (end) {
            case "line" -> new Frames((byte) '\r', (byte) '\n');
            case "tab" -> new Frames((byte) '\t', (byte) '\r', (byte) '\n');
            default -> throw new IOException(texts.get("option.wrong", texts.get("option.end"), end));
        };
    }

    private Socket connect(String address) throws IOException {
        Matcher parts = ADDRESS.matcher(address);
        if (!parts.matches() || Integer.parseInt(parts.group(2)) > HIGHEST_PORT) {
            throw new IOException(texts.get("address.wrong", address));
        }
        InetSocketAddress where = new InetSocketAddress(parts.group(1), Integer.parseInt(parts.group(2)));
        if (where.isUnresolved()) {
            throw new IOException(texts.get("host.unknown", parts.group(1)));
        }
        Socket socket = new Socket();
        try {
            socket.connect(where, (int) PATIENCE.toMillis());
            // A scanner that loses its power says no goodbye; the system finds out, though it takes its time.
            socket.setKeepAlive(true);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw new IOException(texts.get("unreachable", address, e.getMessage()), e);
        }
    }
}
