/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.circulation.ui.internal;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.carrel.circulation.Caution;
import org.carrel.circulation.CirculationDesk;
import org.carrel.circulation.DeskAnswer;
import org.carrel.circulation.DeskAnswer.Field;
import org.carrel.circulation.DueDateChoice;
import org.carrel.circulation.Tally;
import org.carrel.model.CheckOut;
import org.carrel.model.Texts;
import org.carrel.ui.Moments;
import org.carrel.ui.Sounds;
import org.carrel.ui.Sounds.Sound;
import org.carrel.ui.Tone;

/**
 * What happens at the desk between the fields and the queue. Knows nothing of widgets. Belongs to the UI thread, and
 * never makes it wait: scans are recorded one after the other on the {@code recorder}, in the order in which they came,
 * while the fields are ready for the next one.
 *
 * <p>
 * A doubtful scan waits in {@link Attention} until somebody decides, however many scans come after it; the oldest
 * question is decided first. A refused scan stays there until somebody has seen it or it was scanned again
 * successfully.
 */
final class DeskPresenter {

    private final Texts texts = Texts.of(DeskPresenter.class);
    private final CirculationDesk desk;
    private final DeskScreen screen;
    private final Sounds sounds;
    private final Moments moments;
    private final Executor recorder;
    private final Executor asking;
    private final Executor ui;
    private final Consumer<Throwable> failures;

    private Attention attention = Attention.NONE;
    private String patronInQuestion = "";
    private Optional<String> chosenDue;
    private int inLine;
    private int countsShown;
    private OptionalInt forPatron = OptionalInt.empty();
    private Tally today = new Tally(0, 0, 0);
    private volatile boolean closing;

    /** The threads that a presenter works with. */
    record Threads(Executor recorder, Executor asking, Executor ui) {}

    /**
     * @param threads  the recorder must keep the order
     * @param failures hears of what nobody expected
     */
    DeskPresenter(CirculationDesk desk, DeskScreen screen, Sounds sounds, Moments moments, Threads threads,
            Consumer<Throwable> failures) {
        this.desk = desk;
        this.screen = screen;
        this.sounds = sounds;
        this.moments = moments;
        this.recorder = threads.recorder();
        this.asking = threads.asking();
        this.ui = threads.ui();
        this.failures = failures;
        this.chosenDue = Optional.of(desk.standardDueDate().label());
    }

    /** Enter in the patron field. */
    void patronEntered(String patron) {
        if (isPatronFine(patron)) {
            screen.acceptPatron();
            patronChanged(patron);
        } else {
            screen.refusePatron();
        }
    }

    /**
     * A card was scanned elsewhere than in the patron field; the keyboard stays where it is.
     *
     * @return whether the desk has nothing against it. If it has, nobody is at the desk: what is scanned next must not
     *         go to the patron before
     */
    boolean patronScanned(String patron) {
        boolean fine = isPatronFine(patron);
        patronChanged(fine ? patron : "");
        return fine;
    }

    private boolean isPatronFine(String patron) {
        Optional<String> objection = patron.isBlank() ? Optional.of(texts.get("patron.missing"))
                : desk.objectionToPatron(patron);
        if (objection.isPresent()) {
            sounds.play(Sound.REFUSED);
            screen.announce(Tone.BAD, texts.get("patron.refused"), objection.get());
            if (!patron.isBlank()) {
                DeskScan card = new DeskScan.Out(patron, "", Instant.EPOCH);
                attend(attention.refuse(new Attention.Refusal(card, objection.get())));
            }
            return false;
        }
        attend(attention.acceptCard());
        return true;
    }

    /** The patron field holds somebody else, or nobody: the counts of the one before must not stay on the screen. */
    void patronChanged(String patron) {
        if (patron.strip().equals(patronInQuestion)) {
            return;
        }
        patronInQuestion = patron.strip();
        forPatron = OptionalInt.empty();
        screen.count(forPatron, today);
        count(patronInQuestion);
    }

    /** Asks for the counts afresh, for instance when the desk opens. */
    void count(String patron) {
        int before = countsShown;
        asking.execute(() -> {
            try {
                Tally tally = desk.tally(patron);
                ui.execute(() -> {
                    // A scan recorded meanwhile has brought newer counts.
                    if (before == countsShown) {
                        show(patron, tally);
                    }
                });
            } catch (RuntimeException e) {
                failures.accept(e);
            }
        });
    }

    /**
     * Enter in the item field of a check-out, or the button.
     *
     * @param shownDue what the due date field says; empty when it is not a date
     */
    void checkOut(String patron, String item, Optional<Instant> shownDue) {
        checkOut(patron, item, shownDue, true);
    }

    /** An item was scanned elsewhere than in the item field: what the fields hold stays as it is. */
    void itemScannedOut(String patron, String item, Optional<Instant> shownDue) {
        checkOut(patron, item, shownDue, false);
    }

    private void checkOut(String patron, String item, Optional<Instant> shownDue, boolean inField) {
        Instant due = dueAt(shownDue).orElse(null);
        DeskScan scan = new DeskScan.Out(patron, item, due == null ? Instant.EPOCH : due);
        if (patron.isBlank()) {
            refuse(Field.PATRON, scan, texts.get("patron.missing"), inField);
        } else if (due == null) {
            refuse(Field.DUE_DATE, scan, texts.get("due.missing"), inField);
        } else {
            patronChanged(patron);
            record(scan, Set.of(), inField);
        }
    }

    /** Enter in the item field of a check-in, or the button. */
    void checkIn(String item) {
        record(new DeskScan.In(item), Set.of(), true);
    }

    /** An item was scanned elsewhere than in the item field. */
    void itemScannedIn(String item) {
        record(new DeskScan.In(item), Set.of(), false);
    }

    /** A preset was chosen: it counts from the moment of each scan, also after midnight. */
    Instant choose(DueDateChoice choice) {
        chosenDue = Optional.of(choice.label());
        return choice.dueAt();
    }

    /** A date of its own was typed or picked. */
    void chooseOwnDue() {
        chosenDue = Optional.empty();
    }

    /** The preset that counted before somebody scanned into the due date field, or none. */
    void chooseAgain(Optional<String> preset) {
        chosenDue = preset;
    }

    /** The preset that counts now; empty after a date was typed or picked. */
    Optional<String> chosenDue() {
        return chosenDue;
    }

    /** When an item that is scanned now would be due. */
    Optional<Instant> dueAt(Optional<Instant> shown) {
        return chosenDue.flatMap(label -> desk.dueDates().stream().filter(choice -> choice.label().equals(label))
                .map(DueDateChoice::dueAt).findFirst()).or(() -> shown);
    }

    /** Records the oldest doubtful scan all the same. */
    void recordAnyway() {
        if (!attention.questions().isEmpty()) {
            Attention.Question question = attention.questions().getFirst();
            attend(attention.withoutFirstQuestion());
            record(question.scan(), question.cautions(), true);
        }
    }

    /** Drops the oldest doubtful scan. */
    void drop() {
        if (!attention.questions().isEmpty()) {
            DeskScan scan = attention.questions().getFirst().scan();
            attend(attention.withoutFirstQuestion());
            screen.announce(Tone.NEUTRAL, texts.get("dropped", scan.item().strip()), texts.get("dropped.sentence"));
        }
    }

    /** Somebody has seen what was refused. */
    void seen() {
        attend(attention.withoutRefusals().withoutTags());
    }

    /** Somebody has written down what could not be saved. */
    void writtenDown() {
        attend(attention.withoutUnsaved());
    }

    Attention attention() {
        return attention;
    }

    /** The desk closes: what is still in line is recorded, and what cannot be goes to the log instead of the screen. */
    void close() {
        closing = true;
    }

    /** Whether scans are still on their way to the disk. */
    boolean isRecording() {
        return inLine > 0;
    }

    private void record(DeskScan scan, Set<Caution> overridden, boolean inField) {
        inOrder(() -> {
            DeskAnswer answer = answerTo(scan, overridden);
            if (!(answer instanceof DeskAnswer.Recorded) && !(answer instanceof DeskAnswer.Journaled)) {
                missed(scan.item());
            }
            return answer;
        }, answer -> answered(scan, answer, inField));
    }

    /** Does {@code work} on the recorder, after everything scanned before; then {@code then} on the UI thread. */
    <A> void inOrder(Supplier<A> work, Consumer<A> then) {
        inLine++;
        recorder.execute(() -> {
            A answer = work.get();
            ui.execute(() -> {
                inLine--;
                then.accept(answer);
            });
        });
    }

    /** Not recorded: when the desk closes, nobody sees that any more. On the recorder. */
    void missed(String item) {
        if (closing) {
            failures.accept(new IllegalStateException(
                    "a scan made just before closing was not recorded: item " + item.strip()));
        }
    }

    /** Whatever goes wrong below, the desk hears that this scan is not saved. */
    private DeskAnswer answerTo(DeskScan scan, Set<Caution> overridden) {
        try {
            return scan.recordAt(desk, overridden);
        } catch (RuntimeException e) {
            failures.accept(e);
            return new DeskAnswer.NotSaved(texts.get("unsaved.unexpected"));
        }
    }

    private void answered(DeskScan scan, DeskAnswer answer, boolean inField) {
        switch (answer) {
            case DeskAnswer.Recorded recorded -> recorded(scan, recorded);
            case DeskAnswer.Journaled journaled -> journaled(scan, journaled);
            case DeskAnswer.Doubtful doubtful -> {
                sounds.play(Sound.WARNING);
                screen.announce(Tone.CAUTION, texts.get("doubtful", scan.item().strip()),
                        texts.get("doubtful.sentence"));
                attend(attention.ask(new Attention.Question(scan, doubtful.cautions(), doubtful.sentence())));
            }
            case DeskAnswer.Refused refused -> refuse(refused.field(), scan, refused.sentence(), inField);
            case DeskAnswer.NotSaved lost -> {
                sounds.play(Sound.REFUSED);
                screen.announce(Tone.BAD, texts.get("unsaved", scan.item().strip()), lost.sentence());
                attend(attention.lose(new Attention.Unsaved(scan, lost.sentence())));
            }
        }
    }

    private void recorded(DeskScan scan, DeskAnswer.Recorded recorded) {
        sounds.play(Sound.SAVED);
        String item = recorded.entry().transaction().item().value();
        if (recorded.entry().transaction() instanceof CheckOut out) {
            screen.announce(Tone.GOOD, texts.get("out", item),
                    texts.get("out.sentence", out.patron().value(), moments.inFull(out.dueAt())));
        } else {
            screen.announce(Tone.GOOD, texts.get("in", item), texts.get("in.sentence"));
        }
        attend(attention.settle(scan));
        show(scan, recorded.tally());
    }

    private void journaled(DeskScan scan, DeskAnswer.Journaled journaled) {
        sounds.play(Sound.WARNING);
        screen.announce(Tone.CAUTION, texts.get("journaled", scan.item().strip()), journaled.warning());
        attend(attention.settle(scan));
        show(scan, journaled.tally());
    }

    private void refuse(Field field, DeskScan scan, String sentence, boolean inField) {
        sounds.play(Sound.REFUSED);
        screen.announce(Tone.BAD,
                scan.item().isBlank() ? texts.get("refused.blank") : texts.get("refused", scan.item().strip()),
                sentence);
        if (!scan.item().isBlank()) {
            attend(attention.refuse(new Attention.Refusal(scan, sentence)));
        }
        if (inField) {
            screen.refuse(field, scan);
        }
    }

    private void show(DeskScan scan, Optional<Tally> tally) {
        show(scan.patron(), tally);
    }

    void show(String patron, Optional<Tally> tally) {
        tally.ifPresentOrElse(counts -> show(patron, counts), () -> count(patronInQuestion));
    }

    /** A check-in counts for today, whoever the patron in the other tab is. */
    private void show(String patron, Tally tally) {
        countsShown++;
        today = tally;
        if (patronInQuestion.isEmpty()) {
            forPatron = OptionalInt.empty();
        } else if (patron.strip().equals(patronInQuestion)) {
            forPatron = OptionalInt.of(tally.forPatron());
        }
        screen.count(forPatron, today);
    }

    void attend(Attention now) {
        if (!now.equals(attention)) {
            attention = now;
            screen.attend(now);
        }
    }
}
