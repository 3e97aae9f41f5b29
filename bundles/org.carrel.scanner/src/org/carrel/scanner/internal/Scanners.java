/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.carrel.model.BranchProfile.BarcodeRules;
import org.carrel.model.ItemBarcode;
import org.carrel.model.Texts;
import org.carrel.model.port.Branch;
import org.carrel.model.port.Subscription;
import org.carrel.model.scan.DeviceRole;
import org.carrel.model.scan.Scan;
import org.carrel.model.scan.ScanNews;
import org.carrel.model.scan.ScanSource;
import org.carrel.model.scan.ScanTarget;
import org.carrel.model.scan.SecurityReport;
import org.carrel.model.scan.ToFix;
import org.carrel.scanner.DeviceSettings;
import org.carrel.scanner.DeviceView;
import org.carrel.scanner.ScannerChange;
import org.carrel.scanner.ScannerObserver;
import org.carrel.scanner.ScannerService;
import org.carrel.scanner.driver.ScannerDriver;
import org.carrel.scanner.driver.TagSecurity;
import org.carrel.scanner.pipeline.Pipeline;
import org.carrel.scanner.pipeline.PipelineSettings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * The scanners of a branch's workstation. One lock guards which devices and drivers there are; what a device does goes
 * on without it.
 *
 * <p>
 * Not an immediate component: a command line that only asks how things stand must not open devices, whose scans it has
 * no use for.
 */
@Component(service = { ScannerService.class, ScanSource.class })
public final class Scanners implements ScannerService.Own {

    private static final String DEVICES = "scanners.ini";
    private static final String TO_FIX = "tags-to-fix.txt";

    private final Clock clock;
    private final BarcodeRules barcodes;
    private final DeviceFile file;
    private final Map<String, ScannerDriver> drivers = new HashMap<>();
    private final Map<String, DeviceLine> lines = new LinkedHashMap<>();
    private final Observers observers = new Observers();
    private final DeskNews desks = new DeskNews();
    private final Routing routing = new Routing(desks::unclaimed);
    private final Securing securing;
    private final List<String> problems;
    private final Texts texts = Texts.of(Scanners.class);
    private boolean closed;

    @Activate
    public Scanners(@Reference Branch branch) {
        this(branch, Clock.systemUTC());
    }

    public Scanners(Branch branch, Clock clock) {
        this(branch.profile().barcodes(), branch.dataFolder(), clock);
    }

    /** @param folder of this workstation and branch; exists */
    public Scanners(BarcodeRules barcodes, Path folder, Clock clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
        this.barcodes = Objects.requireNonNull(barcodes, "barcodes");
        this.file = new DeviceFile(folder.resolve(DEVICES));
        this.securing = new Securing(new FixList(folder.resolve(TO_FIX)), clock,
                () -> observers.tell(new ScannerChange.FixListChanged()));
        observers.add(desks);
        DeviceFile.Contents contents = file.read();
        this.problems = contents.problems();
        contents.devices().forEach(settings -> lines.put(settings.id(), line(settings)));
        lines.values().forEach(line -> line.use(Optional.empty()));
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addDriver(ScannerDriver driver) {
        synchronized (this) {
            drivers.putIfAbsent(driver.id(), driver);
            linesOf(driver).forEach(line -> line.use(Optional.of(driver)));
        }
        observers.tell(new ScannerChange.DevicesChanged());
    }

    /** Closes the driver's devices before it returns: the driver may be gone afterwards. */
    public void removeDriver(ScannerDriver driver) {
        List<DeviceLine> orphaned;
        synchronized (this) {
            if (!drivers.remove(driver.id(), driver)) {
                return;
            }
            orphaned = linesOf(driver);
            orphaned.forEach(line -> line.use(Optional.empty()));
        }
        orphaned.forEach(DeviceLine::awaitClosed);
        observers.tell(new ScannerChange.DevicesChanged());
    }

    private List<DeviceLine> linesOf(ScannerDriver driver) {
        return lines.values().stream().filter(line -> line.settings().driver().equals(driver.id())).toList();
    }

    @Override
    @Deactivate
    public void close() {
        List<DeviceLine> all;
        synchronized (this) {
            closed = true;
            all = List.copyOf(lines.values());
        }
        all.forEach(DeviceLine::stop);
        // What they have to remember until then is still written.
        all.forEach(DeviceLine::awaitClosed);
        synchronized (this) {
            lines.clear();
        }
    }

    @Override
    public synchronized List<ScannerDriver> drivers() {
        return drivers.values().stream().sorted(Comparator.comparing(ScannerDriver::name)).toList();
    }

    @Override
    public synchronized List<DeviceView> devices() {
        return lines.values().stream().map(DeviceLine::view)
                .sorted(Comparator.comparing((DeviceView view) -> view.settings().name(), String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(view -> view.settings().id()))
                .toList();
    }

    @Override
    public synchronized Optional<DeviceView> device(String id) {
        return Optional.ofNullable(lines.get(id)).map(DeviceLine::view);
    }

    @Override
    public void save(DeviceSettings settings) throws IOException {
        Optional<DeviceLine> before;
        synchronized (this) {
            requireOpen();
            Map<String, DeviceSettings> next = current();
            next.put(settings.id(), settings);
            file.write(next.values());
            before = Optional.ofNullable(lines.get(settings.id()));
            DeviceLine after = line(settings, before);
            lines.put(settings.id(), after);
            before.ifPresent(DeviceLine::stop);
            after.use(Optional.ofNullable(drivers.get(settings.driver())));
        }
        observers.tell(new ScannerChange.DevicesChanged());
    }

    @Override
    public void remove(String id) throws IOException {
        synchronized (this) {
            requireOpen();
            Map<String, DeviceSettings> next = current();
            if (next.remove(id) == null) {
                return;
            }
            file.write(next.values());
            lines.remove(id).stop();
        }
        observers.tell(new ScannerChange.DevicesChanged());
    }

    private void requireOpen() throws IOException {
        if (closed) {
            throw new IOException(texts.get("closed"));
        }
    }

    private Map<String, DeviceSettings> current() {
        Map<String, DeviceSettings> current = new LinkedHashMap<>();
        lines.forEach((id, line) -> current.put(id, line.settings()));
        return current;
    }

    /** What a driver found out is kept; that it could not be written is no reason to stop scanning. */
    private synchronized void remember(DeviceSettings settings) {
        DeviceLine line = lines.get(settings.id());
        // Not when somebody has set the device up differently meanwhile.
        if (line != null && line.settings().equals(settings)) {
            Map<String, DeviceSettings> next = current();
            next.put(settings.id(), settings);
            file.writeIfPossible(next.values());
        }
    }

    private DeviceLine line(DeviceSettings settings) {
        return line(settings, Optional.empty());
    }

    private DeviceLine line(DeviceSettings settings, Optional<DeviceLine> before) {
        return new DeviceLine(settings, pipeline(settings.pipeline(), settings.role()), clock, routing, observers,
                this::remember, before);
    }

    @Override
    public synchronized String freeId(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String base = plain.isEmpty() ? "scanner" : plain.substring(0, Math.min(plain.length(), 30));
        String id = base;
        for (int i = 2; lines.containsKey(id); i++) {
            id = base + "-" + i;
        }
        return id;
    }

    @Override
    public void reconnect(String id) {
        find(id).ifPresent(DeviceLine::retryNow);
    }

    private synchronized Optional<DeviceLine> find(String id) {
        return Optional.ofNullable(lines.get(id));
    }

    @Override
    public List<String> problems() {
        return problems;
    }

    @Override
    public Subscription lead(ScanTarget target) {
        return routing.lead(target);
    }

    @Override
    public Subscription listen(Consumer<ScanNews> listener) {
        return desks.add(listener);
    }

    @Override
    public Subscription observe(ScannerObserver observer) {
        return observers.add(observer);
    }

    @Override
    public Pipeline pipeline(PipelineSettings settings, DeviceRole role) {
        return Pipeline.of(settings, barcodes, role);
    }

    @Override
    public Optional<Scan> accept(String device, byte[] bytes) {
        return find(device).map(line -> line.take(bytes));
    }

    @Override
    public SecurityReport secure(String device, Collection<ItemBarcode> items, boolean secured) {
        Optional<TagSecurity> pad = security(device);
        boolean nothingToWrite = pad.isEmpty() && find(device).filter(DeviceLine::writesNoTags).isPresent();
        return securing.secure(pad, nothingToWrite ? List.of() : items, secured);
    }

    @Override
    public List<ToFix> toFix() {
        return securing.toFix();
    }

    @Override
    public SecurityReport fix(String device) {
        return securing.fix(security(device));
    }

    @Override
    public void fixed(ItemBarcode item) throws IOException {
        securing.fixed(item);
    }

    private Optional<TagSecurity> security(String device) {
        return find(device).flatMap(DeviceLine::security);
    }

    @Override
    public String diagnostics() {
        Map<String, String> names = new TreeMap<>();
        drivers().forEach(driver -> names.put(driver.id(), driver.getClass().getName()));
        return Diagnostics.of(clock.instant(), names, devices(), problems.size(), toFix().size());
    }
}
