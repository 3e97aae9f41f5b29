/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.carrel.model.ItemStatus;
import org.carrel.practice.PracticeLibrary.Patron;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The library file")
class LibraryTest {

    @Test
    @DisplayName("that ships has the patrons and items that its head promises, with sound barcodes")
    void shipped() {
        PracticeLibrary library = PracticeLibrary.shipped();
        assertEquals(Stream.iterate(1, n -> n + 1).limit(40).map(PracticeBarcodes::patron).toList(),
                library.patrons().stream().map(Patron::barcode).toList());
        assertEquals(
                Stream.concat(Stream.iterate(1, n -> n + 1).limit(120), Stream.iterate(1001, n -> n + 1).limit(304))
                        .map(PracticeBarcodes::item).toList(),
                library.items().stream().map(PracticeLibrary.Item::barcode).toList());
        assertEquals(4, library.patrons().stream().filter(Patron::blocked).count());
        assertEquals(10, library.items().stream().filter(item -> item.policy().days() == 0).count());
        assertEquals(15, library.items().stream().filter(item -> item.policy().days() == 3).count());
        assertEquals(4, library.holds().size());
        assertEquals(10, library.loans().size());
        Stream.concat(library.patrons().stream().map(p -> p.barcode().value()),
                library.items().stream().map(i -> i.barcode().value())).forEach(LibraryTest::assertSound);
    }

    @Test
    @DisplayName("is read line by line, with quotes around what has blanks")
    void read() {
        PracticeLibrary library = PracticeLibrary.parse("""
                # my library
                library here=WEST currency=CHF max-loans=2
                policy standard days=28 fine=20
                patron P1
                patron P2 blocked

                item I1 policy=standard shelf="New Books" instruction="Process: see a=b"
                hold I1 patron=P1 id=7
                loan I1 patron=P2 due-in-days=-3
                """);
        assertEquals("WEST", library.here());
        assertEquals("CHF", library.currency());
        assertEquals(2, library.maxLoans());
        assertEquals(List.of(false, true), library.patrons().stream().map(Patron::blocked).toList());
        assertEquals("New Books", library.items().getFirst().shelf());
        assertEquals("WEST", library.items().getFirst().branch());
        assertEquals(Optional.of("Process: see a=b"), library.items().getFirst().instruction());
        assertEquals("WEST", library.holds().getFirst().pickupBranch());
        assertEquals(-3, library.loans().getFirst().dueInDays());
    }

    @Test
    @DisplayName("knows of an item what its item file says of it")
    void items() {
        PracticeLibrary library = PracticeLibrary.parse("""
                policy standard days=28 fine=20
                item I1 policy=standard author="Bell, Ada" status=LOST inventoried=2024-05-06
                item I2 policy=standard
                """);
        PracticeLibrary.Item lost = library.items().getFirst();
        assertEquals("Bell, Ada", lost.author());
        assertEquals(ItemStatus.LOST, lost.status());
        assertEquals(Optional.of(LocalDate.of(2024, 5, 6)), lost.inventoried());
        PracticeLibrary.Item plain = library.items().getLast();
        assertEquals(ItemStatus.AVAILABLE, plain.status());
        assertEquals(Optional.empty(), plain.inventoried());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            wizard X                              | "wizard"
            item I1                               | "policy"
            item                                  | "item"
            item I1 policy=long                   | "long"
            policy p days=many fine=1             | "many"
            policy p days=1                       | "fine"
            hold I9 patron=P9 id=1                | I9
            patron P1 bloked                      | "bloked"
            patron P1 colour=red                  | "colour"
            shelf=Stacks                          | "shelf=Stacks"
            """)
    @DisplayName("that is wrong is refused in a sentence that names the line and the word")
    void wrong(String line, String word) {
        String sentence = assertThrows(IllegalArgumentException.class,
                () -> PracticeLibrary.parse("# first\n\n" + line + "\n")).getMessage();
        assertTrue(sentence.startsWith("Line 3 of the practice library:") && sentence.contains(word), sentence);
    }

    @ParameterizedTest
    @CsvSource({ "status=ODD, ODD", "inventoried=yesterday, yesterday" })
    @DisplayName("whose item file would be wrong is refused as well")
    void wrongForTheItemFile(String word, String named) {
        String sentence = assertThrows(IllegalArgumentException.class,
                () -> PracticeLibrary.parse("policy p days=1 fine=1\nitem I1 policy=p " + word)).getMessage();
        assertTrue(sentence.startsWith("Line 2 of the practice library:") && sentence.contains(named), sentence);
    }

    private static void assertSound(String barcode) {
        assertTrue(barcode.matches("[23]\\d{13}"), barcode);
        int sum = 0;
        for (int i = 0; i < 14; i++) {
            int digit = barcode.charAt(13 - i) - '0';
            sum += i % 2 == 0 ? digit : digit * 2 / 10 + digit * 2 % 10;
        }
        assertEquals(0, sum % 10, barcode);
    }
}
