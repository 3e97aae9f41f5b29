/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.carrel.inventory.writeback.InventoryPush;
import org.carrel.inventory.writeback.LeftOut;
import org.carrel.inventory.writeback.Planned;
import org.carrel.inventory.writeback.PushPlan;
import org.carrel.inventory.writeback.PushRequest;
import org.carrel.inventory.writeback.Pushed;
import org.carrel.model.ItemBarcode;
import org.carrel.model.Texts;
import org.carrel.model.inventory.InventoryProject;
import org.carrel.model.inventory.WriteBackEntry;
import org.carrel.sync.QueueFiles;

import com.google.gson.GsonBuilder;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells the library system what a project found, or shows what it would be told. */
@Command(name = "push")
final class InventoryPushCommand implements Callable<Integer> {

    private static final Texts TEXTS = Texts.of(InventoryPushCommand.class);

    private final Session session;

    @Option(names = "--project", paramLabel = "PROJECT", descriptionKey = "push.project")
    private Optional<String> project = Optional.empty();

    @Option(names = "--dry-run", descriptionKey = "push.dryRun")
    private boolean dryRun;

    @Option(names = "--show", paramLabel = "NUMBER", defaultValue = "3", descriptionKey = "push.show")
    private int show;

    @Option(names = "--most", paramLabel = "NUMBER", descriptionKey = "push.most")
    private Optional<Integer> most = Optional.empty();

    @Option(names = "--unknown", paramLabel = "WHAT", descriptionKey = "push.unknown")
    private Optional<Unknown> unknown = Optional.empty();

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "TABLE", descriptionKey = "push.format")
    private QueueFiles.Format format;

    @Option(names = "--quiet", descriptionKey = "upload.quiet")
    private boolean quiet;

    @Mixin
    private WsKeySecret secret;

    /** What a person decided about items of which nobody knows whether they were counted. */
    private enum Unknown {
        TELL(InventoryPush.Decision.TELL_AGAIN), LEAVE(InventoryPush.Decision.LEAVE);

        private final InventoryPush.Decision decision;

        Unknown(InventoryPush.Decision decision) {
            this.decision = decision;
        }
    }

    InventoryPushCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws CommandFailure, IOException {
        if (show < 0 || most.filter(number -> number < 1).isPresent() || dryRun && unknown.isPresent()) {
            throw new CommandFailure(Exit.USAGE, TEXTS.get("push.misused"));
        }
        InventoryProject wanted = wanted();
        InventoryPush push = session.inventoryPush();
        if (unknown.isPresent()) {
            decide(push, wanted);
        }
        PushPlan plan = switch (push.plan(wanted, session.itemSnapshot())) {
            case Planned.Ready ready -> ready.plan();
            case Planned.Refused refused -> throw new CommandFailure(Exit.REFUSED, refused.sentence());
        };
        PushPlan some = most.map(plan::first).orElse(plan);
        return dryRun ? dryRun(push, some) : push(push, some);
    }

    /** The one that was named, or else the only open one that counts. */
    private InventoryProject wanted() throws CommandFailure {
        if (project.isPresent()) {
            return ProjectWork.find(session, project.get());
        }
        List<InventoryProject> open = session.inventoryProjects().projects().stream()
                .filter(one -> one.isOpen() && one.counted()).toList();
        if (open.size() != 1) {
            throw new CommandFailure(Exit.USAGE, TEXTS.get("push.which", open.size()));
        }
        return open.getFirst();
    }

    private void decide(InventoryPush push, InventoryProject wanted) {
        List<WriteBackEntry> inDoubt = push.entries(wanted).stream()
                .filter(entry -> entry.state() == WriteBackEntry.State.UNKNOWN).toList();
        int decided = push.decide(wanted, inDoubt, unknown.orElseThrow().decision);
        session.terminal().err().println(TEXTS.get("push.decided." + unknown.get().name(), decided));
    }

    private int dryRun(InventoryPush push, PushPlan plan) throws IOException {
        PrintWriter out = session.terminal().out();
        List<PushRequest> requests = push.firstRequests(plan, show);
        switch (format) {
            case TABLE -> {
                out.println(TEXTS.get("push.plan", plan.project().name(), plan.read(), plan.items().size(),
                        plan.itemFile().name(), plan.itemFile().asOf().toString(), plan.owner()));
                plan.leftOut().forEach((reason, items) -> out
                        .println(TEXTS.get("push.leftOut", reason.label(), items.size(), reason.nextStep())));
                requests.forEach(request -> out.print(System.lineSeparator() + request.text()));
            }
            case CSV -> {
                Rows rows = new Rows("barcode", "what");
                plan.items().forEach(item -> rows.add(item.value(), "tell"));
                for (Map.Entry<LeftOut, List<ItemBarcode>> left : plan.leftOut().entrySet()) {
                    left.getValue().forEach(item -> rows.add(item.value(), PushWords.name(left.getKey())));
                }
                rows.write(format, out);
            }
            case JSON -> json(PushWords.fields(plan, requests));
        }
        return Exit.OK;
    }

    private void json(Map<String, Object> fields) {
        session.terminal().out().println(
                new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create().toJson(fields));
    }

    private int push(InventoryPush push, PushPlan plan) throws CommandFailure, IOException {
        if (!plan.items().isEmpty()) {
            secret.supply(session);
            PracticeUp.ensure(session);
        }
        Pushed pushed;
        // Longer than a request can be out.
        try (StopSignal stop = new StopSignal(session.branch().profile().system().answerTimeout().multipliedBy(2))) {
            pushed = push.push(plan, new PushProgress(session.terminal().err(), quiet, stop));
        }
        report(plan, pushed, push.entries(plan.project()));
        if (!pushed.detail().isBlank()) {
            session.terminal().err().println(pushed.detail());
        }
        return exitCode(pushed);
    }

    private void report(PushPlan plan, Pushed pushed, List<WriteBackEntry> entries) throws IOException {
        Rows rows = new Rows("barcode", "state", "attempts", "since", "detail", "next-step");
        entries.stream().filter(entry -> entry.state().needsDecision())
                .forEach(entry -> rows.add(entry.item().value(),
                        format == QueueFiles.Format.TABLE ? PushWords.of(entry.state())
                                : PushWords.name(entry.state()),
                        entry.attempts(), entry.changedAt().toString(), entry.detail(),
                        entry.state() == WriteBackEntry.State.REFUSED ? LeftOut.REFUSED_BEFORE.nextStep()
                                : LeftOut.OUTCOME_UNKNOWN.nextStep()));
        switch (format) {
            case TABLE -> {
                rows.write(format, session.terminal().out());
                session.terminal().out().println(TEXTS.get("push.summary", plan.project().name(), pushed.told(),
                        pushed.refused(), pushed.unknown(), pushed.waiting()));
            }
            case CSV -> rows.write(format, session.terminal().out());
            case JSON -> {
                Map<String, Object> fields = PushWords.fields(plan, pushed);
                fields.put("to-decide", rows.maps());
                json(fields);
            }
        }
    }

    private static int exitCode(Pushed pushed) {
        return switch (pushed.ending()) {
            case COMPLETED -> pushed.refused() + pushed.unknown() > 0 ? Exit.REFUSED
                    : pushed.waiting() > 0 ? Exit.SYSTEM_AWAY : Exit.OK;
            case CANCELLED, NOT_ALLOWED -> Exit.REFUSED;
            case SIGN_IN_REFUSED -> Exit.SIGN_IN_REFUSED;
            case SYSTEM_AWAY -> Exit.SYSTEM_AWAY;
            case STORE_FAILED -> Exit.STORE_UNAVAILABLE;
        };
    }
}
