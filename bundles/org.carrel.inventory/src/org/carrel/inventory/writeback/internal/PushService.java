/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.writeback.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.carrel.inventory.callnumber.CallNumbers;
import org.carrel.inventory.comparison.ProjectReads;
import org.carrel.inventory.project.ScopedItems;
import org.carrel.inventory.writeback.InventoryPush;
import org.carrel.inventory.writeback.Planned;
import org.carrel.inventory.writeback.PushMonitor;
import org.carrel.inventory.writeback.PushPlan;
import org.carrel.inventory.writeback.PushRequest;
import org.carrel.inventory.writeback.Pushed;
import org.carrel.model.BranchProfile;
import org.carrel.model.ItemBarcode;
import org.carrel.model.Texts;
import org.carrel.model.inventory.InventoryProject;
import org.carrel.model.inventory.WriteBackEntry;
import org.carrel.model.inventory.WriteBackEntry.State;
import org.carrel.model.inventory.WriteBackRules;
import org.carrel.model.port.AuditTrail;
import org.carrel.model.port.AuditTrail.Deed;
import org.carrel.model.port.Branch;
import org.carrel.model.port.InventoryProjects;
import org.carrel.model.port.InventoryWriteBack;
import org.carrel.model.port.ItemSnapshot;
import org.carrel.model.port.QueueUnavailableException;
import org.carrel.model.port.WriteBackLedger;
import org.carrel.model.port.WriteBackLedger.Change;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pushes of the branch that this workstation works for. */
@Component
public final class PushService implements InventoryPush {

    private static final Logger LOG = LoggerFactory.getLogger(PushService.class);
    private static final Texts TEXTS = Texts.of(PushService.class);

    private final WriteBackLedger ledger;
    private final InventoryProjects projects;
    private final InventoryWriteBack system;
    private final CallNumbers numbers;
    private final AuditTrail audit;
    private final Branch branch;
    private final Clock clock;
    private final Patience patience;
    private boolean running;

    @Activate
    public PushService(@Reference WriteBackLedger ledger, @Reference InventoryProjects projects,
            @Reference InventoryWriteBack system, @Reference CallNumbers numbers, @Reference AuditTrail audit,
            @Reference Branch branch) {
        this(ledger, projects, system, numbers, audit, branch, Clock.systemUTC(), Patience.STANDARD);
    }

    public PushService(WriteBackLedger ledger, InventoryProjects projects, InventoryWriteBack system,
            CallNumbers numbers, AuditTrail audit, Branch branch, Clock clock, Patience patience) {
        this.ledger = ledger;
        this.projects = projects;
        this.system = system;
        this.numbers = numbers;
        this.audit = audit;
        this.branch = branch;
        this.clock = clock;
        this.patience = patience;
    }

    @Override
    public Planned plan(InventoryProject project, ItemSnapshot snapshot) {
        Optional<String> obstacle = obstacle(project);
        if (obstacle.isPresent()) {
            return new Planned.Refused(obstacle.get());
        }
        return switch (ScopedItems.of(snapshot, project.scope(), numbers)) {
            case ScopedItems.Found.Refused refused -> new Planned.Refused(refused.sentence());
            case ScopedItems.Found.Ready ready -> Planning.plan(project, ready.items(),
                    ProjectReads.of(projects.sessions(project.number()), projects.reads(project.number())),
                    settings().flatMap(WriteBackRules::owner), entries(project));
        };
    }

    /** Why nothing of the project may be told, in a sentence; empty when it may. */
    private Optional<String> obstacle(InventoryProject project) {
        if (settings().isEmpty() || !system.isSetUp()) {
            return Optional.of(TEXTS.get("push.notSetUp"));
        }
        Optional<InventoryProject> now = projects.projects().stream()
                .filter(one -> one.number() == project.number()).findFirst();
        if (now.isEmpty()) {
            return Optional.of(TEXTS.get("push.noProject"));
        }
        return now.get().counted() ? Optional.empty() : Optional.of(TEXTS.get("push.notCounted", project.name()));
    }

    private Optional<WriteBackRules> settings() {
        return branch.profile().writeBack();
    }

    @Override
    public List<PushRequest> firstRequests(PushPlan plan, int most) {
        BranchProfile profile = branch.profile();
        return profile.writeBack().stream().flatMap(settings -> plan.items().stream().limit(most)
                .map(item -> PushRequest.of(item, settings, profile.registry()))).toList();
    }

    @Override
    public Pushed push(PushPlan plan, PushMonitor monitor) {
        begin();
        try {
            Optional<String> obstacle = obstacle(plan.project());
            if (obstacle.isPresent()) {
                return new Pushed(Pushed.Ending.NOT_ALLOWED, 0, 0, 0, plan.items().size(), obstacle.get());
            }
            return carryOut(plan, monitor);
        } catch (QueueUnavailableException e) {
            LOG.error("The store failed before anything was pushed", e);
            return new Pushed(Pushed.Ending.STORE_FAILED, 0, 0, 0, plan.items().size(), e.getMessage());
        } finally {
            end();
        }
    }

    private synchronized void begin() {
        if (running) {
            throw new IllegalStateException(TEXTS.get("push.already"));
        }
        running = true;
    }

    private synchronized void end() {
        running = false;
    }

    @Override
    public synchronized boolean isRunning() {
        return running;
    }

    private Pushed carryOut(PushPlan plan, PushMonitor monitor) {
        InventoryProject project = plan.project();
        settleInterrupted(project);
        inParts(plan.items(), part -> ledger.addWriteBacks(project.number(), part));
        Set<ItemBarcode> planned = new HashSet<>(plan.items());
        List<WriteBackEntry> waiting = ledger.writeBacks(project.number()).stream()
                .filter(entry -> entry.state() == State.WAITING && planned.contains(entry.item())).toList();
        if (waiting.isEmpty()) {
            return new Pushed(Pushed.Ending.COMPLETED, 0, 0, 0, 0, "");
        }
        audit.note(Deed.WRITTEN_BACK, branch.origin(),
                TEXTS.get("audit.begun", project.number(), waiting.size(), plan.itemFile().name()));
        Pushed pushed = new PushRun(ledger, system, settings().orElseThrow(), waiting, monitor, patience, clock)
                .carryOut();
        LOG.info("Push ended {}: {} told, {} refused, {} unknown, {} waiting", pushed.ending(), pushed.told(),
                pushed.refused(), pushed.unknown(), pushed.waiting());
        return noted(project, pushed);
    }

    /** What was done is done, even when the trail cannot say so any more. */
    private Pushed noted(InventoryProject project, Pushed pushed) {
        try {
            audit.note(Deed.WRITTEN_BACK, branch.origin(), TEXTS.get("audit.ended", project.number(), pushed.ending(),
                    pushed.told(), pushed.refused(), pushed.unknown(), pushed.waiting()));
            return pushed;
        } catch (QueueUnavailableException e) {
            LOG.error("The store failed at the end of a push", e);
            return new Pushed(Pushed.Ending.STORE_FAILED, pushed.told(), pushed.refused(), pushed.unknown(),
                    pushed.waiting(), e.getMessage());
        }
    }

    @Override
    public List<WriteBackEntry> entries(InventoryProject project) {
        synchronized (this) {
            if (!running) {
                settleInterrupted(project);
            }
        }
        return ledger.writeBacks(project.number());
    }

    /** While no push runs, what is in flight was so when the program died. */
    private void settleInterrupted(InventoryProject project) {
        List<Change> changes = ledger.writeBacks(project.number()).stream()
                .filter(entry -> entry.state() == State.IN_FLIGHT).map(entry -> new Change(entry.number(),
                        State.IN_FLIGHT, State.UNKNOWN, TEXTS.get("entry.interrupted")))
                .toList();
        inParts(changes, ledger::changeWriteBacks);
    }

    @Override
    public int decide(InventoryProject project, Collection<WriteBackEntry> entries, Decision decision) {
        State to = decision == Decision.LEAVE ? State.LEFT : State.WAITING;
        Set<State> from = decision == Decision.LEAVE ? EnumSet.of(State.WAITING, State.REFUSED, State.UNKNOWN)
                : EnumSet.of(State.LEFT, State.REFUSED, State.UNKNOWN);
        List<Change> changes = entries.stream().filter(entry -> from.contains(entry.state()))
                .map(entry -> new Change(entry.number(), entry.state(), to, entry.detail())).toList();
        List<Long> changed = new ArrayList<>();
        inParts(changes, part -> changed.addAll(ledger.changeWriteBacks(part)));
        if (!changed.isEmpty()) {
            audit.note(Deed.WRITE_BACK_DECIDED, branch.origin(),
                    TEXTS.get("audit." + decision.name(), project.number(), changed.size()));
        }
        return changed.size();
    }

    private static <T> void inParts(List<T> all, Consumer<List<T>> each) {
        for (int from = 0; from < all.size(); from += WriteBackLedger.MOST_AT_ONCE) {
            each.accept(all.subList(from, Math.min(all.size(), from + WriteBackLedger.MOST_AT_ONCE)));
        }
    }
}
