/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.practice.internal;

import java.io.IOException;
import java.net.URI;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

import org.carrel.model.port.Branch;
import org.carrel.model.port.PracticeReader;
import org.carrel.practice.PracticePad;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The RFID pad of a practice branch; it speaks as Tech Logic's CircIT does. */
@Component(service = PracticeReader.class)
public final class PracticeReaderComponent implements PracticeReader {

    private Optional<PracticePad> pad = Optional.empty();

    /** @param branch that it is a practice branch is all that matters */
    @Activate
    public PracticeReaderComponent(@Reference(target = "(practice=true)") Branch branch) {
        // Listens only when somebody wants to practise.
    }

    @Override
    public synchronized URI bringUp() throws IOException {
        if (pad.isEmpty()) {
            pad = Optional.of(PracticePad.start(PracticePad.Maker.TECH_LOGIC, 0));
        }
        return pad.get().address();
    }

    @Override
    @Deactivate
    public synchronized void takeDown() {
        pad.ifPresent(PracticePad::close);
        pad = Optional.empty();
    }

    @Override
    public synchronized void lay(Collection<String> barcodes) {
        pad.ifPresent(up -> up.lay(barcodes.toArray(String[]::new)));
    }

    @Override
    public synchronized void lift(Collection<String> barcodes) {
        pad.ifPresent(up -> up.lift(barcodes.toArray(String[]::new)));
    }

    @Override
    public synchronized Map<String, Boolean> tags() {
        return pad.map(PracticePad::tags).orElse(Map.of());
    }

    @Override
    public synchronized void plug(boolean in) {
        pad.ifPresent(in ? PracticePad::plugIn : PracticePad::unplug);
    }
}
