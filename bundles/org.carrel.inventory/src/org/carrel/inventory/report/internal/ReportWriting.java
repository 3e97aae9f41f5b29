/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.report.internal;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import org.carrel.inventory.report.InventoryResults;
import org.carrel.inventory.report.Report;
import org.carrel.inventory.report.ReportFiles;
import org.carrel.inventory.report.ReportFormat;
import org.carrel.inventory.report.ReportKind;
import org.carrel.model.Texts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes with the formats that there are. Made anew when one comes or goes. */
@Component
public final class ReportWriting implements ReportFiles {

    private static final Logger LOG = LoggerFactory.getLogger(ReportWriting.class);
    private static final Texts TEXTS = Texts.of(ReportWriting.class);

    private final List<ReportFormat> formats;
    private final Disk disk;

    @Activate
    public ReportWriting(@Reference(policyOption = ReferencePolicyOption.GREEDY) List<ReportFormat> formats) {
        this(formats, new Disk());
    }

    ReportWriting(List<ReportFormat> formats, Disk disk) {
        this.formats = formats.stream().sorted(Comparator.comparing(ReportFormat::id)).toList();
        this.disk = disk;
    }

    @Override
    public List<ReportFormat> formats() {
        return formats;
    }

    @Override
    public Written write(Report report, Destination to, Monitor monitor) {
        return formats.stream().filter(one -> one.id().equals(to.format())).findFirst()
                .map(format -> new Writing(report, format, to.settings(), monitor, disk).to(to.file()))
                .orElseGet(() -> new Written.Failed(TEXTS.get("failed.format", to.format(),
                        String.join(", ", formats.stream().map(ReportFormat::id).toList()))));
    }

    @Override
    public Written write(ReportKind kind, InventoryResults results, Instant madeAt, Destination to, Monitor monitor) {
        Report report;
        try {
            report = kind.of(results, madeAt);
        } catch (UnusableKindException e) {
            LOG.error("The report {} cannot be made", kind.id(), e);
            return new Written.Failed(e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("The report {} cannot be made", kind.id(), e);
            return new Written.Failed(TEXTS.get("failed.kind", kind.name()));
        }
        return write(report, to, monitor);
    }
}
