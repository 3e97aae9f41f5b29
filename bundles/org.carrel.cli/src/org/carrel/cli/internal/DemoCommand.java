/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

import org.carrel.circulation.CirculationDesk;
import org.carrel.circulation.DeskAnswer;
import org.carrel.model.Texts;
import org.carrel.model.ToDo;
import org.carrel.model.TransactionId;
import org.carrel.model.UploadRun;
import org.carrel.model.UploadRun.Ending;
import org.carrel.model.port.PracticeSystem;
import org.carrel.model.port.QueueQuery;
import org.carrel.model.port.QueueView;
import org.carrel.model.port.Reachability;
import org.carrel.sync.UploadMonitor;

import picocli.CommandLine.Command;

/** The main job, told on the practice library: a day at the desk while the system is down, and its upload after. */
@Command(name = "demo")
final class DemoCommand implements Callable<Integer> {

    private static final Texts TEXTS = Texts.of(DemoCommand.class);
    private static final int MOST_TO_DOS = 50;

    private final Session session;

    DemoCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws CommandFailure {
        PracticeSystem practice = session.practice()
                .orElseThrow(() -> new CommandFailure(Exit.PROFILE_REFUSED, TEXTS.get("demo.real")));
        QueueView view = session.view();
        if (view.count(QueueQuery.all()) > 0) {
            throw new CommandFailure(Exit.REFUSED, TEXTS.get("demo.notFresh", session.branch().dataFolder()));
        }
        practice.takeDown();
        Map<TransactionId, DemoStep> acknowledged = record();
        uploadInVain(acknowledged.size());
        bringUp(practice);
        upload();
        show(view);
        new DemoInventory(session).play(practice);
        return judge(DemoVerdict.of(acknowledged, view));
    }

    private Map<TransactionId, DemoStep> record() throws CommandFailure {
        PrintWriter out = out();
        out.println(TEXTS.get("demo.down", session.branch().profile().system().ncip()));
        CirculationDesk desk = session.desk();
        DueWords dueWords = new DueWords(session.branch().profile(), desk);
        Map<TransactionId, DemoStep> acknowledged = new LinkedHashMap<>();
        for (DemoStep step : DemoStep.day()) {
            DeskAnswer answer = DeskScans.record(desk, dueWords, step.scanAt(dueWords), Set.of());
            if (!(answer instanceof DeskAnswer.Recorded saved)) {
                throw new CommandFailure(Exit.REFUSED,
                        TEXTS.get("demo.notRecorded", TEXTS.get(step.key()), DeskScans.sentence(answer)));
            }
            acknowledged.put(saved.entry().id(), step);
            out.println(TEXTS.get("demo.recorded", acknowledged.size(), TEXTS.get(step.key())));
        }
        return acknowledged;
    }

    /** Nothing may be lost by an upload that finds nobody. */
    private void uploadInVain(int recorded) throws CommandFailure {
        Reachability seen = session.transport().probe();
        if (seen.reachable()) {
            throw new CommandFailure(Exit.REFUSED, TEXTS.get("demo.notDown"));
        }
        out().println(TEXTS.get("demo.tryingDown"));
        UploadRun run = session.uploader().run(UploadMonitor.SILENT);
        if (run.ending().filter(Ending.SYSTEM_AWAY::equals).isEmpty()) {
            throw new CommandFailure(Exit.REFUSED, TEXTS.get("demo.badEnding", run.detail()));
        }
        out().println("  " + run.detail());
        long pending = session.view().counts().entrySet().stream().filter(count -> count.getKey().isPending())
                .mapToInt(Map.Entry::getValue).sum();
        if (pending != recorded) {
            throw new CommandFailure(Exit.REFUSED, TEXTS.get("demo.pendingLost", recorded, pending));
        }
        out().println(TEXTS.get("demo.stillThere", pending));
    }

    private void bringUp(PracticeSystem practice) throws CommandFailure {
        try {
            practice.bringUp();
        } catch (IOException e) {
            throw new CommandFailure(Exit.REFUSED, e.getMessage());
        }
        out().println(TEXTS.get("demo.up", practice.address()));
    }

    private void upload() throws CommandFailure {
        UploadRun run = session.uploader().run(new UploadProgress(session.terminal().err()));
        if (run.ending().filter(Ending.COMPLETED::equals).isEmpty()) {
            throw new CommandFailure(Exit.REFUSED, TEXTS.get("demo.badEnding", run.detail()));
        }
    }

    private void show(QueueView view) throws CommandFailure {
        out().println();
        long[] rows = view.index(QueueQuery.all().sortedBy(QueueQuery.Order.SEQUENCE, false));
        new DemoTable(session.branch().profile().zone()).write(view.entries(rows), out());
        List<ToDo> toDos = session.ledger().toDos(MOST_TO_DOS);
        out().println();
        out().println(TEXTS.get("demo.toDos"));
        for (ToDo toDo : toDos) {
            out().println(TEXTS.get("demo.toDo", toDo.item().value(), toDo.followUp().text(),
                    toDo.followUp().destination()).stripTrailing());
        }
        out().println();
    }

    private int judge(DemoVerdict verdict) {
        verdict.surprises().forEach(session.terminal().err()::println);
        out().println(verdict.line());
        if (!verdict.isGood()) {
            session.terminal().err().println(TEXTS.get("demo.bad"));
            return Exit.REFUSED;
        }
        return Exit.OK;
    }

    private PrintWriter out() {
        return session.terminal().out();
    }
}
