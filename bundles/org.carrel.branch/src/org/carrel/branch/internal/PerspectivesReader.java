/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.carrel.model.BranchProfile.Features.Perspective;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads {@code perspectives}: what the workbench of the branch has, in order. All of them when it is left out. */
final class PerspectivesReader {

    private static final String KEY = "perspectives";
    private static final List<Perspective> ALL = List.of(Perspective.values());
    private static final Map<String, Perspective> NAMES = Map.of("circulation", Perspective.CIRCULATION, "sync",
            Perspective.SYNC, "inventory", Perspective.INVENTORY, "scanners", Perspective.SCANNERS);

    private final Section root;

    PerspectivesReader(Section root) {
        this.root = root;
    }

    List<Perspective> read() {
        List<Perspective> wanted = new ArrayList<>();
        for (Node node : root.list(KEY)) {
            String name = node instanceof ScalarNode scalar ? scalar.getValue().strip().toLowerCase(Locale.ROOT) : "";
            Perspective perspective = NAMES.get(name);
            if (perspective == null || wanted.contains(perspective)) {
                root.remarks().error(ProfileYaml.line(node), "perspective.wrong", name);
            } else {
                wanted.add(perspective);
            }
        }
        if (root.has(KEY) && wanted.isEmpty()) {
            root.remarks().error(root.line(KEY), "perspective.none");
        }
        // What was recorded must not be stuck on a workstation where nobody can upload it, or see that it failed.
        if (wanted.contains(Perspective.CIRCULATION) && !wanted.contains(Perspective.SYNC)) {
            root.remarks().error(root.line(KEY), "perspective.sync");
        }
        return wanted.isEmpty() ? ALL : wanted;
    }
}
