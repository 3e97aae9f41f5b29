/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.serial.internal;

import java.io.IOException;
import java.util.List;

import org.carrel.model.Texts;
import org.carrel.scanner.DeviceSettings;
import org.carrel.scanner.driver.DriverOption;
import org.carrel.scanner.driver.Frames;

import com.fazecast.jSerialComm.SerialPort;

/**
 * How a serial line is driven and how its reads end.
 *
 * @param byPause whether a read ends when nothing comes for a moment, for scanners that send nothing behind a barcode
 */
record LineSettings(int baud, int dataBits, int parity, int stopBits, int flow, boolean byPause, byte[] ends) {

    /** How often an idle line is looked at: seldom enough to cost nothing, often enough to notice a pulled cable. */
    static final int LOOK_MILLIS = 500;
    /** Between two bytes of one barcode, even at 1,200 baud over Bluetooth, less time passes. */
    private static final int PAUSE_MILLIS = 100;

    private static final String BAUD = "baud";
    private static final String DATA_BITS = "data-bits";
    private static final String PARITY = "parity";
    private static final String STOP_BITS = "stop-bits";
    private static final String FLOW = "flow";
    private static final String END = "end";
    private static final List<String> RATES = List.of("1200", "2400", "4800", "9600", "19200", "38400", "57600",
            "115200");

    static List<DriverOption> options(Texts texts) {
        return List.of(new DriverOption(BAUD, texts.get("option.baud"), "9600", RATES),
                new DriverOption(DATA_BITS, texts.get("option.data-bits"), "8", List.of("7", "8")),
                new DriverOption(PARITY, texts.get("option.parity"), "none", List.of("none", "even", "odd")),
                new DriverOption(STOP_BITS, texts.get("option.stop-bits"), "1", List.of("1", "2")),
                new DriverOption(FLOW, texts.get("option.flow"), "none", List.of("none", "rts-cts", "xon-xoff")),
                new DriverOption(END, texts.get("option.end"), "line", List.of("line", "tab", "pause")));
    }

    /** @throws IOException when a setting is none of the choices; the message is a sentence */
    static LineSettings of(DeviceSettings settings, Texts texts) throws IOException {
        for (DriverOption option : options(texts)) {
            String value = settings.option(option.key(), option.standard());
            if (!option.choices().contains(value)) {
                throw new IOException(texts.get("option.wrong", option.label(), value));
            }
        }
        String end = settings.option(END, "line");
        return new LineSettings(Integer.parseInt(settings.option(BAUD, "9600")),
                Integer.parseInt(settings.option(DATA_BITS, "8")), switch (settings.option(PARITY, "none")) {
                    case "even" -> SerialPort.EVEN_PARITY;
                    case "odd" -> SerialPort.ODD_PARITY;
                    default -> SerialPort.NO_PARITY;
                }, settings.option(STOP_BITS, "1").equals("2") ? SerialPort.TWO_STOP_BITS : SerialPort.ONE_STOP_BIT,
                switch (settings.option(FLOW, "none")) {
                    case "rts-cts" -> SerialPort.FLOW_CONTROL_RTS_ENABLED | SerialPort.FLOW_CONTROL_CTS_ENABLED;
                    case "xon-xoff" -> SerialPort.FLOW_CONTROL_XONXOFF_IN_ENABLED
                            | SerialPort.FLOW_CONTROL_XONXOFF_OUT_ENABLED;
                    default -> SerialPort.FLOW_CONTROL_DISABLED;
                }, end.equals("pause"), switch (end) {
                    case "tab" -> new byte[] { '\t', '\r', '\n' };
                    case "pause" -> new byte[0];
                    default -> new byte[] { '\r', '\n', 3 };
                });
    }

    void apply(SerialPort port) {
        port.setComPortParameters(baud, dataBits, stopBits, parity);
        port.setFlowControl(flow);
        port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, byPause ? PAUSE_MILLIS : LOOK_MILLIS, 0);
    }

    Frames frames() {
        return new Frames(ends);
    }
}
