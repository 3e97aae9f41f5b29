/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model;

import java.util.Objects;
import java.util.Optional;

import org.carrel.model.port.ItemFileServer;
import org.carrel.model.port.ItemFiles;

/**
 * What a branch's profile says of item files.
 *
 * @param choices  what is known of how they are laid out
 * @param server   where they are fetched; empty when they are not. Its password is not here; see
 *                 {@link org.carrel.model.port.Secrets#itemFilePassword()}
 * @param schedule when they are fetched; means nothing without a server
 * @param atLeast  how many items, of a hundred that there are, one that is fetched has at least; one with fewer is held
 *                 back until somebody says that it is meant so. 0 holds none back
 */
public record ItemFileRules(ItemFiles.Choices choices, Optional<ItemFileServer.Place> server,
        FetchSchedule schedule, int atLeast) {

    /** Half of a library does not go away over night. */
    public static final int USUALLY_AT_LEAST = 50;

    /** Nothing is known, and nothing is fetched. */
    public static final ItemFileRules NONE = new ItemFileRules(ItemFiles.Choices.NONE, Optional.empty(),
            new FetchSchedule.Never(), USUALLY_AT_LEAST);

    public ItemFileRules {
        Objects.requireNonNull(choices, "choices");
        Objects.requireNonNull(server, "server");
        Objects.requireNonNull(schedule, "schedule");
        if (atLeast < 0 || atLeast > 100) {
            throw new IllegalArgumentException("of a hundred: " + atLeast);
        }
    }
}
