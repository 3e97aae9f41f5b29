/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.derby;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * What a failure of the database means, told from its SQLStates (the list is in Derby's {@code SQLState} class) and,
 * where these are vague, from the disk itself.
 */
public enum Fault {
    /** Another process has the database open. */
    OTHER_PROCESS,
    /** A newer Derby wrote it. */
    NEWER_FORMAT,
    /** It is encrypted, and not with the key that was given, if one was. */
    WRONG_KEY,
    /** No room left on the disk. */
    DISK_FULL,
    /** The folder or the medium cannot be written. */
    READ_ONLY,
    /** Pages, log or files of the database are damaged or missing. */
    DAMAGED,
    /** Another unit of work was in the way; the same again can succeed. */
    CONTENTION,
    /** The database or the connection was closed under way. */
    CLOSED,
    /** Anything else, for instance a mistake in the program. */
    OTHER;

    private static final long HARDLY_ANY_SPACE = 256 * 1024;

    /** What {@code failure} means for the database in {@code folder}. */
    public static Fault of(Throwable failure, Path folder) {
        List<SQLException> chain = sqlExceptions(failure);
        Fault told = OTHER;
        for (SQLException one : chain) {
            Fault fault = ofState(String.valueOf(one.getSQLState()));
            if (told == OTHER || told == CLOSED || fault == OTHER_PROCESS) {
                told = fault == OTHER && told == CLOSED ? told : fault;
            }
        }
        return switch (told) {
            case OTHER_PROCESS, NEWER_FORMAT, WRONG_KEY, CONTENTION -> told;
            case DISK_FULL, READ_ONLY, DAMAGED, CLOSED, OTHER -> {
                if (told != OTHER) {
                    yield askTheDisk(folder, told);
                }
                yield chain.stream().anyMatch(Fault::isVague) && !isShortOfMemory(failure)
                        ? askTheDisk(folder, DAMAGED)
                        : OTHER;
            }
        };
    }

    /** Every SQLState in {@code failure}, outermost first, for the log: they hold no data. */
    public static List<String> states(Throwable failure) {
        return sqlExceptions(failure).stream().map(SQLException::getSQLState).map(String::valueOf).distinct().toList();
    }

    private static Fault ofState(String state) {
        return switch (state) {
            case "XSDB6" -> OTHER_PROCESS;
            case "XSLAN", "XSLAP" -> NEWER_FORMAT;
            case "XBM06", "XBCXK" -> WRONG_KEY;
            case "40001", "40XL1", "40XL2" -> CONTENTION;
            case "XSDG1", "XSLA4", "XSDFI", "XSTB0" -> DISK_FULL;
            case "25502", "25503", "25505", "40XD1", "XSDF1", "XSDFB", "XSLAO" -> READ_ONLY;
            case "08000", "08003", "08004", "08006", "XJ004", "XJ015", "XCL33" -> CLOSED;
            default -> state.startsWith("XS") || state.startsWith("XBM") || state.startsWith("58") ? DAMAGED : OTHER;
        };
    }

    /**
     * States that only say that something went wrong: a database that does not start, or an exception inside Derby.
     * Both come from files that make no sense to it, or that it can no longer reach.
     */
    private static boolean isVague(SQLException one) {
        String state = one.getSQLState();
        return state == null || state.equals("XJ040") || state.equals("XJ041") || state.equals("XJ001");
    }

    private static boolean isShortOfMemory(Throwable failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof VirtualMachineError)) {
            cause = cause.getCause() == cause ? null : cause.getCause();
        }
        return cause != null;
    }

    /** Derby reports a full disk or a folder that became read-only under many states; the disk knows better. */
    private static Fault askTheDisk(Path folder, Fault told) {
        Path existing = Files.isDirectory(folder) ? folder : folder.getParent();
        try {
            if (Files.getFileStore(existing).getUsableSpace() < HARDLY_ANY_SPACE) {
                return DISK_FULL;
            }
            if (Files.getFileStore(existing).isReadOnly() || !Files.isWritable(existing)) {
                return READ_ONLY;
            }
        } catch (IOException e) {
            return DAMAGED;
        }
        return told;
    }

    private static List<SQLException> sqlExceptions(Throwable failure) {
        List<SQLException> found = new ArrayList<>();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable cause = failure; cause != null && seen.add(cause); cause = cause.getCause()) {
            if (cause instanceof SQLException first) {
                for (SQLException next = first; next != null; next = next.getNextException()) {
                    found.add(next);
                    seen.add(next);
                }
            }
        }
        return found;
    }
}
