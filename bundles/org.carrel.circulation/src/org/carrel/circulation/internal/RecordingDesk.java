/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.circulation.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.carrel.circulation.Caution;
import org.carrel.circulation.CirculationDesk;
import org.carrel.circulation.DeskAnswer;
import org.carrel.circulation.DeskAnswer.Field;
import org.carrel.circulation.DueDateChoice;
import org.carrel.circulation.StackAnswer;
import org.carrel.circulation.Tally;
import org.carrel.circulation.barcode.BarcodeRule.Kind;
import org.carrel.model.Barcodes;
import org.carrel.model.BranchProfile;
import org.carrel.model.CheckIn;
import org.carrel.model.CheckOut;
import org.carrel.model.ItemBarcode;
import org.carrel.model.PatronBarcode;
import org.carrel.model.Texts;
import org.carrel.model.Transaction;
import org.carrel.model.TransactionIds;
import org.carrel.model.port.Acknowledgement;
import org.carrel.model.port.Branch;
import org.carrel.model.port.QueueUnavailableException;
import org.carrel.model.port.QueueView;
import org.carrel.model.port.Subscription;
import org.carrel.model.port.TransactionQueue;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The desk over a branch's queue. Scans are recorded one after the other, so that a double scan is always noticed. */
@Component
public final class RecordingDesk implements CirculationDesk {

    /** A second scan of the same thing within this time is probably a slip. */
    private static final Duration DUPLICATE_WITHIN = Duration.ofMinutes(1);
    /** A due date beyond this is a slip of the keyboard. */
    private static final int LONGEST_LOAN_YEARS = 10;

    private final TransactionQueue queue;
    private final Branch branch;
    private final Clock clock;
    private final DeskClock deskClock;
    private final TransactionIds ids;
    private final BarcodeJudge barcodes;
    private final RuleBook rules;
    private final DueDateOffer dueDates;
    private final DayBook dayBook;
    private final Subscription subscription;
    private final Texts texts = Texts.of(RecordingDesk.class);

    @Activate
    public RecordingDesk(@Reference TransactionQueue queue, @Reference QueueView view, @Reference Branch branch,
            @Reference RuleBook rules) {
        this(queue, view, branch, rules, Clock.systemUTC());
    }

    /**
     * A desk without rules that other bundles contribute. Not a constructor: the framework tells those apart by
     * how many parameters they have.
     */
    public static RecordingDesk withoutRules(TransactionQueue queue, QueueView view, Branch branch, Clock clock) {
        return new RecordingDesk(queue, view, branch, new RuleBook(), clock);
    }

    RecordingDesk(TransactionQueue queue, QueueView view, Branch branch, RuleBook rules, Clock clock) {
        this.queue = Objects.requireNonNull(queue, "queue");
        this.branch = Objects.requireNonNull(branch, "branch");
        this.clock = Objects.requireNonNull(clock, "clock");
        BranchProfile profile = branch.profile();
        this.deskClock = new DeskClock(clock);
        this.ids = new TransactionIds(clock);
        this.barcodes = new BarcodeJudge(profile.barcodes());
        this.rules = Objects.requireNonNull(rules, "rules");
        this.dueDates = new DueDateOffer(profile, clock);
        this.dayBook = new DayBook(view, clock, profile.zone(), DUPLICATE_WITHIN);
        this.subscription = view.observe(dayBook::changed);
    }

    @Deactivate
    void close() {
        subscription.close();
    }

    @Override
    public DeskAnswer checkOut(String patron, String item, Instant dueAt, Set<Caution> overridden) {
        String patronText = patron.strip();
        String itemText = item.strip();
        Instant due = dueAt.truncatedTo(ChronoUnit.MILLIS);
        return objection(Field.PATRON, objectionTo(patronText, Kind.PATRON))
                .or(() -> objection(Field.ITEM, objectionTo(itemText, Kind.ITEM)))
                .or(() -> objection(Field.DUE_DATE, objectionToDueDate(due))).map(DeskAnswer.class::cast)
                .orElseGet(() -> record(new Scan(Optional.of(new PatronBarcode(patronText)), new ItemBarcode(itemText),
                        Optional.of(due)), overridden));
    }

    @Override
    public DeskAnswer checkIn(String item, Set<Caution> overridden) {
        if (!branch.profile().features().checkIn()) {
            return new DeskAnswer.Refused(Field.ITEM, texts.get("checkIn.off"));
        }
        String itemText = item.strip();
        return objection(Field.ITEM, objectionTo(itemText, Kind.ITEM)).map(DeskAnswer.class::cast).orElseGet(
                () -> record(new Scan(Optional.empty(), new ItemBarcode(itemText), Optional.empty()), overridden));
    }

    @Override
    public StackAnswer checkOutStack(String patron, List<String> items, Instant dueAt, Set<Caution> overridden) {
        String patronText = patron.strip();
        Instant due = dueAt.truncatedTo(ChronoUnit.MILLIS);
        return objection(Field.PATRON, objectionTo(patronText, Kind.PATRON))
                .or(() -> objection(Field.DUE_DATE, objectionToDueDate(due)))
                .or(() -> objectionToSize(items)).map(RecordingDesk::ofStack)
                .orElseGet(() -> recordStack(items, item -> new Scan(Optional.of(new PatronBarcode(patronText)), item,
                        Optional.of(due)), overridden));
    }

    @Override
    public StackAnswer checkInStack(List<String> items, Set<Caution> overridden) {
        if (!branch.profile().features().checkIn()) {
            return new StackAnswer.Refused(Field.ITEM, texts.get("checkIn.off"));
        }
        return objectionToSize(items).map(RecordingDesk::ofStack).orElseGet(() -> recordStack(items,
                item -> new Scan(Optional.empty(), item, Optional.empty()), overridden));
    }

    private Optional<DeskAnswer.Refused> objectionToSize(List<String> items) {
        return objection(Field.ITEM, items.isEmpty() ? Optional.of(texts.get("stack.empty"))
                : items.size() > MOST_IN_STACK ? Optional.of(texts.get("stack.large", MOST_IN_STACK))
                        : Optional.empty());
    }

    private static StackAnswer ofStack(DeskAnswer.Refused refused) {
        return new StackAnswer.Refused(refused.field(), refused.sentence());
    }

    private synchronized StackAnswer recordStack(List<String> items, Function<ItemBarcode, Scan> scans,
            Set<Caution> overridden) {
        List<StackAnswer.NotThis> notThese = new ArrayList<>();
        List<Transaction> stack = new ArrayList<>();
        for (String item : new LinkedHashSet<>(items.stream().map(String::strip).toList())) {
            Optional<DeskAnswer> against = objection(Field.ITEM, objectionTo(item, Kind.ITEM))
                    .map(DeskAnswer.class::cast).or(() -> {
                        Scan scan = scans.apply(new ItemBarcode(item));
                        Transaction transaction = stamped(scan);
                        Optional<DeskAnswer> doubt = doubt(scan, transaction, overridden);
                        if (doubt.isEmpty()) {
                            stack.add(transaction);
                        }
                        return doubt;
                    });
            against.ifPresent(answer -> notThese.add(new StackAnswer.NotThis(item, answer)));
        }
        if (stack.isEmpty()) {
            return new StackAnswer.Recorded(List.of(), notThese, Optional.empty());
        }
        Optional<PatronBarcode> patron = stack.getFirst() instanceof CheckOut out ? Optional.of(out.patron())
                : Optional.empty();
        return switch (keep(stack)) {
            case Acknowledgement.Stored stored -> {
                stack.forEach(dayBook::enter);
                yield new StackAnswer.Recorded(stored.entries(), notThese, dayBook.tallyAtHand(patron));
            }
            case Acknowledgement.Journaled journaled -> {
                stack.forEach(dayBook::enter);
                yield new StackAnswer.Journaled(stack, journaled.reason(), notThese, dayBook.tallyAtHand(patron));
            }
            case Acknowledgement.NotSaved notSaved -> new StackAnswer.NotSaved(notSaved.reason());
        };
    }

    /** The branch's own patterns first: a rule of others is asked only about what may be a barcode at all. */
    private Optional<String> objectionTo(String barcode, Kind kind) {
        return (kind == Kind.PATRON ? barcodes.objectionToPatron(barcode) : barcodes.objectionToItem(barcode))
                .or(() -> rules.objection(kind, barcode));
    }

    private static Optional<DeskAnswer.Refused> objection(Field field, Optional<String> sentence) {
        return sentence.map(why -> new DeskAnswer.Refused(field, why));
    }

    private Optional<String> objectionToDueDate(Instant dueAt) {
        Instant now = clock.instant();
        if (!dueAt.isAfter(now)) {
            return Optional.of(texts.get("due.passed"));
        }
        Instant latest = ZonedDateTime.ofInstant(now, branch.profile().zone()).plusYears(LONGEST_LOAN_YEARS)
                .toInstant();
        return dueAt.isAfter(latest) ? Optional.of(texts.get("due.far", LONGEST_LOAN_YEARS)) : Optional.empty();
    }

    private synchronized DeskAnswer record(Scan scan, Set<Caution> overridden) {
        Transaction transaction = stamped(scan);
        return doubt(scan, transaction, overridden).orElseGet(() -> commit(scan, transaction));
    }

    private Optional<DeskAnswer> doubt(Scan scan, Transaction transaction, Set<Caution> overridden) {
        Set<Caution> cautions = cautions(scan, transaction);
        List<String> odd = overridden.contains(Caution.LIBRARY_RULE) ? List.of() : oddities(scan);
        if (!odd.isEmpty()) {
            cautions.add(Caution.LIBRARY_RULE);
        }
        cautions.removeAll(overridden);
        if (cautions.isEmpty()) {
            return Optional.empty();
        }
        String sentence = Stream.concat(cautions.stream().filter(caution -> caution != Caution.LIBRARY_RULE)
                .map(caution -> sentence(caution, scan)), odd.stream()).collect(Collectors.joining(" "));
        return Optional.of(new DeskAnswer.Doubtful(cautions, sentence));
    }

    private DeskAnswer commit(Scan scan, Transaction transaction) {
        return switch (keep(List.of(transaction))) {
            case Acknowledgement.Stored stored -> {
                dayBook.enter(transaction);
                yield new DeskAnswer.Recorded(stored.entries().getFirst(), dayBook.tallyAtHand(scan.patron()));
            }
            case Acknowledgement.Journaled journaled -> {
                dayBook.enter(transaction);
                yield new DeskAnswer.Journaled(transaction, journaled.reason(), dayBook.tallyAtHand(scan.patron()));
            }
            case Acknowledgement.NotSaved notSaved -> new DeskAnswer.NotSaved(notSaved.reason());
        };
    }

    private Acknowledgement keep(List<Transaction> transactions) {
        try {
            return queue.add(transactions);
        } catch (QueueUnavailableException e) {
            return new Acknowledgement.NotSaved(e.getMessage());
        }
    }

    private Transaction stamped(Scan scan) {
        Instant now = deskClock.next();
        return scan.patron().<Transaction>map(patron -> new CheckOut(ids.next(), patron, scan.item(),
                scan.dueAt().orElseThrow(), now, branch.origin()))
                .orElseGet(() -> new CheckIn(ids.next(), scan.item(), now, branch.origin()));
    }

    private Set<Caution> cautions(Scan scan, Transaction transaction) {
        Set<Caution> cautions = EnumSet.noneOf(Caution.class);
        if (dayBook.remembers(transaction, transaction.occurredAt())) {
            cautions.add(Caution.DUPLICATE_SCAN);
        }
        if (!itemDigitFits(scan) || !patronDigitFits(scan)) {
            cautions.add(Caution.CHECK_DIGIT);
        }
        return cautions;
    }

    private List<String> oddities(Scan scan) {
        return Stream.concat(
                scan.patron().stream().flatMap(patron -> rules.doubts(Kind.PATRON, patron.value()).stream()),
                rules.doubts(Kind.ITEM, scan.item().value()).stream()).distinct().toList();
    }

    private boolean itemDigitFits(Scan scan) {
        return barcodes.checkDigitFits(scan.item().value());
    }

    private boolean patronDigitFits(Scan scan) {
        return scan.patron().map(patron -> barcodes.checkDigitFits(patron.value())).orElse(true);
    }

    private String sentence(Caution caution, Scan scan) {
        return switch (caution) {
            case DUPLICATE_SCAN -> texts.get(scan.patron().isPresent() ? "duplicate.checkOut" : "duplicate.checkIn");
            case CHECK_DIGIT -> texts.get(itemDigitFits(scan) ? "checkDigit.patron"
                    : patronDigitFits(scan) ? "checkDigit.item" : "checkDigit.both");
            case LIBRARY_RULE -> throw new IllegalArgumentException("a rule has sentences of its own");
        };
    }

    @Override
    public Optional<String> objectionToPatron(String patron) {
        return barcodes.objectionToPatron(patron.strip());
    }

    @Override
    public List<DueDateChoice> dueDates() {
        return dueDates.choices();
    }

    @Override
    public DueDateChoice standardDueDate() {
        return dueDates.standard();
    }

    @Override
    public Tally tally(String patron) {
        String text = patron.strip();
        return dayBook.tally(Barcodes.isSound(text) ? Optional.of(new PatronBarcode(text)) : Optional.empty());
    }

    /** What was scanned; a check-out has a patron and a due date, a check-in neither. */
    private record Scan(Optional<PatronBarcode> patron, ItemBarcode item, Optional<Instant> dueAt) {}
}
