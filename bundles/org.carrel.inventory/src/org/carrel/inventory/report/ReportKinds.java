/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.report;

import java.util.List;
import java.util.Optional;

/** The kinds of report that there are. A service; safe for use by several threads. */
public interface ReportKinds {

    /** All kinds, in order of their names. Of two with the same id only the first that came is one of them. */
    List<ReportKind> all();

    /** The kind with that id; empty when there is none. */
    default Optional<ReportKind> find(String id) {
        return all().stream().filter(kind -> kind.id().equals(id)).findFirst();
    }
}
