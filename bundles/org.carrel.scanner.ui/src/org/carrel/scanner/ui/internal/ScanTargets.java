/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.ui.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.carrel.scanner.ui.internal.setup.TargetChoice;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.Platform;
import org.eclipse.ui.IPluginContribution;
import org.eclipse.ui.activities.WorkbenchActivityHelper;

/**
 * The scan targets that a device can be bound to, as bundles declare them by the extension point
 * {@code org.carrel.ui.scanTargets}.
 */
final class ScanTargets {

    private static final String POINT = "org.carrel.ui.scanTargets";

    /** By name; without those of what the branch does not have. */
    List<TargetChoice> all() {
        return Arrays.stream(Platform.getExtensionRegistry().getConfigurationElementsFor(POINT))
                .filter(element -> !WorkbenchActivityHelper.filterItem(new Declared(element))).map(ScanTargets::choice)
                .filter(choice -> !choice.id().isBlank())
                .sorted(Comparator.comparing(TargetChoice::name)).toList();
    }

    private static TargetChoice choice(IConfigurationElement element) {
        String id = element.getAttribute("id");
        String name = element.getAttribute("name");
        return new TargetChoice(id == null ? "" : id, name == null ? "" : name);
    }

    /** As the activities of the workbench know it, which hide what the profile leaves out. */
    private record Declared(IConfigurationElement element) implements IPluginContribution {

        @Override
        public String getLocalId() {
            return element.getAttribute("id") == null ? "" : element.getAttribute("id");
        }

        @Override
        public String getPluginId() {
            return element.getContributor().getName();
        }
    }
}
