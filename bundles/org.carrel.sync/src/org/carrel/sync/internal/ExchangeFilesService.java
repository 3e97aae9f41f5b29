/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.carrel.model.QueueEntry;
import org.carrel.model.Texts;
import org.carrel.model.port.Branch;
import org.carrel.model.port.QueueQuery;
import org.carrel.model.port.QueueView;
import org.carrel.sync.exchange.ExchangeFiles;
import org.carrel.sync.exchange.ExchangeFormat;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Writes the queue in contributed formats. Long queues are read in pieces and never held as a whole. */
@Component
public final class ExchangeFilesService implements ExchangeFiles {

    private static final Texts TEXTS = Texts.of(ExchangeFilesService.class);
    private static final int PIECE = 1_000;

    private final QueueView view;
    private final Branch branch;
    private final List<ContributedFormat> formats = new CopyOnWriteArrayList<>();

    @Activate
    public ExchangeFilesService(@Reference QueueView view, @Reference Branch branch) {
        this.view = view;
        this.branch = branch;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addFormat(ContributedFormat format) {
        formats.add(format);
    }

    void removeFormat(ContributedFormat format) {
        formats.remove(format);
    }

    @Override
    public List<Format> formats() {
        return formats.stream().map(ContributedFormat::described).sorted(Comparator.comparing(Format::name)).toList();
    }

    @Override
    public int write(QueueQuery query, String formatId, OutputStream to) throws IOException {
        ContributedFormat format = formats.stream().filter(known -> known.described().id().equals(formatId))
                .findFirst().orElseThrow(() -> new IOException(TEXTS.get("format.unknown", formatId)));
        long[] index = view.index(query);
        int[] taken = { 0 };
        format.write(sink -> taken[0] = each(index, sink),
                new ExchangeFormat.Facts(branch.profile().name(), branch.profile().zone()), to);
        to.flush();
        return taken[0];
    }

    private int each(long[] index, ExchangeFormat.Sink sink) throws IOException {
        int taken = 0;
        for (int from = 0; from < index.length; from += PIECE) {
            long[] piece = Arrays.copyOfRange(index, from, Math.min(index.length, from + PIECE));
            for (QueueEntry row : view.entries(piece)) {
                sink.take(row);
                taken++;
            }
        }
        return taken;
    }
}
