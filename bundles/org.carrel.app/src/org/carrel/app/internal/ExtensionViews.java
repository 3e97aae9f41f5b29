/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.app.internal;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.ui.IPerspectiveDescriptor;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PerspectiveAdapter;
import org.osgi.service.prefs.BackingStoreException;
import org.osgi.service.prefs.Preferences;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows views of extensions in perspectives that people have used before. The workbench looks at what is contributed to
 * a perspective only when it makes that anew, and keeps its layout from then on; so a view that was added later would
 * never be seen. Each is shown once: who closes it does not get it again. UI thread only.
 */
final class ExtensionViews {

    private static final Logger LOG = LoggerFactory.getLogger(ExtensionViews.class);
    private static final String POINT = "org.eclipse.ui.perspectiveExtensions";
    private static final String OURS = "org.carrel.";
    private static final String SHOWN = "shownViews";

    private final IWorkbench workbench;
    private final Map<String, Set<String>> byPerspective = new LinkedHashMap<>();
    private final Preferences kept = InstanceScope.INSTANCE.getNode("org.carrel.app").node(SHOWN);

    ExtensionViews(IWorkbench workbench, IExtensionRegistry registry) {
        this.workbench = workbench;
        for (IConfigurationElement to : registry.getConfigurationElementsFor(POINT)) {
            String perspective = to.getAttribute("targetID");
            if (perspective != null && perspective.startsWith(OURS)) {
                Arrays.stream(to.getChildren("view")).map(view -> view.getAttribute("id"))
                        .filter(view -> view != null && !kept.getBoolean(key(perspective, view), false))
                        .forEach(view -> byPerspective.computeIfAbsent(perspective, fresh -> new LinkedHashSet<>())
                                .add(view));
            }
        }
    }

    private static String key(String perspective, String view) {
        return perspective + '|' + view;
    }

    /** From now on, and in the perspective that is open. */
    void follow() {
        if (byPerspective.isEmpty()) {
            return;
        }
        for (IWorkbenchWindow window : workbench.getWorkbenchWindows()) {
            window.addPerspectiveListener(new PerspectiveAdapter() {
                @Override
                public void perspectiveActivated(IWorkbenchPage page, IPerspectiveDescriptor perspective) {
                    show(page, perspective.getId());
                }
            });
            IWorkbenchPage page = window.getActivePage();
            if (page != null && page.getPerspective() != null) {
                show(page, page.getPerspective().getId());
            }
        }
    }

    private void show(IWorkbenchPage page, String perspective) {
        Set<String> views = byPerspective.remove(perspective);
        if (views == null) {
            return;
        }
        for (String view : views) {
            try {
                if (page.findViewReference(view) == null) {
                    page.showView(view, null, IWorkbenchPage.VIEW_CREATE);
                }
            } catch (PartInitException e) {
                LOG.error("The view {} cannot be shown", view, e);
            }
            kept.putBoolean(key(perspective, view), true);
        }
        try {
            kept.flush();
        } catch (BackingStoreException e) {
            LOG.warn("Views of extensions will be shown again", e);
        }
    }
}
