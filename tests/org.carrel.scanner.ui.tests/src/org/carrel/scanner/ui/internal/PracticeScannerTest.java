/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.carrel.model.port.PracticeReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The practice scanner")
class PracticeScannerTest {

    @TempDir
    Path folder;
    private final Reader reader = new Reader();
    private Workstation desk;
    private PracticeScanner practice;

    /** A pad that is only remembered. */
    private static final class Reader implements PracticeReader {

        private final Map<String, Boolean> tags = new TreeMap<>();
        private URI address = URI.create("http://127.0.0.1:4711");
        private Optional<String> refusal = Optional.empty();
        private boolean plugged = true;

        @Override
        public URI bringUp() throws IOException {
            if (refusal.isPresent()) {
                throw new IOException(refusal.get());
            }
            return address;
        }

        @Override
        public void takeDown() {
            tags.clear();
        }

        @Override
        public void lay(Collection<String> barcodes) {
            barcodes.forEach(barcode -> tags.put(barcode, true));
        }

        @Override
        public void lift(Collection<String> barcodes) {
            tags.keySet().removeAll(barcodes);
        }

        @Override
        public Map<String, Boolean> tags() {
            return Map.copyOf(tags);
        }

        @Override
        public void plug(boolean in) {
            plugged = in;
        }
    }

    @BeforeEach
    void open() {
        desk = new Workstation(folder, new BenchDriver("practice"), new BenchDriver("rfid"));
        practice = new PracticeScanner(desk.scanners(), Optional.of(reader));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void is_offered_where_its_driver_is_and_nowhere_else() {
        assertTrue(practice.isOffered());
        try (Workstation real = new Workstation(folder.resolve("real"), new BenchDriver("serial"))) {
            PracticeScanner none = new PracticeScanner(real.scanners(), Optional.empty());
            assertFalse(none.isOffered());
            assertFalse(none.hasPad());
            assertTrue(none.bringPadUp().contains("no practice pad"));
        }
    }

    @Test
    void is_added_once_and_then_reads_as_a_real_one_does() {
        assertTrue(practice.scan(Workstation.ITEM).contains("Add the practice scanner"));
        assertTrue(practice.add().contains("is set up"));
        assertTrue(practice.add().contains("already"));
        assertEquals(1, desk.scanners().devices().size());
        assertEquals("Scanned: Item " + Workstation.ITEM + ".", practice.scan(" " + Workstation.ITEM + "\\r "));
        assertEquals(1, practice.scanner().orElseThrow().statistics().reads());
    }

    @Test
    void says_what_is_wrong_with_an_example() {
        practice.add();
        assertTrue(practice.scan("  ").contains("no barcode"));
        assertTrue(practice.scan("\\q").contains("not understood"));
        assertEquals("Scanned: A bad read.", practice.scan("\\x01"));
    }

    @Test
    void reads_nothing_while_it_is_switched_off() throws IOException {
        practice.add();
        desk.scanners().save(practice.scanner().orElseThrow().settings().withEnabled(false));
        assertTrue(practice.scan(Workstation.ITEM).contains("switched off"));
        assertEquals(0, practice.scanner().orElseThrow().statistics().reads());
    }

    @Test
    void the_pad_learns_where_it_answers_now_and_keeps_what_was_set_up() throws IOException {
        assertTrue(practice.lay(Workstation.ITEM).contains("first"));
        practice.bringPadUp();
        assertEquals("http://127.0.0.1:4711", desk.device("practice-pad").settings().address());
        desk.scanners().save(desk.device("practice-pad").settings().withTarget("desk"));
        reader.address = URI.create("http://127.0.0.1:4712");
        practice.bringPadUp();
        assertEquals("http://127.0.0.1:4712", desk.device("practice-pad").settings().address());
        assertEquals(Optional.of("desk"), desk.device("practice-pad").settings().target());
        reader.refusal = Optional.of("The port is taken.");
        assertEquals("The port is taken.", practice.bringPadUp());
    }

    @Test
    void a_stack_is_laid_and_lifted() {
        practice.bringPadUp();
        assertEquals("Laid on the pad: 2.", practice.lay("31000000000029\n\n31000000000037, 31000000000029"));
        assertEquals(List.of("31000000000029: secured", "31000000000037: secured"),
                practice.onPad().stream().sorted().toList());
        practice.plug(false);
        assertFalse(reader.plugged);
        practice.lift();
        assertEquals(List.of(), practice.onPad());
        assertTrue(practice.lay(" \n").contains("no barcode"));
    }
}
