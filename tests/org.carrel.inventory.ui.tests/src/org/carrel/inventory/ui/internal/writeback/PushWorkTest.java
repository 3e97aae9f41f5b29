/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.writeback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

import org.carrel.inventory.ui.internal.writeback.PushWork.Answer;
import org.carrel.inventory.writeback.InventoryPush;
import org.carrel.inventory.writeback.Planned;
import org.carrel.inventory.writeback.PushMonitor;
import org.carrel.inventory.writeback.PushPlan;
import org.carrel.inventory.writeback.PushRequest;
import org.carrel.inventory.writeback.Pushed;
import org.carrel.inventory.writeback.Pushed.Ending;
import org.carrel.model.inventory.InventoryProject;
import org.carrel.model.inventory.WriteBackEntry;
import org.carrel.model.inventory.WriteBackEntry.State;
import org.carrel.model.port.ItemSnapshot;
import org.carrel.model.port.Secrets;
import org.carrel.testkit.TestBranch;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A push of the window")
class PushWorkTest {

    private static final PushPlan PLAN = ToldListTest.plan("1", "2", "3");

    private final List<Consumer<IProgressMonitor>> scheduled = new ArrayList<>();
    private final NullProgressMonitor monitor = new NullProgressMonitor();
    private final KnownSecret secrets = new KnownSecret();
    private Function<PushMonitor, Pushed> behaviour = watching -> new Pushed(Ending.COMPLETED, 3, 0, 0, 0, "");

    private static final class KnownSecret implements Secrets {

        private Optional<char[]> secret = Optional.of("secret".toCharArray());

        @Override
        public Optional<char[]> wsKeySecret() {
            return secret.map(char[]::clone);
        }

        @Override
        public void supplyWsKeySecret(char[] typed) {
            secret = Optional.of(typed.clone());
        }

        @Override
        public void forget() {
            secret = Optional.empty();
        }
    }

    /** Pushes as it is told to. */
    private final class Pretending implements InventoryPush {

        @Override
        public Planned plan(InventoryProject project, ItemSnapshot snapshot) {
            return new Planned.Ready(PLAN);
        }

        @Override
        public List<PushRequest> firstRequests(PushPlan plan, int most) {
            return List.of();
        }

        @Override
        public Pushed push(PushPlan plan, PushMonitor watching) {
            return behaviour.apply(watching);
        }

        @Override
        public boolean isRunning() {
            return false;
        }

        @Override
        public List<WriteBackEntry> entries(InventoryProject project) {
            return List.of();
        }

        @Override
        public int decide(InventoryProject project, Collection<WriteBackEntry> entries, Decision decision) {
            return 0;
        }
    }

    private PushWork work(boolean practice) {
        TestBranch branch = TestBranch.standard();
        return new PushWork(new Pretending(), secrets, practice ? branch.practising() : branch,
                (name, work) -> scheduled.add(work));
    }

    private void run() {
        scheduled.removeFirst().accept(monitor);
    }

    @Test
    void shows_its_progress_and_then_how_it_ended() {
        PushWork work = work(true);
        AtomicInteger told = new AtomicInteger();
        List<PushWork.State> during = new ArrayList<>();
        work.observe(told::incrementAndGet);
        behaviour = watching -> {
            watching.planned(3, 1);
            watching.settled(ToldListTest.entry(1, State.TOLD));
            during.add(work.state());
            return new Pushed(Ending.COMPLETED, 3, 0, 0, 0, "");
        };
        assertEquals(Answer.BEGUN, work.begin(PLAN));
        assertTrue(work.state().busy());
        assertEquals(Answer.BUSY, work.begin(PLAN));
        run();
        assertEquals(new PushWork.State(true, 1, 3, Optional.empty()), during.getFirst());
        assertFalse(work.state().busy());
        assertEquals(3, work.state().last().orElseThrow().pushed().told());
        assertEquals(1, work.state().last().orElseThrow().project());
        assertTrue(told.get() >= 3);
    }

    @Test
    void is_stopped_in_the_view_and_in_the_progress_view() {
        PushWork work = work(true);
        List<Boolean> cancelled = new ArrayList<>();
        behaviour = watching -> {
            cancelled.add(watching.isCancelled());
            work.cancel();
            cancelled.add(watching.isCancelled());
            return new Pushed(Ending.CANCELLED, 0, 0, 0, 3, "");
        };
        work.begin(PLAN);
        run();
        monitor.setCanceled(true);
        behaviour = watching -> {
            cancelled.add(watching.isCancelled());
            return new Pushed(Ending.CANCELLED, 0, 0, 0, 3, "");
        };
        work.begin(PLAN);
        run();
        assertEquals(List.of(false, true, true), cancelled);
    }

    @Test
    void needs_the_secret_of_the_key_but_in_practice_mode() {
        secrets.forget();
        assertEquals(Answer.NO_SECRET, work(false).begin(PLAN));
        assertEquals(Answer.BEGUN, work(true).begin(PLAN));
        assertEquals(1, scheduled.size());
    }

    @Test
    void forgets_a_secret_that_was_refused() {
        PushWork work = work(false);
        behaviour = watching -> new Pushed(Ending.SIGN_IN_REFUSED, 0, 0, 0, 3, "Refused.");
        work.begin(PLAN);
        run();
        assertEquals(Optional.empty(), secrets.wsKeySecret());
        assertEquals(Answer.NO_SECRET, work.begin(PLAN));
    }
}
