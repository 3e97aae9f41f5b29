/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Objects;

import org.carrel.model.port.Branch;
import org.carrel.model.port.ItemFiles;
import org.carrel.model.port.ItemSource;
import org.carrel.wms.internal.itemfile.ItemFile;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Reads the item file of WorldShare Management Services ({@code Circulation_Item_Inventories}, described on OCLC's help
 * pages) and tables of other systems. Notes, which may name people, are never read. Safe for use by several threads.
 */
@Component(service = ItemFiles.class)
public final class ItemFileReader implements ItemFiles {

    private final ZoneId zone;

    @Activate
    public ItemFileReader(@Reference Branch branch) {
        this(branch.profile().zone());
    }

    /** @param zone of the library: for the day of a file whose name does not say it */
    public ItemFileReader(ZoneId zone) {
        this.zone = Objects.requireNonNull(zone, "zone");
    }

    @Override
    public ItemSource open(Path file, Layout layout) throws IOException {
        return ItemFile.open(file, layout, zone);
    }
}
