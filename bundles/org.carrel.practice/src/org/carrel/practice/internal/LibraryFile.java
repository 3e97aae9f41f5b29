/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.practice.internal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.carrel.model.Barcodes;
import org.carrel.model.ItemBarcode;
import org.carrel.model.ItemStatus;
import org.carrel.model.PatronBarcode;
import org.carrel.model.Texts;
import org.carrel.practice.PracticeLibrary;
import org.carrel.practice.PracticeLibrary.Hold;
import org.carrel.practice.PracticeLibrary.Item;
import org.carrel.practice.PracticeLibrary.OpenLoan;
import org.carrel.practice.PracticeLibrary.Patron;
import org.carrel.practice.PracticeLibrary.Policy;

/** Reads the line format of {@code practice-library.txt}. For one thread and one file. */
public final class LibraryFile {

    private static final Texts TEXTS = Texts.of(LibraryFile.class);
    private static final Pattern WORD = Pattern.compile("([a-z-]+)=(?:\"([^\"]*)\"|(\\S+))|(\\S+)");

    private final Map<String, Policy> policies = new HashMap<>();
    private final Map<ItemBarcode, Item> items = new LinkedHashMap<>();
    private final Map<PatronBarcode, Patron> patrons = new LinkedHashMap<>();
    private final List<Hold> holds = new ArrayList<>();
    private final List<OpenLoan> loans = new ArrayList<>();
    private String here = "MAIN";
    private String currency = "EUR";
    private int maxLoans = 100;
    private int number;

    private LibraryFile() {}

    /** @throws IllegalArgumentException with a sentence that names the line */
    public static PracticeLibrary parse(String text) {
        LibraryFile file = new LibraryFile();
        text.lines().forEach(file::line);
        return new PracticeLibrary(file.here, file.currency, file.maxLoans, List.copyOf(file.patrons.values()),
                List.copyOf(file.items.values()), file.holds, file.loans);
    }

    private void line(String raw) {
        number++;
        String text = raw.strip();
        if (text.isEmpty() || text.startsWith("#")) {
            return;
        }
        Words words = words(text);
        switch (words.plain.getFirst()) {
            case "library" -> {
                here = words.value("here").orElse(here);
                currency = words.value("currency").orElse(currency);
                maxLoans = words.value("max-loans").map(this::integer).orElse(maxLoans);
            }
            case "policy" -> {
                String name = words.name();
                policies.put(name, new Policy(name, integer(words.needed("days")), integer(words.needed("fine"))));
            }
            case "patron" -> {
                PatronBarcode barcode = new PatronBarcode(words.barcode(words.name()));
                patrons.put(barcode, new Patron(barcode, words.flag("blocked")));
            }
            case "item" -> item(words);
            case "hold" -> holds.add(new Hold(words.needed("id"), knownItem(words.name()),
                    knownPatron(words.needed("patron")), words.value("pickup").orElse(here)));
            case "loan" -> loans.add(new OpenLoan(knownItem(words.name()), knownPatron(words.needed("patron")),
                    integer(words.needed("due-in-days"))));
            default -> throw problem("library.word", words.plain.getFirst());
        }
        words.requireAllUsed();
    }

    private void item(Words words) {
        ItemBarcode barcode = new ItemBarcode(words.barcode(words.name()));
        String policy = words.needed("policy");
        if (!policies.containsKey(policy)) {
            throw problem("library.policy", policy);
        }
        items.put(barcode, new Item(barcode, policies.get(policy), words.value("branch").orElse(here),
                words.value("shelf").orElse(""), words.value("instruction"), words.value("title").orElse(""),
                words.value("call").orElse(""), words.value("author").orElse(""),
                words.value("status").map(this::status).orElse(ItemStatus.AVAILABLE),
                words.value("inventoried").map(this::day)));
    }

    private ItemStatus status(String text) {
        ItemStatus status = ItemStatus.of(text);
        if (status == ItemStatus.OTHER) {
            throw problem("library.word", text);
        }
        return status;
    }

    private LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw problem("library.word", text);
        }
    }

    private ItemBarcode knownItem(String text) {
        ItemBarcode barcode = new ItemBarcode(text);
        if (!items.containsKey(barcode)) {
            throw problem("library.unknown", text);
        }
        return barcode;
    }

    private PatronBarcode knownPatron(String text) {
        PatronBarcode barcode = new PatronBarcode(text);
        if (!patrons.containsKey(barcode)) {
            throw problem("library.unknown", text);
        }
        return barcode;
    }

    private int integer(String text) {
        if (!text.matches("-?\\d{1,6}")) {
            throw problem("library.number", text);
        }
        return Integer.parseInt(text);
    }

    private IllegalArgumentException problem(String key, String word) {
        return new IllegalArgumentException(TEXTS.get(key, number, word));
    }

    private Words words(String text) {
        List<String> plain = new ArrayList<>();
        Map<String, String> values = new HashMap<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            if (matcher.group(4) != null) {
                plain.add(matcher.group(4));
            } else {
                values.put(matcher.group(1), matcher.group(2) != null ? matcher.group(2) : matcher.group(3));
            }
        }
        if (plain.isEmpty()) {
            throw problem("library.word", text);
        }
        return new Words(plain, values, new HashSet<>());
    }

    /** One line, taken apart. Not static: complaints name the line. */
    private final class Words {
        private final List<String> plain;
        private final Map<String, String> values;
        private final Set<String> used;

        Words(List<String> plain, Map<String, String> values, Set<String> used) {
            this.plain = plain;
            this.values = values;
            this.used = used;
            used.add(plain.getFirst());
        }

        String name() {
            if (plain.size() < 2) {
                throw problem("library.lacks", plain.getFirst());
            }
            used.add(plain.get(1));
            return plain.get(1);
        }

        String barcode(String text) {
            if (!Barcodes.isSound(text)) {
                throw problem("library.word", text);
            }
            return text;
        }

        boolean flag(String word) {
            used.add(word);
            return plain.contains(word);
        }

        Optional<String> value(String key) {
            used.add(key);
            return Optional.ofNullable(values.get(key));
        }

        String needed(String key) {
            return value(key).orElseThrow(() -> problem("library.lacks", key));
        }

        void requireAllUsed() {
            for (String word : plain) {
                requireUsed(word);
            }
            values.keySet().forEach(this::requireUsed);
        }

        private void requireUsed(String word) {
            if (!used.contains(word)) {
                throw problem("library.word", word);
            }
        }
    }
}
