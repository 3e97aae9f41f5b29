/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.open;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.carrel.model.inventory.InventoryProject;
import org.carrel.model.inventory.InventorySession;
import org.carrel.model.port.InventoryProjects;
import org.carrel.model.port.Subscription;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The inventory that the window works on, and the session in which somebody scans for it. A service, there is one for
 * as long as the branch is open. Changes and listeners are of the UI thread; {@link #current} and {@link #session} may
 * be asked on any. It remembers and tells: what has to be read from the store or written to it is done before, in the
 * background, by whoever calls.
 */
@Component(service = OpenProject.class)
public final class OpenProject {

    /**
     * Who scans, and with what.
     *
     * @param person 1 to 255 characters
     * @param device 1 to 255 characters
     */
    public record Reader(String person, String device) {
        public Reader {
            Objects.requireNonNull(person, "person");
            Objects.requireNonNull(device, "device");
        }
    }

    /** Together, so that no thread sees the session of one with the project of another. */
    private record Work(Optional<InventoryProject> project, Optional<InventorySession> session,
            Optional<Reader> reader) {
        static Work without(Optional<InventoryProject> project) {
            return new Work(project, Optional.empty(), Optional.empty());
        }
    }

    private static final Work NOTHING = Work.without(Optional.empty());

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Work work = NOTHING;

    public OpenProject() {
        // Nothing is open at first.
    }

    /** @param projects where projects are from: when that goes, nothing of it stays open */
    @Activate
    public OpenProject(@Reference InventoryProjects projects) {
        Objects.requireNonNull(projects, "projects");
    }

    /** The project; empty when none is open. */
    public Optional<InventoryProject> current() {
        return work.project();
    }

    /** The session in progress; empty when nobody scans for the project here. */
    public Optional<InventorySession> session() {
        return work.session();
    }

    /** Who is going to scan, until their session is there; what they scan meanwhile is theirs. */
    public Optional<Reader> reader() {
        return work.reader();
    }

    /** Works on {@code project} from now on, without a session unless it was the one that was open already. */
    public void open(InventoryProject project) {
        boolean goesOn = project.isOpen() && isOpen(project.number());
        become(goesOn ? new Work(Optional.of(project), work.session(), work.reader())
                : Work.without(Optional.of(project)));
    }

    /** Works on {@code project}, for which {@code reader} is going to scan: their session is being looked for. */
    public void expect(InventoryProject project, Reader reader) {
        become(new Work(Optional.of(project), Optional.empty(), Optional.of(reader)));
    }

    /**
     * Somebody scans in {@code session} from now on.
     *
     * @throws IllegalArgumentException when it is not one of the project that is open
     */
    public void goOn(InventorySession session) {
        if (!isOpen(session.project())) {
            throw new IllegalArgumentException("a session of project " + session.project());
        }
        become(new Work(work.project(), Optional.of(session), Optional.empty()));
    }

    /** Nobody scans here any more; the project stays open. */
    public void pause() {
        become(Work.without(work.project()));
    }

    /** Works on none from now on. */
    public void close() {
        become(NOTHING);
    }

    /** Tells {@code listener} of every change, on the UI thread. */
    public Subscription observe(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private boolean isOpen(long project) {
        return work.project().filter(open -> open.number() == project).isPresent();
    }

    private void become(Work next) {
        if (!next.equals(work)) {
            work = next;
            listeners.forEach(Runnable::run);
        }
    }
}
