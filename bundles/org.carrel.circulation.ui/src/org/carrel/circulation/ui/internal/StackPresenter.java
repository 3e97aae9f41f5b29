/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.circulation.ui.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import org.carrel.circulation.Caution;
import org.carrel.circulation.CirculationDesk;
import org.carrel.circulation.DeskAnswer;
import org.carrel.circulation.DeskAnswer.Field;
import org.carrel.circulation.StackAnswer;
import org.carrel.circulation.StackAnswer.NotThis;
import org.carrel.model.ItemBarcode;
import org.carrel.model.QueueEntry;
import org.carrel.model.Texts;
import org.carrel.model.Transaction;
import org.carrel.model.scan.ScanSource;
import org.carrel.model.scan.SecurityReport;
import org.carrel.ui.Moments;
import org.carrel.ui.Sounds;
import org.carrel.ui.Sounds.Sound;
import org.carrel.ui.Tone;

/**
 * What happens with all the items that lie on a pad together: they are recorded in one go, with one sound, and only
 * then are their tags written. Those that were not recorded wait in {@link Attention} until somebody decides. Belongs
 * to the UI thread, and never makes it wait.
 */
final class StackPresenter {

    private final Texts texts = Texts.of(StackPresenter.class);
    private final DeskPresenter presenter;
    private final CirculationDesk desk;
    private final DeskFields fields;
    private final DeskScreen screen;
    private final Sounds sounds;
    private final Moments moments;
    private final Tags tags;
    private final Consumer<Throwable> failures;

    /**
     * How tags are written.
     *
     * @param source whose pads they lie on; empty where there are no scanners
     * @param writer waits for pads; keeps the order
     * @param ui     hears of what became of it
     */
    record Tags(Optional<ScanSource> source, Executor writer, Executor ui) {}

    /** Items of one pad that are recorded alike. */
    private record Stack(String device, boolean in, String patron, Instant due, Set<Caution> overridden) {

        StackAnswer recordAt(CirculationDesk desk, List<String> items) {
            return in ? desk.checkInStack(items, overridden) : desk.checkOutStack(patron, items, due, overridden);
        }

        DeskScan scan(String item) {
            return in ? new DeskScan.In(item) : new DeskScan.Out(patron, item, due);
        }

        Attention.LeftOut leftOut(String item, Set<Caution> cautions, boolean decided, String sentence) {
            return new Attention.LeftOut(scan(item), device, cautions, decided, sentence);
        }
    }

    /** @param failures hears of what nobody expected */
    StackPresenter(DeskPresenter presenter, CirculationDesk desk, DeskFields fields, DeskScreen screen, Sounds sounds,
            Moments moments, Tags tags, Consumer<Throwable> failures) {
        this.presenter = presenter;
        this.desk = desk;
        this.fields = fields;
        this.screen = screen;
        this.sounds = sounds;
        this.moments = moments;
        this.tags = tags;
        this.failures = failures;
    }

    /**
     * Records what lies on a pad, at Check Out or Check In, whichever is in front.
     *
     * @param unreadable how many tags there were besides that say nothing
     */
    void record(String device, List<String> items, int unreadable) {
        if (unreadable > 0) {
            sounds.play(Sound.WARNING);
            screen.announce(Tone.CAUTION, texts.get("stack.unreadable", unreadable),
                    texts.get("stack.unreadable.sentence"));
        }
        boolean in = fields.isCheckIn();
        String patron = in ? "" : fields.patron().strip();
        Optional<Instant> due = in ? Optional.of(Instant.EPOCH) : presenter.dueAt(fields.due());
        Stack stack = new Stack(device, in, patron, due.orElse(Instant.EPOCH), Set.of());
        if (!items.isEmpty() && !in && (patron.isEmpty() || due.isEmpty())) {
            leaveAllOut(stack, items, texts.get(patron.isEmpty() ? "patron.missing" : "due.missing"));
        } else {
            record(stack, items);
        }
    }

    /** A file may hold more than any pad does. */
    private void record(Stack stack, List<String> items) {
        if (!stack.in() && !items.isEmpty()) {
            presenter.patronChanged(stack.patron());
        }
        for (int from = 0; from < items.size(); from += CirculationDesk.MOST_IN_STACK) {
            List<String> part = items.subList(from, Math.min(items.size(), from + CirculationDesk.MOST_IN_STACK));
            presenter.inOrder(() -> recordNow(stack, part), answer -> answered(stack, part, answer));
        }
    }

    /** On the recorder. Tags are written after that, also when the desk is closing. */
    private StackAnswer recordNow(Stack stack, List<String> items) {
        StackAnswer answer;
        try {
            answer = stack.recordAt(desk, items);
        } catch (RuntimeException e) {
            failures.accept(e);
            answer = new StackAnswer.NotSaved(texts.get("stack.unsaved.unexpected"));
        }
        List<ItemBarcode> recorded = recorded(answer);
        if (!recorded.isEmpty()) {
            tags.source().ifPresent(source -> write(source, stack, recorded));
        }
        Set<String> onDisk = Set.copyOf(recorded.stream().map(ItemBarcode::value).toList());
        items.stream().filter(item -> !onDisk.contains(item.strip())).forEach(presenter::missed);
        return answer;
    }

    private static List<ItemBarcode> recorded(StackAnswer answer) {
        return switch (answer) {
            case StackAnswer.Recorded done -> done.entries().stream().map(QueueEntry::transaction)
                    .map(Transaction::item).toList();
            case StackAnswer.Journaled done -> done.transactions().stream().map(Transaction::item).toList();
            case StackAnswer.Refused refused -> List.of();
            case StackAnswer.NotSaved lost -> List.of();
        };
    }

    private void write(ScanSource source, Stack stack, List<ItemBarcode> items) {
        tags.writer().execute(() -> {
            try {
                SecurityReport report = source.secure(stack.device(), items, stack.in());
                tags.ui().execute(() -> written(report));
            } catch (RuntimeException e) {
                failures.accept(e);
            }
        });
    }

    private void written(SecurityReport report) {
        presenter.attend(presenter.attention().fixed(report.done()).fix(report.toFix()));
        if (!report.toFix().isEmpty()) {
            sounds.play(Sound.WARNING);
            screen.announce(Tone.CAUTION, texts.get("stack.tags", report.toFix().size()),
                    texts.get("stack.tags.sentence"));
        }
    }

    private void answered(Stack stack, List<String> items, StackAnswer answer) {
        switch (answer) {
            case StackAnswer.Recorded done -> {
                List<String> onDisk = recorded(done).stream().map(ItemBarcode::value).toList();
                leaveOut(stack, done.notThese());
                announce(stack, onDisk.size(), done.notThese());
                settle(stack, onDisk);
                presenter.show(stack.patron(), done.tally());
            }
            case StackAnswer.Journaled done -> {
                List<String> onDisk = recorded(done).stream().map(ItemBarcode::value).toList();
                leaveOut(stack, done.notThese());
                sounds.play(Sound.WARNING);
                screen.announce(Tone.CAUTION, texts.get("stack.journaled", onDisk.size()), done.warning());
                settle(stack, onDisk);
                presenter.show(stack.patron(), done.tally());
            }
            case StackAnswer.Refused refused -> leaveAllOut(refused.field() == Field.ITEM ? stack
                    : new Stack(stack.device(), stack.in(), "", Instant.EPOCH, Set.of()), items, refused.sentence());
            case StackAnswer.NotSaved lost -> {
                sounds.play(Sound.REFUSED);
                screen.announce(Tone.BAD, texts.get("stack.unsaved", items.size()), lost.sentence());
                Attention now = presenter.attention();
                for (String item : items) {
                    now = now.lose(new Attention.Unsaved(stack.scan(item), lost.sentence()));
                }
                presenter.attend(now);
            }
        }
    }

    private void announce(Stack stack, int recorded, List<NotThis> notThese) {
        if (notThese.isEmpty()) {
            sounds.play(Sound.SAVED);
            screen.announce(Tone.GOOD, texts.get(stack.in() ? "stack.in" : "stack.out", recorded),
                    sentence(stack, recorded));
        } else if (recorded > 0) {
            sounds.play(Sound.WARNING);
            screen.announce(Tone.CAUTION, texts.get("stack.some", recorded, recorded + notThese.size()),
                    texts.get("stack.some.sentence"));
        } else {
            boolean allRefused = notThese.stream().allMatch(one -> one.answer() instanceof DeskAnswer.Refused);
            sounds.play(allRefused ? Sound.REFUSED : Sound.WARNING);
            screen.announce(allRefused ? Tone.BAD : Tone.CAUTION, texts.get("stack.none", notThese.size()),
                    texts.get("stack.some.sentence"));
        }
    }

    private String sentence(Stack stack, int recorded) {
        return stack.in() ? texts.get("stack.in.sentence", recorded)
                : texts.get("out.sentence", stack.patron(), moments.inFull(stack.due()));
    }

    private void settle(Stack stack, List<String> items) {
        Attention now = presenter.attention();
        for (String item : items) {
            now = now.settle(stack.scan(item));
        }
        presenter.attend(now);
    }

    private void leaveOut(Stack stack, List<NotThis> notThese) {
        List<Attention.LeftOut> more = new ArrayList<>();
        for (NotThis one : notThese) {
            if (one.answer() instanceof DeskAnswer.Doubtful doubtful) {
                more.add(stack.leftOut(one.item(), doubtful.cautions(), true, doubtful.sentence()));
            } else if (one.answer() instanceof DeskAnswer.Refused refused) {
                more.add(stack.leftOut(one.item(), Set.of(), false, refused.sentence()));
            }
        }
        presenter.attend(presenter.attention().leaveOut(more));
    }

    /** It can be recorded as soon as what is missing is there: nobody has to lift the books from the pad. */
    private void leaveAllOut(Stack stack, List<String> items, String sentence) {
        sounds.play(Sound.REFUSED);
        screen.announce(Tone.BAD, texts.get("stack.none", items.size()), sentence);
        presenter.attend(presenter.attention().leaveOut(
                items.stream().map(item -> stack.leftOut(item, Set.of(), true, sentence)).toList()));
    }

    /** Records these all the same: for whom they were read or, when nobody was at the desk, for who is there now. */
    void recordAnyway(Collection<Attention.LeftOut> chosen) {
        Map<Stack, List<Attention.LeftOut>> stacks = new LinkedHashMap<>();
        for (Attention.LeftOut one : chosen) {
            if (one.decided()) {
                stacks.computeIfAbsent(stackOf(one), stack -> new ArrayList<>()).add(one);
            }
        }
        stacks.forEach((stack, these) -> {
            presenter.attend(presenter.attention().withoutLeftOut(these));
            List<String> items = these.stream().map(one -> one.scan().item()).toList();
            if (!stack.in() && stack.patron().isEmpty()) {
                leaveAllOut(stack, items, texts.get("patron.missing"));
            } else if (!stack.in() && stack.due().equals(Instant.EPOCH)) {
                leaveAllOut(stack, items, texts.get("due.missing"));
            } else {
                record(stack, items);
            }
        });
    }

    private Stack stackOf(Attention.LeftOut one) {
        return switch (one.scan()) {
            case DeskScan.In in -> new Stack(one.device(), true, "", Instant.EPOCH, one.cautions());
            case DeskScan.Out out -> {
                String patron = out.patron().isBlank() ? fields.patron().strip() : out.patron();
                Instant due = out.dueAt().equals(Instant.EPOCH)
                        ? presenter.dueAt(fields.due()).orElse(Instant.EPOCH)
                        : out.dueAt();
                yield new Stack(one.device(), false, patron, due, one.cautions());
            }
        };
    }

    /** Drops these: they are not recorded. */
    void drop(Collection<Attention.LeftOut> chosen) {
        if (!chosen.isEmpty()) {
            presenter.attend(presenter.attention().withoutLeftOut(chosen));
            screen.announce(Tone.NEUTRAL, texts.get("stack.dropped", chosen.size()), texts.get("dropped.sentence"));
        }
    }
}
