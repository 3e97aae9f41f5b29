/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.ui.internal.keys;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

import org.carrel.scanner.ui.internal.keys.Wedges.Decision;
import org.carrel.scanner.ui.internal.keys.Wedges.Wedge;
import org.carrel.scanner.wedge.KeyDecision;

/**
 * Does with keys what the wedges decide: keeps them away from where the keyboard is, puts back what they left there, or
 * gives them back. Knows no widgets. UI thread only.
 */
final class KeyListening {

    private final BiConsumer<Wedge, String> scans;
    private Wedges wedges = Wedges.NONE;
    private Optional<Place> heldFrom = Optional.empty();
    private Runnable before = () -> {
    };

    /** @param scans takes each scan, prefix and suffix included; must not wait */
    KeyListening(BiConsumer<Wedge, String> scans) {
        this.scans = scans;
    }

    /** Listens for other scanners from now on; what was held back is given back. */
    void use(Wedges now) {
        interrupted();
        wedges = now;
    }

    Wedges wedges() {
        return wedges;
    }

    /**
     * A key that yields a character was pressed.
     *
     * @return whether it is to be kept from {@code place}
     */
    boolean pressed(char c, long nanos, Place place) {
        List<Decision> decisions = wedges.key(c, nanos);
        boolean comesLater = false;
        for (Decision decision : decisions) {
            comesLater |= apply(decision, place);
        }
        if (decisions.isEmpty() || decisions.getLast().what() instanceof KeyDecision.Pass) {
            // Behind keys that are still on their way, this one must get in line.
            return comesLater && !place.type(String.valueOf(c));
        }
        return true;
    }

    /** A key that means something else was pressed, or nothing may be listened to here. */
    void interrupted() {
        wedges.interrupted().ifPresent(this::apply);
    }

    /** The keyboard is elsewhere: what landed stays where it landed. What is held back has not landed anywhere. */
    void moved() {
        if (!wedges.isHolding()) {
            interrupted();
        }
    }

    /** Nothing was pressed for as long as the wedges' patience. */
    void quiet() {
        wedges.quiet().ifPresent(this::apply);
    }

    private void apply(Decision decision) {
        heldFrom.ifPresentOrElse(place -> apply(decision, place), () -> apply(decision, Nowhere.INSTANCE));
    }

    /** @return whether something is on its way to {@code place} that did not arrive yet */
    private boolean apply(Decision decision, Place place) {
        switch (decision.what()) {
            case KeyDecision.Pass pass -> {
                if (pass.begins()) {
                    before = place.remember();
                }
            }
            case KeyDecision.Hold hold -> {
                if (heldFrom.isEmpty()) {
                    before = place.leaks() ? place.remember() : before;
                    heldFrom = Optional.of(place);
                }
            }
            case KeyDecision.Scanned scanned -> {
                if (scanned.landed() > 0 || place.leaks()) {
                    before.run();
                }
                heldFrom = Optional.empty();
                scans.accept(decision.by(), scanned.text());
            }
            case KeyDecision.Release release -> {
                Place from = heldFrom.orElse(place);
                heldFrom = Optional.empty();
                return !from.leaks() && !from.type(release.held());
            }
        }
        return false;
    }

    /** Where nothing was held from. */
    private enum Nowhere implements Place {
        INSTANCE;

        @Override
        public Runnable remember() {
            return () -> {
            };
        }

        @Override
        public boolean type(String held) {
            return true;
        }
    }
}
