/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.findings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.carrel.inventory.comparison.Comparison;
import org.carrel.inventory.comparison.Judging;
import org.carrel.inventory.comparison.Judging.Coverage;
import org.carrel.inventory.comparison.ProjectReads;
import org.carrel.inventory.project.ScopedItems;
import org.carrel.model.BranchProfile;
import org.carrel.model.ItemBarcode;
import org.carrel.model.inventory.InventoryProject;
import org.carrel.model.inventory.InventorySession;
import org.carrel.model.inventory.KeptHandling;
import org.carrel.model.port.Branch;
import org.carrel.model.port.InventoryFindings;
import org.carrel.model.port.InventoryProjects;
import org.carrel.model.port.QueueUnavailableException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Looks up what was read for a project and what people did about it, and compares it with the item file by the rules of
 * the branch. A service, safe for use by several threads. It waits for the disk and may take seconds: not for the UI
 * thread.
 */
@Component(service = ProjectFindings.class)
public final class ProjectFindings {

    private final InventoryProjects projects;
    private final InventoryFindings findings;
    private final BranchProfile profile;

    @Activate
    public ProjectFindings(@Reference InventoryProjects projects, @Reference InventoryFindings findings,
            @Reference Branch branch) {
        this.projects = projects;
        this.findings = findings;
        this.profile = branch.profile();
    }

    /** @throws QueueUnavailableException when the store failed */
    public ComparedProject compare(InventoryProject project, ScopedItems items, Coverage coverage) {
        List<InventorySession> sessions = projects.sessions(project.number());
        ProjectReads reads = ProjectReads.of(sessions, projects.reads(project.number()));
        List<KeptHandling> handlings = findings.handlings(project.number());
        Map<ItemBarcode, Integer> chosen = ItemIdentity.chosen(items.snapshot(), findings.choices(project.number()));
        Comparison comparison = Comparison.of(items, reads, judging(profile, coverage, chosen), profile.inventory());
        return new ComparedProject(project, sessions, items, reads, coverage, comparison,
                FindingList.of(items.snapshot(), comparison, reads, handlings));
    }

    /**
     * How the branch judges what is read for {@code project} now.
     *
     * @throws QueueUnavailableException when the store failed
     */
    public Judging judging(InventoryProject project, ScopedItems items, Coverage coverage) {
        return judging(profile, coverage,
                ItemIdentity.chosen(items.snapshot(), findings.choices(project.number())));
    }

    /**
     * How a branch judges.
     *
     * @param chosen for barcodes that several items have, the number of the item that somebody said it is
     */
    public static Judging judging(BranchProfile profile, Coverage coverage, Map<ItemBarcode, Integer> chosen) {
        Judging standard = Judging.of(coverage);
        Optional<Pattern> pattern = profile.barcodes().item();
        Predicate<ItemBarcode> ours = barcode -> pattern.map(one -> one.matcher(barcode.value()).matches())
                .orElse(false);
        return new Judging(coverage, standard.longestGap(), ours, chosen);
    }
}
