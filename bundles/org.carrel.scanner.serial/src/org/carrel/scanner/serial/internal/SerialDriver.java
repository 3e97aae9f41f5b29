/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.serial.internal;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

import org.carrel.model.Texts;
import org.carrel.scanner.DeviceSettings;
import org.carrel.scanner.driver.DriverOption;
import org.carrel.scanner.driver.FoundDevice;
import org.carrel.scanner.driver.ReadSink;
import org.carrel.scanner.driver.ScannerConnection;
import org.carrel.scanner.driver.ScannerDriver;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;

/**
 * Scanners on serial ports: RS-232, USB-COM and Bluetooth SPP. Several may be open at once. A port need not be listed
 * to be opened: pseudo terminals and links with steady names are not, and have to be typed.
 */
@Component
public final class SerialDriver implements ScannerDriver {

    private final UnaryOperator<OpenPort> around;
    private final Texts texts = Texts.of(SerialDriver.class);

    @Activate
    public SerialDriver() {
        this(UnaryOperator.identity());
    }

    /** @param around what every port that is opened is led through */
    SerialDriver(UnaryOperator<OpenPort> around) {
        this.around = around;
    }

    @Override
    public String id() {
        return "serial";
    }

    @Override
    public String name() {
        return texts.get("name");
    }

    @Override
    public String hints() {
        return texts.get("hints");
    }

    @Override
    public List<DriverOption> options() {
        return LineSettings.options(texts);
    }

    @Override
    public List<FoundDevice> discover() {
        return Arrays.stream(SerialPort.getCommPorts())
                .map(port -> new FoundDevice(port.getSystemPortPath(), port.getDescriptivePortName())).toList();
    }

    @Override
    public ScannerConnection open(DeviceSettings settings, ReadSink sink) throws IOException {
        String address = settings.address().strip();
        if (address.isEmpty()) {
            throw new IOException(texts.get("address.missing"));
        }
        LineSettings line = LineSettings.of(settings, texts);
        SerialPort port;
        try {
            port = SerialPort.getCommPort(address);
        } catch (SerialPortInvalidPortException e) {
            throw new IOException(texts.get("port.missing", address), e);
        }
        line.apply(port);
        if (!port.openPort(0)) {
            throw new IOException(texts.get(why(port.getLastErrorCode()), address, port.getLastErrorCode()));
        }
        return new SerialConnection(around.apply(OpenPort.of(port)), line, sink, settings.id(), texts);
    }

    /** The system's error numbers: errno on Unix, GetLastError on Windows, where 5 says that another has it open. */
    private static String why(int error) {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        return switch (error) {
            case 2, 3, 6, 19 -> "port.missing";
            case 5 -> windows ? "port.busy" : "port.failed";
            case 13 -> "port.forbidden";
            case 11, 16, 32, 35 -> "port.busy";
            default -> "port.failed";
        };
    }
}
