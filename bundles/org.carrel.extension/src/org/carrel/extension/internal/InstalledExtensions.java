/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.extension.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.carrel.extension.AddAnswer;
import org.carrel.extension.Extension;
import org.carrel.extension.Extension.State;
import org.carrel.extension.Extensions;
import org.carrel.extension.contribution.Troubles;
import org.carrel.model.BranchProfile;
import org.carrel.model.Texts;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The extensions in one folder, started in one framework. */
public final class InstalledExtensions implements Extensions {

    private static final Logger LOG = LoggerFactory.getLogger(InstalledExtensions.class);
    private static final Duration EACH = Duration.ofSeconds(10);
    private static final Duration ALL = Duration.ofSeconds(30);

    private final Shelf shelf;
    private final Starting starting;
    private final Needs needs;
    private final StartMark mark;
    private final Troubles troubles;
    private final Clock clock;
    private final Duration each;
    private final Texts texts = Texts.of(InstalledExtensions.class);
    private final Set<String> running = new HashSet<>();
    private boolean safe;

    public InstalledExtensions(Path folder, BundleContext context, Troubles troubles, Clock clock) {
        this(folder, context, troubles, clock, EACH);
    }

    /** @param each how long one may take to start */
    InstalledExtensions(Path folder, BundleContext context, Troubles troubles, Clock clock, Duration each) {
        this.shelf = new Shelf(folder);
        this.starting = new Starting(context, folder);
        this.needs = new Needs(context, starting::isExtension);
        this.mark = new StartMark(folder);
        this.troubles = troubles;
        this.clock = clock;
        this.each = each;
    }

    @Override
    public Optional<String> interrupted() {
        return mark.found();
    }

    @Override
    public void cameUp() {
        mark.clear();
    }

    @Override
    public synchronized void startSafely() {
        safe = true;
        running.clear();
        starting.throwOut(starting.present());
    }

    @Override
    public synchronized List<Extension> start(BranchProfile.Extensions rules, boolean marked) {
        safe = false;
        running.clear();
        starting.throwOut(starting.present());
        shelf.tidy();
        Instant end = clock.instant().plus(ALL);
        List<Extension> failed = new ArrayList<>();
        for (Kept kept : shelf.all()) {
            if (kept.on() && kept.held().isEmpty()) {
                if (marked) {
                    mark.set(kept.name());
                }
                start(kept, rules, end).ifPresent(failed::add);
            }
        }
        if (marked && !running.isEmpty()) {
            // What comes up after them may stumble over one of them.
            mark.set("");
        } else if (marked) {
            mark.clear();
        }
        return failed;
    }

    private Optional<Extension> start(Kept kept, BranchProfile.Extensions rules, Instant end) {
        List<Bundle> bundles = List.of();
        try {
            Duration left = Duration.between(clock.instant(), end);
            if (!left.isPositive()) {
                throw new Starting.FailedException(texts.get("start.late"), false, null);
            }
            List<Path> files = shelf.files(kept);
            Optional<String> objection = new Checking(rules, clock).look(files).objection();
            if (objection.isPresent()) {
                throw new Starting.FailedException(objection.get(), false, null);
            }
            bundles = starting.install(files);
            List<String> missing = missing(bundles);
            if (!missing.isEmpty()) {
                throw new Starting.FailedException(String.join(" ", missing), false, null);
            }
            starting.start(kept.id(), bundles, left.compareTo(each) < 0 ? left : each);
            running.add(kept.id());
            note(kept.with(true, Optional.empty(), Optional.empty()), kept);
            LOG.info("The extension {} {} runs", kept.id(), kept.version());
            return Optional.empty();
        } catch (Starting.FailedException e) {
            LOG.error("The extension {} {} does not run: {}", kept.id(), kept.version(), e.getMessage());
            if (e.isHanging()) {
                starting.throwOutLater(bundles);
            } else {
                starting.throwOutSoon(bundles);
            }
            Kept after = e.isHanging()
                    ? kept.with(true, Optional.of(e.getMessage() + " " + texts.get("start.held")), Optional.empty())
                    : kept.with(true, Optional.empty(), Optional.of(e.getMessage()));
            note(after, kept);
            return Optional.of(shown(after));
        } catch (IOException e) {
            LOG.error("The extension {} cannot be read", kept.id(), e);
            Kept after = kept.with(true, Optional.empty(), Optional.of(texts.get("start.unreadable", e.getMessage())));
            note(after, kept);
            return Optional.of(shown(after));
        }
    }

    private List<String> missing(List<Bundle> bundles) {
        return bundles.stream().flatMap(bundle -> needs.missing(bundle, bundles).stream()).distinct().toList();
    }

    private void note(Kept now, Kept before) {
        if (!now.equals(before)) {
            try {
                shelf.write(now);
            } catch (IOException e) {
                LOG.warn("How the extension {} started cannot be noted", now.id(), e);
            }
        }
    }

    @Override
    public synchronized List<Extension> list() {
        return shelf.all().stream().map(this::shown).toList();
    }

    private Extension shown(Kept kept) {
        return new Extension(kept.id(), kept.name(), kept.vendor(), kept.version(), kept.names(), kept.signedBy(),
                kept.addedAt(), state(kept));
    }

    private State state(Kept kept) {
        if (!kept.on()) {
            return new State.Off();
        }
        if (kept.held().isPresent()) {
            return new State.Failed(kept.held().get());
        }
        if (safe) {
            return new State.SafeMode();
        }
        if (running.contains(kept.id())) {
            return new State.Running(
                    kept.names().stream().flatMap(bundle -> troubles.of(bundle).stream()).distinct().toList());
        }
        return kept.failed().<State>map(State.Failed::new).orElseGet(State.Waiting::new);
    }

    @Override
    public synchronized AddAnswer add(Path file, BranchProfile.Extensions rules) throws IOException {
        Path scratch = Files.createTempDirectory("carrel-extension");
        try {
            return add(Arrival.of(file, scratch), rules);
        } catch (Arrival.UnreadableException e) {
            return new AddAnswer.Refused(e.getMessage());
        } catch (IOException e) {
            throw new IOException(texts.get("add.failed", e.getMessage()), e);
        } finally {
            delete(scratch);
        }
    }

    private AddAnswer add(Arrival arrival, BranchProfile.Extensions rules) throws IOException {
        List<BundleFacts> bundles = arrival.bundles();
        if (bundles.size() == 1 && bundles.getFirst().fragment()) {
            return new AddAnswer.Refused(texts.get("add.fragment"));
        }
        if (bundles.size() == 1 && isOurs(bundles.getFirst().name())) {
            return new AddAnswer.Refused(texts.get("add.ours", bundles.getFirst().name()));
        }
        // A repository may bring what the program has already, and the source code of everything.
        bundles = bundles.stream().filter(one -> !one.fragment() && !one.source() && !isOurs(one.name())).toList();
        if (bundles.isEmpty()) {
            return new AddAnswer.Refused(texts.get("add.nothing"));
        }
        List<Path> files = bundles.stream().map(BundleFacts::file).toList();
        Checking.Result signatures = new Checking(rules, clock).look(files);
        if (signatures.objection().isPresent()) {
            return new AddAnswer.Refused(signatures.objection().get());
        }
        List<String> remarks = new ArrayList<>();
        Optional<String> objection = tryOut(files, remarks);
        if (objection.isPresent()) {
            return new AddAnswer.Refused(objection.get());
        }
        BundleFacts first = bundles.getFirst();
        String id = arrival.id().orElse(first.name());
        Optional<Kept> before = shelf.find(id);
        Kept kept = shelf.put(new Kept(shelf.folder().resolve(id), "", id, first.title(), first.vendor(),
                arrival.version().orElse(first.version()), bundles.stream().map(BundleFacts::name).toList(),
                signatures.by(), clock.instant(), true, Optional.empty(), Optional.empty()), files);
        running.remove(id);
        LOG.info("The extension {} {} was added", id, kept.version());
        return new AddAnswer.Added(shown(kept), before.isPresent(), remarks);
    }

    private boolean isOurs(String symbolicName) {
        return starting.isOfProgram(symbolicName);
    }

    /** Installs them for a moment, without starting anything, to see what they need. */
    private Optional<String> tryOut(List<Path> files, List<String> remarks) {
        try {
            List<Bundle> installed = starting.installForTrial(files);
            try {
                List<String> missing = missing(installed);
                installed.stream().flatMap(bundle -> needs.withoutVersion(bundle).stream()).distinct()
                        .forEach(name -> remarks.add(texts.get("add.anyVersion", name)));
                return missing.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", missing));
            } finally {
                starting.throwOut(installed);
            }
        } catch (Starting.FailedException e) {
            return Optional.of(e.getMessage());
        }
    }

    @Override
    public synchronized boolean remove(String id) throws IOException {
        Optional<Kept> kept = shelf.find(id);
        if (kept.isPresent()) {
            try {
                shelf.remove(kept.get());
            } catch (IOException e) {
                throw new IOException(texts.get("remove.failed", e.getMessage()), e);
            }
            LOG.info("The extension {} was removed", id);
        }
        return kept.isPresent();
    }

    @Override
    public synchronized boolean switchTo(String id, boolean on) throws IOException {
        Optional<Kept> kept = shelf.find(id);
        if (kept.isPresent()) {
            try {
                shelf.write(kept.get().with(on, Optional.empty(), Optional.empty()));
            } catch (IOException e) {
                throw new IOException(texts.get("switch.failed", e.getMessage()), e);
            }
        }
        return kept.isPresent();
    }

    private static void delete(Path folder) {
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path file : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.warn("{} stays behind", folder, e);
        }
    }
}
