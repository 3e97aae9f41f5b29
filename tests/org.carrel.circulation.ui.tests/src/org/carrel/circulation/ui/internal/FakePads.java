/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.circulation.ui.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import org.carrel.model.ItemBarcode;
import org.carrel.model.port.Subscription;
import org.carrel.model.scan.ScanNews;
import org.carrel.model.scan.ScanSource;
import org.carrel.model.scan.ScanTarget;
import org.carrel.model.scan.SecurityReport;
import org.carrel.model.scan.ToFix;

/** Pads whose tags can be written, except those of items that were lifted too soon. */
final class FakePads implements ScanSource {

    final List<String> written = new ArrayList<>();
    final Set<String> lifted = new HashSet<>();
    Runnable beforeWriting = () -> {
    };

    @Override
    public Subscription lead(ScanTarget target) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Subscription listen(Consumer<ScanNews> listener) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SecurityReport secure(String device, Collection<ItemBarcode> items, boolean secured) {
        beforeWriting.run();
        List<ItemBarcode> done = new ArrayList<>();
        List<ToFix> wrong = new ArrayList<>();
        for (ItemBarcode item : items) {
            if (lifted.contains(item.value())) {
                wrong.add(new ToFix(item, secured, FakeDesk.NOON, "It was lifted too soon."));
            } else {
                done.add(item);
                written.add(device + " " + item.value() + (secured ? " on" : " off"));
            }
        }
        return new SecurityReport(done, wrong);
    }
}
