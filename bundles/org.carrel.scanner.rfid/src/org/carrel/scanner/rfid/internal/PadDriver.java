/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.rfid.internal;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.carrel.model.Texts;
import org.carrel.scanner.DeviceSettings;
import org.carrel.scanner.driver.DriverOption;
import org.carrel.scanner.driver.FoundDevice;
import org.carrel.scanner.driver.ReadSink;
import org.carrel.scanner.driver.ScannerConnection;
import org.carrel.scanner.driver.ScannerDriver;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * RFID pads through the services that their makers install beside them. Which maker's service it is, is tried out once
 * and remembered.
 */
@Component
public final class PadDriver implements ScannerDriver {

    private static final Logger LOG = LoggerFactory.getLogger(PadDriver.class);
    private static final String SERVICE = "service";
    private static final String INTERVAL = "interval-ms";
    private static final String INVERTED = "inverted";
    private static final String AUTO = "auto";
    /** What lay on a pad is remembered while it is away for less: afterwards everything may be other people's. */
    private static final Duration MEMORY = Duration.ofMinutes(1);

    private final Clock clock;
    private final Map<String, Remembered> watches = new ConcurrentHashMap<>();
    private final Texts texts = Texts.of(PadDriver.class);

    /** @param closed when the pad was last used */
    private record Remembered(PadWatch watch, Instant closed) {}

    @Activate
    public PadDriver() {
        this(Clock.systemUTC());
    }

    PadDriver(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String id() {
        return "rfid";
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
        List<String> makers = Stream.concat(Stream.of(AUTO), Arrays.stream(Maker.values()).map(Maker::word)).toList();
        return List.of(new DriverOption(SERVICE, texts.get("option.service"), AUTO, makers),
                new DriverOption(INTERVAL, texts.get("option.interval"), "400", List.of("200", "400", "800")),
                new DriverOption(INVERTED, texts.get("option.inverted"), "yes", List.of("yes", "no")));
    }

    @Override
    public List<FoundDevice> discover() {
        List<FoundDevice> found = new ArrayList<>();
        try (LocalHttp http = new LocalHttp(texts)) {
            for (Maker maker : Maker.values()) {
                if (isThere(maker.service(http, maker.standard(), true, texts))) {
                    found.add(new FoundDevice(maker.standard().toString(), texts.get("maker." + maker.word())));
                }
            }
        }
        return found;
    }

    private static boolean isThere(PadService service) {
        try {
            return service.isThere();
        } catch (IOException e) {
            LOG.debug("No service of a pad there", e);
            return false;
        }
    }

    @Override
    public ScannerConnection open(DeviceSettings settings, ReadSink sink) throws IOException {
        Duration interval = Duration.ofMillis(interval(settings));
        LocalHttp http = new LocalHttp(texts);
        try {
            PadService service = service(settings, http, sink);
            // A reader that is unplugged is known before anybody relies on it.
            service.tags();
            PadWatch watch = watch(settings.id());
            return new PadConnection(service, watch, interval, settings.pipeline().charset().charset(), sink, () -> {
                http.close();
                watches.put(settings.id(), new Remembered(watch, clock.instant()));
            }, settings.id(), texts);
        } catch (IOException | RuntimeException e) {
            http.close();
            throw e;
        }
    }

    private PadWatch watch(String device) {
        Remembered remembered = watches.remove(device);
        return remembered != null && remembered.closed().plus(MEMORY).isAfter(clock.instant()) ? remembered.watch()
                : new PadWatch();
    }

    private int interval(DeviceSettings settings) throws IOException {
        String value = settings.option(INTERVAL, "400");
        if (!value.matches("[0-9]{2,5}")) {
            throw new IOException(texts.get("option.wrong", texts.get("option.interval"), value));
        }
        return Math.max(50, Integer.parseInt(value));
    }

    private PadService service(DeviceSettings settings, LocalHttp http, ReadSink sink) throws IOException {
        boolean inverted = !settings.option(INVERTED, "yes").equals("no");
        Optional<URI> address = address(settings, http);
        Optional<Maker> known = Maker.of(settings.option(SERVICE, AUTO));
        List<Maker> candidates = known.map(List::of).orElseGet(() -> List.of(Maker.values()));
        IOException last = new IOException(texts.get("service.none"));
        for (Maker maker : candidates) {
            PadService service = maker.service(http, address.orElse(maker.standard()), inverted, texts);
            try {
                if (service.isThere()) {
                    sink.remember(SERVICE, maker.word());
                    return service;
                }
            } catch (IOException e) {
                LOG.debug("No service of a pad there", e);
            }
        }
        throw last;
    }

    private Optional<URI> address(DeviceSettings settings, LocalHttp http) throws IOException {
        String text = settings.address().strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI address = new URI(text);
            http.requireHere(address);
            return Optional.of(address);
        } catch (java.net.URISyntaxException e) {
            throw new IOException(texts.get("address.elsewhere", text), e);
        }
    }
}
