/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.report.internal;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

import org.carrel.inventory.report.Report;
import org.carrel.inventory.report.ReportFiles;
import org.carrel.inventory.report.ReportFormat;
import org.carrel.inventory.report.ReportSettings;
import org.carrel.model.Texts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Writes with the formats that there are. Made anew when one comes or goes. */
@Component
public final class ReportWriting implements ReportFiles {

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
    public Written write(Report report, String format, Path file, ReportSettings settings, Monitor monitor) {
        return formats.stream().filter(one -> one.id().equals(format)).findFirst()
                .map(one -> new Writing(report, one, settings, monitor, disk).to(file))
                .orElseGet(() -> new Written.Failed(TEXTS.get("failed.format", format,
                        String.join(", ", formats.stream().map(ReportFormat::id).toList()))));
    }
}
