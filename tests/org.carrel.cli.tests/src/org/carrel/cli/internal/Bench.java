/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.carrel.branch.BranchOpener;
import org.carrel.branch.BranchOpening;
import org.carrel.branch.BranchSetup;
import org.carrel.branch.ProfileRemark;
import org.carrel.circulation.CirculationDesk;
import org.carrel.model.port.IlsTransport;
import org.carrel.model.port.KeyHealth;
import org.carrel.model.port.PracticeSystem;
import org.carrel.model.port.QueueView;
import org.carrel.model.port.Secrets;
import org.carrel.model.port.TransactionQueue;
import org.carrel.model.port.UploadLedger;
import org.carrel.sync.QueueFiles;
import org.carrel.sync.Uploader;
import org.carrel.testkit.MemoryQueue;
import org.carrel.testkit.TestBranch;
import org.carrel.testkit.TestClock;

/** A command line over a queue in memory: runs commands and keeps what they said. */
final class Bench implements Services {

    static final String PATRON = "21000000000013";
    static final String ITEM = "31000000000011";
    static final String OTHER_ITEM = "31000000000029";

    final MemoryQueue queue = new MemoryQueue();
    final TestClock clock = new TestClock("2026-11-22T12:00:00Z");
    final PretendSystem system = new PretendSystem(queue);
    final PretendSecrets secrets = new PretendSecrets();
    final List<Path> openedData = new ArrayList<>();
    final List<Optional<Path>> openedProfiles = new ArrayList<>();

    final PlainFiles files = new PlainFiles(queue);

    private final Map<Class<?>, Object> services = new HashMap<>();
    private TestBranch branch = TestBranch.standard();
    private List<ProfileRemark> errors = List.of();

    /** What a command said and how it ended. */
    record Said(int code, String out, String err) {}

    Bench() {
        services.put(BranchSetup.class, (BranchSetup) this::open);
        services.put(TransactionQueue.class, queue);
        services.put(QueueView.class, queue);
        services.put(QueueFiles.class, files);
        services.put(KeyHealth.class, (KeyHealth) this::key);
        services.put(Secrets.class, secrets);
        services.put(IlsTransport.class, system);
        services.put(PracticeSystem.class, system);
        services.put(Uploader.class, system);
        services.put(UploadLedger.class, system.ledger());
    }

    private BranchOpening open(Optional<Path> profile, Path data) {
        openedProfiles.add(profile);
        openedData.add(data);
        return errors.isEmpty() ? new BranchOpening.Opened(branch, List.of()) : new BranchOpening.Refused(errors);
    }

    private KeyHealth.Report key() {
        return new KeyHealth.Report(KeyHealth.State.LONG_UNUSED, clock.instant().minus(Duration.ofDays(80)),
                Optional.of(clock.instant().minus(Duration.ofDays(61))),
                Optional.of(clock.instant().plus(Duration.ofDays(31))), Optional.empty(),
                "The key was last used 61 days ago.");
    }

    /** From now on the branch is a practice branch. */
    Bench practising() {
        branch = branch.practising();
        secrets.supplyWsKeySecret("practice".toCharArray());
        return this;
    }

    /** From now on the profile is refused. */
    Bench refusing(ProfileRemark... remarks) {
        errors = List.of(remarks);
        return this;
    }

    /** From now on profiles are read from files, and branches are sealed and opened as in the product. */
    Bench withFiles() {
        services.put(BranchSetup.class, (BranchSetup) new BranchOpener(clock)::open);
        return this;
    }

    /** With another service. */
    <T> Bench with(Class<T> type, T service) {
        services.put(type, service);
        return this;
    }

    /** Another branch than the standard one. */
    Bench at(TestBranch other) {
        branch = other;
        return this;
    }

    /** Another service. */
    <T> void provide(Class<T> type, T service) {
        services.put(type, service);
    }

    URI ncip() {
        return branch.profile().system().ncip();
    }

    Said run(String... arguments) {
        return runWithInput("", arguments);
    }

    /** Nobody is at the terminal, and {@code input} comes from standard input. */
    Said runWithInput(String input, String... arguments) {
        services.computeIfAbsent(CirculationDesk.class, type -> CirculationDesk.over(queue, queue, branch, clock));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal = new Terminal(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintWriter(out), new PrintWriter(err), Optional.empty());
        int code = new Cli(new Session(this, terminal, Path.of("standard"))).run(arguments);
        return new Said(code, out.toString(), err.toString());
    }

    @Override
    public <T> T get(Class<T> type) throws CommandFailure {
        return find(type).orElseThrow(() -> new CommandFailure(Exit.UNEXPECTED, "no " + type.getSimpleName()));
    }

    @Override
    public <T> Optional<T> find(Class<T> type) {
        return Optional.ofNullable(type.cast(services.get(type)));
    }
}
