/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.bench.inside;

import java.nio.file.Path;
import java.util.Optional;

import org.carrel.bench.Figures;
import org.carrel.branch.BranchOpening;
import org.carrel.branch.BranchSetup;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;

/**
 * Takes one headless measure with the product's own services. Arguments: the measure, the data folder, the branch
 * profile, a size, and the file for the figures.
 */
public final class BenchApplication implements IApplication {

    private static final Integer FAILED = 1;

    @Override
    public Object start(IApplicationContext context) throws Exception {
        String[] arguments = (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        if (arguments.length != 5) {
            System.err.println("bench: needs measure, data folder, profile, size, file; got " + arguments.length);
            return FAILED;
        }
        Path data = Path.of(arguments[1]);
        int size = Integer.parseInt(arguments[3]);
        Services services = new FrameworkServices();
        BranchOpening opening = services.get(BranchSetup.class).open(Optional.of(Path.of(arguments[2])), data);
        if (opening instanceof BranchOpening.Refused refused) {
            refused.errors().forEach(System.err::println);
            return FAILED;
        }
        Figures figures = switch (arguments[0]) {
            case "fill" -> new Filling(services).run(size);
            case "add" -> new DurableAdd(services, data).run(size);
            case "read" -> new DurableScan(services).run(size);
            case "upload" -> new TimedUpload(services).run(size);
            case "items" -> new TimedItemImport(services, data).run(size);
            case "inventory" -> new TimedInventory(services).run(size);
            case "shelves" -> new ShelfDays(services).run(size);
            case "verdicts" -> new TimedVerdicts(services).run(size);
            case "report" -> new TimedWorkbook(services, data).run(size);
            default -> throw new IllegalArgumentException("no such measure: " + arguments[0]);
        };
        figures.write(Path.of(arguments[4]));
        return EXIT_OK;
    }

    @Override
    public void stop() {
        // The driver ends a measure that takes too long; nothing here outlives the framework.
    }
}
