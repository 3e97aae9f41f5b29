/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model.port;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.carrel.model.Origin;
import org.carrel.model.inventory.InventoryProject;
import org.carrel.model.inventory.InventoryRead;
import org.carrel.model.inventory.InventoryRead.Mark;
import org.carrel.model.inventory.InventorySession;
import org.carrel.model.inventory.Scope;

/**
 * The inventories of a branch and all that was read for them. Safe for use by several threads: several sessions record
 * at once. Every method may wait for the disk: not for the UI thread.
 *
 * <p>
 * What changes something, except {@link #record}, throws {@link QueueUnavailableException} when the store failed. What
 * only reads goes on for as long as the store can be read, and throws that when it cannot.
 */
public interface InventoryProjects {

    /**
     * Makes a project.
     *
     * @param name    without blanks around it: 1 to {@value #LONGEST_NAME} characters
     * @param counted see {@link InventoryProject#counted()}
     * @param by      who makes it, for the audit trail
     * @return the project; empty when one of that name is there, however it is capitalised
     * @throws IllegalArgumentException when {@code name}, or a name in {@code scope}, is empty or too long
     */
    Optional<InventoryProject> makeProject(String name, Scope scope, boolean counted, Origin by);

    /** The same, counted, when nobody knows who makes it. */
    default Optional<InventoryProject> makeProject(String name, Scope scope) {
        return makeProject(name, scope, true, NOBODY);
    }

    /** Whoever it was. */
    Origin NOBODY = new Origin("", "");

    /** Names are read on screens and in reports. */
    int LONGEST_NAME = 200;

    /** All projects, the newest first. */
    List<InventoryProject> projects();

    /** The project of that name, however it is capitalised. */
    default Optional<InventoryProject> project(String name) {
        return projects().stream().filter(project -> project.name().equalsIgnoreCase(name)).findFirst();
    }

    /**
     * Closes a project, or opens it again; what is so already stays as it is.
     *
     * @param by who does it, for the audit trail
     * @return the project as it is now; empty when there is none of that number
     */
    Optional<InventoryProject> setClosed(long project, boolean closed, Origin by);

    /** The same when nobody knows who does it. */
    default Optional<InventoryProject> setClosed(long project, boolean closed) {
        return setClosed(project, closed, NOBODY);
    }

    /**
     * Says whether what the project finds counts as inventoried; see {@link InventoryProject#counted()}.
     *
     * @param by who says it, for the audit trail
     * @return the project as it is now; empty when there is none of that number
     */
    Optional<InventoryProject> setCounted(long project, boolean counted, Origin by);

    /**
     * Says whether all of the scope was read; see {@link InventoryProject#whole()}.
     *
     * @param by who says it, for the audit trail
     * @return the project as it is now; empty when there is none of that number
     */
    Optional<InventoryProject> setWhole(long project, boolean whole, Origin by);

    /**
     * Removes a project with all that was read for it and said of it, for ever; a line of the audit trail remains. Who
     * may want that was asked before.
     *
     * @param by who does it
     * @return the project as it was; empty when there is none of that number
     */
    Optional<InventoryProject> deleteProject(long project, Origin by);

    /**
     * The session of a person with a device in a project: the one that is there, to go on with, or else a new one.
     *
     * @param person 1 to 255 characters
     * @param device 1 to 255 characters
     * @return empty when there is no such project, or it is closed
     */
    Optional<InventorySession> session(long project, String person, String device);

    /** The sessions of a project, in the order in which they began. */
    List<InventorySession> sessions(long project);

    /**
     * Records what was read, in that order, all of it or nothing; what an RFID pad reads at once is one call. Returns
     * when it is on the disk: in the store or, when that failed, in the journal. Throws nothing that the store is to
     * blame for.
     */
    Recorded record(long session, List<Mark> marks);

    /** All that was read for a project, in the order in which it was recorded; what is in the journal comes last. */
    List<InventoryRead> reads(long project);

    /**
     * Tells {@code observer} of every change from now on, after its commit and in the order of the commits, on the
     * thread that committed: it must return at once. What it throws is logged and disturbs nobody.
     */
    Subscription observeInventories(InventoryObserver observer);

    /** What the store says of reads it was given. */
    sealed interface Recorded {

        /** Committed on disk. @param reads in the order given */
        record Stored(List<InventoryRead> reads) implements Recorded {
            public Stored {
                reads = List.copyOf(reads);
            }
        }

        /**
         * Forced to disk in the journal, because the store cannot take them; merged into the store at the next start.
         *
         * @param reads  in the order given, with sequences that hold until then
         * @param reason a sentence for whoever scans: what happened and what to do
         */
        record Journaled(List<InventoryRead> reads, String reason) implements Recorded {
            public Journaled {
                reads = List.copyOf(reads);
                Objects.requireNonNull(reason, "reason");
            }
        }

        /**
         * They are nowhere, and whoever scans must be told loudly.
         *
         * @param sentence what happened and what to do
         */
        record NotSaved(String sentence) implements Recorded {
            public NotSaved {
                Objects.requireNonNull(sentence, "sentence");
            }
        }
    }
}
