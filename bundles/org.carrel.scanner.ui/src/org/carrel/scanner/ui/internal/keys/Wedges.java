/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.ui.internal.keys;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

import org.carrel.scanner.wedge.KeyDecision;
import org.carrel.scanner.wedge.KeyboardWedge;
import org.carrel.scanner.wedge.WedgeSettings;

/**
 * The keyboard scanners of a workstation as one. A prefix tells them apart; of those without one only the first is
 * heard, for nobody could tell which of them it was. UI thread only.
 */
final class Wedges {

    /** A scanner that types. */
    record Wedge(String device, Charset charset, WedgeSettings settings, KeyboardWedge keys) {

        private boolean beginsWith(char c) {
            return !settings.prefix().isEmpty() && settings.prefix().charAt(0) == c;
        }

        private boolean ends(char c) {
            return !settings.suffix().isEmpty() && (settings.suffix().charAt(0) == c || isEnter(c) && endsWithEnter());
        }

        private boolean endsWithEnter() {
            return !settings.suffix().isEmpty() && isEnter(settings.suffix().charAt(0));
        }

        private static boolean isEnter(char c) {
            return c == '\r' || c == '\n';
        }
    }

    /** What one of them decided. */
    record Decision(Wedge by, KeyDecision what) {}

    static final Wedges NONE = new Wedges(List.of());

    private final List<Wedge> all;
    private final Optional<Wedge> plain;
    /** The one that the last key went to. */
    private Optional<Wedge> current = Optional.empty();
    private boolean holding;

    Wedges(List<Wedge> all) {
        this.all = List.copyOf(all);
        this.plain = all.stream().filter(wedge -> wedge.settings().prefix().isEmpty()).findFirst();
    }

    /** As {@link KeyboardWedge#key}; empty when no scanner begins so. */
    List<Decision> key(char c, long nanos) {
        if (!holding) {
            Optional<Wedge> next = all.stream().filter(wedge -> wedge.beginsWith(c)).findFirst().or(() -> plain);
            if (!next.equals(current)) {
                interrupted();
            }
            current = next;
        }
        return current.map(wedge -> noted(wedge, wedge.keys().key(c, nanos))).orElse(List.of());
    }

    private List<Decision> noted(Wedge wedge, List<KeyDecision> decisions) {
        holding = decisions.getLast() instanceof KeyDecision.Hold;
        return decisions.stream().map(what -> new Decision(wedge, what)).toList();
    }

    /** As {@link KeyboardWedge#interrupted}. */
    Optional<Decision> interrupted() {
        return ended(current.flatMap(wedge -> wedge.keys().interrupted().map(what -> new Decision(wedge, what))));
    }

    /** As {@link KeyboardWedge#quiet}. */
    Optional<Decision> quiet() {
        return ended(current.flatMap(wedge -> wedge.keys().quiet().map(what -> new Decision(wedge, what))));
    }

    private Optional<Decision> ended(Optional<Decision> decision) {
        holding = false;
        current = Optional.empty();
        return decision;
    }

    /** Whether keys are being kept away from the field now. */
    boolean isHolding() {
        return holding;
    }

    /** How many milliseconds of silence mean something now; empty when none do. */
    Optional<Integer> patience() {
        return current.filter(wedge -> holding || wedge.settings().suffix().isEmpty())
                .map(wedge -> (int) wedge.keys().patience().toMillis() + 1);
    }

    /** Whether {@code c} is the key that ends the barcodes of one of them. */
    boolean isEnd(char c) {
        return all.stream().anyMatch(wedge -> wedge.ends(c));
    }

    /** Whether {@code c} begins or ends the barcodes of one of them, so that it is no command here. */
    boolean isMark(char c) {
        return isEnd(c) || all.stream().anyMatch(wedge -> wedge.settings().prefix().indexOf(c) >= 0);
    }

    /** Whether a field that barcodes are scanned into needs no help: what is typed there and ends with Enter is one. */
    boolean leaveScanFieldsAlone() {
        return all.stream().allMatch(wedge -> wedge.settings().prefix().isEmpty() && wedge.endsWithEnter());
    }
}
