/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.practice.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

import org.carrel.model.Barcodes;
import org.carrel.model.BranchProfile.Registry;
import org.carrel.model.ItemBarcode;
import org.carrel.model.PatronBarcode;
import org.carrel.model.Texts;
import org.carrel.ncip.NcipAnswer;
import org.carrel.ncip.NcipAnswer.CheckedIn;
import org.carrel.ncip.NcipAnswer.CheckedOut;
import org.carrel.ncip.NcipAnswer.Fine;
import org.carrel.ncip.NcipAnswer.MessageRefused;
import org.carrel.ncip.NcipAnswer.Problem;
import org.carrel.ncip.NcipAnswer.Refused;
import org.carrel.ncip.NcipAnswer.Routing;
import org.carrel.ncip.NcipRequest;
import org.carrel.ncip.NcipRequest.CheckIn;
import org.carrel.ncip.NcipRequest.CheckOut;
import org.carrel.ncip.NcipRequest.NotUnderstood;
import org.carrel.ncip.NcipRequest.Understood;
import org.carrel.practice.Applied;
import org.carrel.practice.Applied.Kind;
import org.carrel.practice.Loan;
import org.carrel.practice.PracticeLibrary;
import org.carrel.practice.PracticeLibrary.Hold;
import org.carrel.practice.PracticeLibrary.Item;
import org.carrel.practice.PracticeLibrary.OpenLoan;
import org.carrel.practice.PracticeLibrary.Patron;

/**
 * The practice library's memory and its rules. Each request is decided and applied as one step; safe for use by several
 * threads.
 *
 * <p>
 * Rules that NCIP leaves open: an item that is out to somebody else is {@code Resource Cannot Be Provided} and the
 * detail says so, because the protocol has no type of its own for it; so is one that is out to the same patron, unless
 * the library renews; a hold does not stop a check-out, and is filled when its own patron takes the item.
 */
public final class Circulation {

    private static final Texts TEXTS = Texts.of(Circulation.class);

    private final PracticeLibrary library;
    private final Optional<Registry> registry;
    private final Clock clock;
    private final ZoneId zone;
    private final LocalTime closing;
    private final boolean renews;
    private final Map<PatronBarcode, Patron> patrons = new HashMap<>();
    private final Map<ItemBarcode, Item> items = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<ItemBarcode, Loan> loans = new LinkedHashMap<>();
    private final List<Hold> holds = new ArrayList<>();
    private final List<Applied> applied = new ArrayList<>();

    /** @param registry whose requests are served; empty for anybody's */
    public Circulation(PracticeLibrary library, Optional<Registry> registry, Clock clock, ZoneId zone,
            LocalTime closing, boolean renews) {
        this.library = library;
        this.registry = registry;
        this.clock = clock;
        this.zone = zone;
        this.closing = closing;
        this.renews = renews;
        library.patrons().forEach(patron -> patrons.put(patron.barcode(), patron));
        library.items().forEach(item -> items.put(item.barcode(), item));
        holds.addAll(library.holds());
        Instant now = clock.instant();
        for (OpenLoan open : library.loans()) {
            loans.put(open.item(), new Loan(open.item(), open.patron(), now, closingTime(now, open.dueInDays()), 0));
        }
    }

    /** Decides and applies {@code request}. */
    NcipAnswer serve(NcipRequest request) {
        lock.lock();
        try {
            return switch (request) {
                case NotUnderstood not -> new MessageRefused(
                        List.of(new Problem(not.type(), not.detail(), not.element(), "")));
                case Understood understood when !isServed(understood) -> refuse(understood, "Unknown Agency",
                        "agency.unknown", "AgencyId", "");
                case CheckOut out -> checkOut(out);
                case CheckIn in -> checkIn(in);
            };
        } finally {
            lock.unlock();
        }
    }

    /** An item, who has it, and whether it lies on the hold shelf for somebody. */
    record Seen(Item item, Optional<Loan> loan, boolean isAwaited) {}

    /** How a patron stands. */
    record Standing(boolean blocked, long loans, long overdue, long holds) {}

    Optional<Seen> look(String barcode) {
        lock.lock();
        try {
            return Optional.of(barcode).filter(Barcodes::isSound).map(ItemBarcode::new).map(items::get)
                    .map(item -> new Seen(item, Optional.ofNullable(loans.get(item.barcode())),
                            holds.stream().anyMatch(hold -> hold.item().equals(item.barcode()))));
        } finally {
            lock.unlock();
        }
    }

    /** Everything there is, in the order of the library. */
    List<Seen> all() {
        lock.lock();
        try {
            return library.items().stream().flatMap(item -> look(item.barcode().value()).stream()).toList();
        } finally {
            lock.unlock();
        }
    }

    Optional<Standing> standing(String barcode) {
        lock.lock();
        try {
            Instant now = clock.instant();
            return Optional.of(barcode).filter(Barcodes::isSound).map(PatronBarcode::new).map(patrons::get)
                    .map(patron -> {
                        List<Loan> own = loans.values().stream()
                                .filter(loan -> loan.patron().equals(patron.barcode())).toList();
                        return new Standing(patron.blocked(), own.size(),
                                own.stream().filter(loan -> loan.dueAt().isBefore(now)).count(),
                                holds.stream().filter(hold -> hold.patron().equals(patron.barcode())).count());
                    });
        } finally {
            lock.unlock();
        }
    }

    public List<Applied> applied() {
        lock.lock();
        try {
            return List.copyOf(applied);
        } finally {
            lock.unlock();
        }
    }

    public List<Loan> loans() {
        lock.lock();
        try {
            return List.copyOf(loans.values());
        } finally {
            lock.unlock();
        }
    }

    private NcipAnswer checkOut(CheckOut out) {
        Optional<Patron> patron = Optional.of(out.user().value()).filter(Barcodes::isSound).map(PatronBarcode::new)
                .map(patrons::get);
        if (patron.isEmpty()) {
            return refuse(out, "Unknown User", "patron.unknown", "UserIdentifierValue", out.user().value());
        }
        Optional<Item> item = item(out);
        if (item.isEmpty()) {
            return refuse(out, "Unknown Item", "item.unknown", "ItemIdentifierValue", out.item().value());
        }
        if (patron.get().blocked()) {
            return refuse(out, "User Blocked", "patron.blocked", "UserIdentifierValue", out.user().value());
        }
        if (item.get().policy().days() == 0) {
            return refuse(out, "Item Does Not Circulate", "item.reference", "ItemIdentifierValue", out.item().value());
        }
        Optional<Loan> loan = Optional.ofNullable(loans.get(item.get().barcode()));
        PatronBarcode taker = patron.get().barcode();
        if (loan.isPresent() && !loan.get().patron().equals(taker)) {
            return refuse(out, "Resource Cannot Be Provided", "item.out", "ItemIdentifierValue", out.item().value());
        }
        if (loan.isPresent() && !renews) {
            return refuse(out, "Resource Cannot Be Provided", "item.same", "ItemIdentifierValue", out.item().value());
        }
        if (loan.isEmpty() && loans.values().stream().filter(l -> l.patron().equals(taker)).count() >= library
                .maxLoans()) {
            return refuse(out, "Maximum Check Outs Exceeded", "patron.full", "UserIdentifierValue", out.user().value());
        }
        return lend(out, item.get(), taker, loan);
    }

    private NcipAnswer lend(CheckOut out, Item item, PatronBarcode taker, Optional<Loan> before) {
        Instant now = clock.instant();
        Instant latest = closingTime(out.occurredAt().orElse(now), item.policy().days());
        Instant due = out.desiredDateDue().filter(desired -> desired.isBefore(latest)).orElse(latest);
        Optional<Integer> renewals = before.map(loan -> loan.renewals() + 1);
        loans.put(item.barcode(), new Loan(item.barcode(), taker, before.map(Loan::since).orElse(now), due,
                renewals.orElse(0)));
        holds.removeIf(hold -> hold.item().equals(item.barcode()) && hold.patron().equals(taker));
        applied.add(new Applied(applied.size() + 1L, now, Kind.CHECK_OUT, item.barcode(), Optional.of(taker),
                out.desiredDateDue(), out.occurredAt()));
        return new CheckedOut(out, due, renewals);
    }

    private NcipAnswer checkIn(CheckIn in) {
        Optional<Item> item = item(in);
        if (item.isEmpty()) {
            return refuse(in, "Unknown Item", "item.unknown", "ItemIdentifierValue", in.item().value());
        }
        Optional<Loan> loan = Optional.ofNullable(loans.remove(item.get().barcode()));
        if (loan.isEmpty()) {
            return refuse(in, "Item Not Checked Out", "item.in", "ItemIdentifierValue", in.item().value());
        }
        Instant now = clock.instant();
        applied.add(new Applied(applied.size() + 1L, now, Kind.CHECK_IN, item.get().barcode(), Optional.empty(),
                Optional.empty(), in.occurredAt()));
        return new CheckedIn(in, routing(item.get()), fine(item.get(), loan.get(), in.occurredAt().orElse(now)));
    }

    /** Where it goes: to whoever waits for it, as its own instruction says, or home. An item at home just stays. */
    private Optional<Routing> routing(Item item) {
        Optional<Hold> hold = holds.stream().filter(h -> h.item().equals(item.barcode())).findFirst();
        if (hold.isPresent()) {
            return Optional.of(new Routing("Request: " + hold.get().id(), hold.get().pickupBranch(), ""));
        }
        if (item.instruction().isPresent()) {
            return Optional.of(new Routing(item.instruction().get(), item.branch(), item.shelf()));
        }
        return item.branch().equals(library.here()) ? Optional.empty()
                : Optional.of(new Routing("Process: In transit", item.branch(), item.shelf()));
    }

    private Optional<Fine> fine(Item item, Loan loan, Instant returned) {
        if (!returned.isAfter(loan.dueAt()) || item.policy().finePerDay() == 0) {
            return Optional.empty();
        }
        long begun = Duration.between(loan.dueAt(), returned).toDays() + 1;
        return Optional.of(new Fine(library.currency(), begun * item.policy().finePerDay(),
                TEXTS.get("fine.overdue", begun)));
    }

    private Optional<Item> item(Understood request) {
        return Optional.of(request.item().value()).filter(Barcodes::isSound).map(ItemBarcode::new).map(items::get);
    }

    private boolean isServed(Understood request) {
        if (registry.isEmpty()) {
            return true;
        }
        String branch = registry.get().branch();
        String institution = registry.get().institution();
        boolean agencies = request.agencies().filter(a -> a.from().equals(branch) && a.to().equals(branch)).isPresent();
        boolean item = request.item().agency().filter(a -> !a.equals(institution)).isEmpty();
        boolean user = !(request instanceof CheckOut out)
                || out.user().agency().filter(a -> !a.equals(institution)).isEmpty();
        return agencies && item && user;
    }

    private Instant closingTime(Instant from, int days) {
        return ZonedDateTime.ofInstant(from, zone).plusDays(days).with(closing).toInstant();
    }

    private static Refused refuse(Understood request, String type, String sentence, String element, String value) {
        return new Refused(request, List.of(new Problem(type, TEXTS.get(sentence), element, value)));
    }
}
