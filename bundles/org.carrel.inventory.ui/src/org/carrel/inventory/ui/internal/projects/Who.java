/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.projects;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import org.carrel.model.Texts;
import org.carrel.model.inventory.InventoryRead.Mark;
import org.carrel.model.inventory.InventorySession;

/** Who is about to scan for an inventory, and with what. One thread at a time. */
final class Who {

    static final int LONGEST = Mark.LONGEST;

    private static final Texts TEXTS = Texts.of(Who.class);

    private final List<InventorySession> sessions;
    private final ProjectWords words;
    private String person;
    private String device;

    /**
     * @param sessions that there are
     * @param person   to be confirmed or changed; may be empty
     * @param device   to be confirmed or changed; may be empty
     */
    Who(List<InventorySession> sessions, ProjectWords words, String person, String device) {
        this.sessions = List.copyOf(sessions);
        this.words = Objects.requireNonNull(words, "words");
        this.person = person.strip();
        this.device = device.strip();
    }

    String person() {
        return person;
    }

    String device() {
        return device;
    }

    List<String> people() {
        return distinct(InventorySession::person);
    }

    List<String> devices() {
        return distinct(InventorySession::device);
    }

    private List<String> distinct(Function<InventorySession, String> part) {
        return sessions.stream().map(part).distinct().sorted().toList();
    }

    void is(String otherPerson, String otherDevice) {
        person = otherPerson.strip();
        device = otherDevice.strip();
    }

    /** Whether both are said. */
    boolean isKnown() {
        return !person.isEmpty() && !device.isEmpty() && person.length() <= LONGEST && device.length() <= LONGEST;
    }

    /** What begins, or is gone on with. */
    String sentence() {
        if (!isKnown()) {
            return TEXTS.get("who.unknown");
        }
        return session().map(there -> TEXTS.get("who.goOn", words.session(there))).orElse(TEXTS.get("who.begin"));
    }

    private Optional<InventorySession> session() {
        return sessions.stream().filter(there -> there.person().equals(person) && there.device().equals(device))
                .findFirst();
    }
}
