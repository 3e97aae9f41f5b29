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
import org.carrel.wms.internal.itemfile.Looking;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Reads the item file of WorldShare Management Services ({@code Circulation_Item_Inventories}, described on OCLC's help
 * pages), tables of other systems, and MARC 21 records with their holdings. Notes, which may name people, are never
 * read. Safe for use by several threads.
 */
@Component(service = ItemFiles.class)
public final class ItemFileReader implements ItemFiles {

    private final ZoneId zone;
    private final Choices choices;

    // The only one with one parameter: components are made by whichever has as many as there are references.
    @Activate
    public ItemFileReader(@Reference Branch branch) {
        this(branch.profile().zone(), branch.profile().itemFile().choices());
    }

    /**
     * @param zone    of the library: for the day of a file whose name does not say it
     * @param choices what the branch says of its item files
     */
    public ItemFileReader(ZoneId zone, Choices choices) {
        this.zone = Objects.requireNonNull(zone, "zone");
        this.choices = Objects.requireNonNull(choices, "choices");
    }

    @Override
    public Look look(Path file, Choices said) throws IOException {
        return Looking.at(file, said.over(choices));
    }

    @Override
    public ItemSource open(Path file, Layout layout) throws IOException {
        return ItemFile.open(file, layout, zone);
    }
}
