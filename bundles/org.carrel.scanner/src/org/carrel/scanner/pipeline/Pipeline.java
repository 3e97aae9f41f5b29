/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.pipeline;

import java.util.Optional;

import org.carrel.model.BranchProfile.BarcodeRules;
import org.carrel.model.Texts;
import org.carrel.model.scan.DeviceRole;
import org.carrel.model.scan.Scan;
import org.carrel.scanner.driver.Frames;

/**
 * Makes scans of reads: characters, what is put before and after, AIM identifier, blanks, Codabar's letters, check
 * digit, and then what the barcode is. A pure function of its settings; immutable and safe for use by several threads.
 * A barcode is never interpreted beyond that: what is left is kept verbatim or refused.
 */
public final class Pipeline {

    private final Decoding decoding;
    private final Stripping stripping;
    private final Meaning meaning;
    private final Texts texts = Texts.of(Pipeline.class);

    private Pipeline(PipelineSettings settings, BarcodeRules branch, DeviceRole role) {
        this.decoding = new Decoding(settings.charset(), texts);
        this.meaning = new Meaning(settings, branch, role, texts);
        this.stripping = new Stripping(settings, meaning);
    }

    /**
     * A pipeline.
     *
     * @param branch how patrons' and items' barcodes look here
     * @param role   what the device is for, which decides where both would do
     */
    public static Pipeline of(PipelineSettings settings, BarcodeRules branch, DeviceRole role) {
        return new Pipeline(settings, branch, role);
    }

    /** What the read is. */
    public Scan scan(byte[] read) {
        return run(read, Notes.NONE);
    }

    /** What the read is, and why. */
    public Trace explain(byte[] read) {
        Notes.Kept notes = new Notes.Kept(texts);
        Scan result = run(read, notes);
        return new Trace(notes.steps(), result);
    }

    private Scan run(byte[] read, Notes notes) {
        if (read.length >= Frames.LONGEST) {
            notes.note("step.characters", "", "", "too.long");
            return new Scan.Unreadable(texts.get("too.long"));
        }
        Optional<String> text = decoding.decode(read, notes);
        if (text.isEmpty()) {
            return new Scan.Unreadable(texts.get("characters.wrong"));
        }
        Stripping.Stripped stripped = stripping.strip(text.get(), notes);
        if (!stripped.fits()) {
            return new Scan.Unreadable(texts.get("digit.wrong"));
        }
        return meaning.of(stripped.text(), notes);
    }

    /** Whether {@code text} would be taken for something that this branch has, as far as patterns tell. */
    public boolean expects(String text) {
        return switch (scan(text.getBytes(decoding.charset()))) {
            case Scan.Patron patron -> meaning.isCertain(patron.barcode().value());
            case Scan.Item item -> meaning.isCertain(item.barcode().value());
            case Scan.ShelfLabel label -> true;
            case Scan.Condition condition -> true;
            case Scan.Ignored ignored -> true;
            case Scan.Unknown unknown -> false;
            case Scan.Unreadable unreadable -> false;
        };
    }

    /** Whether the branch says how both patrons' and items' barcodes look, so that {@link #expects} means something. */
    public boolean hasExpectations() {
        return meaning.hasPatterns();
    }
}
