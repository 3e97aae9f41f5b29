/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.findings;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.carrel.inventory.comparison.Finding.Kind;
import org.carrel.inventory.findings.Deed;
import org.carrel.inventory.findings.Done;
import org.carrel.inventory.findings.FindingFilter;
import org.carrel.inventory.findings.FindingList;
import org.carrel.inventory.findings.FindingsDesk;
import org.carrel.inventory.findings.ListedFinding;
import org.carrel.inventory.findings.Standing;
import org.carrel.inventory.ui.internal.findings.Act.Button;
import org.carrel.inventory.ui.internal.open.Result;
import org.carrel.model.Origin;
import org.carrel.model.Texts;
import org.carrel.model.inventory.ConditionCode;
import org.carrel.model.inventory.Handling.State;
import org.carrel.model.inventory.InventoryProject;
import org.carrel.ui.RowTable;

/** What happens in the view <i>Findings</i>. UI thread only; what waits for the disk is given to the worker. */
final class FindingsPresenter {

    /** More than that at once, and somebody is asked first: so many are not seen at a glance. */
    static final int MANY = 20;

    /** So many are listed at most. Nobody goes through more of them, and the window would stand still. */
    static final int MOST_LISTED = RowTable.BEARABLE;

    private static final Texts TEXTS = Texts.of(FindingsPresenter.class);
    private static final int MOST_UNDONE = 50;

    private final FindingsScreen screen;
    private final FindingsDesk desk;
    private final Origin by;
    private final FindingWords words;
    private final Worker worker;
    private final Deque<Done.Back> done = new ArrayDeque<>();
    private Optional<InventoryProject> project = Optional.empty();
    private FindingList findings = FindingList.EMPTY;
    private FindingFilter filter = FindingFilter.ALL;
    private Show show = Show.TO_DO;
    /** What was said of the result that is shown. */
    private String about = "";
    /** Of the filtering that is asked for last: what comes later of one before it is not shown. */
    private int asked;

    FindingsPresenter(FindingsScreen screen, FindingsDesk desk, Origin by, FindingWords words, Worker worker) {
        this.screen = screen;
        this.desk = desk;
        this.by = by;
        this.words = words;
        this.worker = worker;
    }

    /** Another result is there. */
    void show(Result result) {
        Optional<InventoryProject> now = project(result);
        if (!now.map(InventoryProject::number).equals(project.map(InventoryProject::number))) {
            done.clear();
        }
        project = now;
        findings = result instanceof Result.Ready ready ? ready.findings() : FindingList.EMPTY;
        // What was said of something that was done stays until there is something else to say.
        String sentence = about(result);
        if (!sentence.equals(about)) {
            about = sentence;
            screen.say(sentence);
        }
        showAgain();
    }

    private static Optional<InventoryProject> project(Result result) {
        return switch (result) {
            case Result.NoProject none -> Optional.empty();
            case Result.Pending pending -> Optional.of(pending.project());
            case Result.NoItemFile none -> Optional.of(none.project());
            case Result.Refused refused -> Optional.of(refused.project());
            case Result.Ready ready -> Optional.of(ready.project());
        };
    }

    private static String about(Result result) {
        return switch (result) {
            case Result.NoProject none -> TEXTS.get("findings.noProject");
            case Result.Pending pending -> TEXTS.get("findings.pending", pending.project().name());
            case Result.NoItemFile none -> TEXTS.get("findings.noItemFile");
            case Result.Refused refused -> refused.sentence();
            case Result.Ready ready -> ready.project().isOpen() ? "" : TEXTS.get("findings.closed");
        };
    }

    /** Shows one kind only; empty for all. */
    void choose(Optional<Kind> kind) {
        filter = filter.kinds(kind.map(Set::of).orElse(Set.of()));
        showAgain();
    }

    /** Shows those that stand so. */
    void choose(Show other) {
        show = other;
        showAgain();
    }

    /** Shows only those of which all these words are said. */
    void search(String text) {
        filter = filter.text(text);
        showAgain();
    }

    private void showAgain() {
        asked++;
        int mine = asked;
        FindingList all = findings;
        FindingFilter wanted = filter.standings(show.standings());
        Show shown = show;
        worker.compute(() -> new Found(KindCount.of(all, shown), all.matching(wanted)), found -> {
            if (mine == asked) {
                List<ListedFinding> matching = found.matching();
                screen.kinds(found.kinds());
                screen.rest(matching.size() <= MOST_LISTED ? ""
                        : TEXTS.get("findings.rest", MOST_LISTED, matching.size()));
                screen.findings(matching.subList(0, Math.min(MOST_LISTED, matching.size())));
                selected();
            }
        });
    }

    /** What is to be shown. @param matching not all of them may be listed */
    private record Found(List<KindCount> kinds, List<ListedFinding> matching) {}

    /** Something else is selected. */
    void selected() {
        List<ListedFinding> selection = screen.selection();
        screen.details(switch (selection.size()) {
            case 0 -> "";
            case 1 -> words.details(selection.getFirst());
            default -> FindingWords.several(selection);
        });
        screen.enable(act(selection));
    }

    private Act act(List<ListedFinding> selection) {
        Set<Button> possible = EnumSet.noneOf(Button.class);
        if (project.filter(InventoryProject::isOpen).isPresent()) {
            addIf(possible, Button.FIRST, !toHandle(selection).isEmpty());
            addIf(possible, Button.WITH_NOTE, !toHandle(selection).isEmpty());
            addIf(possible, Button.FOUND, !new Deed.Found().fitting(selection).isEmpty());
            addIf(possible, Button.NOT_FOUND, !new Deed.NotFound().fitting(selection).isEmpty());
            addIf(possible, Button.SET_ASIDE, !said(State.SET_ASIDE).fitting(selection).isEmpty());
            addIf(possible, Button.REOPEN, !said(State.OPEN).fitting(selection).isEmpty());
            addIf(possible, Button.NOTE, !selection.isEmpty());
            addIf(possible, Button.CONDITION, selection.stream().anyMatch(FindingsPresenter::isInHand));
        }
        List<Kind> kinds = selection.stream().map(ListedFinding::kind).distinct().toList();
        String first = kinds.size() == 1 ? Deed.firstLabel(kinds.getFirst()) : TEXTS.get("findings.done");
        return new Act(first, possible, !done.isEmpty() && project.filter(InventoryProject::isOpen).isPresent());
    }

    private static void addIf(Set<Button> buttons, Button button, boolean possible) {
        if (possible) {
            buttons.add(button);
        }
    }

    /** Nobody can say of what is not there that it is damaged. */
    private static boolean isInHand(ListedFinding finding) {
        return finding.kind() != Kind.MISSING || finding.standing() == Standing.SETTLED;
    }

    private static Deed said(State state) {
        return new Deed.Handle(state, Optional.empty());
    }

    private static List<ListedFinding> toHandle(List<ListedFinding> selection) {
        return said(State.HANDLED).fitting(selection);
    }

    /** What is to be done first about what is selected is done, or begun when there is something to ask. */
    void first() {
        List<ListedFinding> selection = screen.selection();
        if (selection.size() == 1 && selection.getFirst().kind() == Kind.DUPLICATE_BARCODE
                && !selection.getFirst().findings().isEmpty()) {
            screen.which(selection.getFirst())
                    .ifPresent(item -> perform("batch.choose", new Deed.Choose(item), selection));
        } else {
            perform("batch.handle", said(State.HANDLED), selection);
        }
    }

    /** The same with a note. */
    void firstWithNote() {
        List<ListedFinding> chosen = toHandle(screen.selection());
        if (!chosen.isEmpty()) {
            screen.note(TEXTS.get("note.handled"), before(chosen)).ifPresent(note -> perform("batch.handle",
                    new Deed.Handle(State.HANDLED, Optional.of(note)), chosen));
        }
    }

    /** Writes a note, and leaves how they stand as it is. */
    void note() {
        List<ListedFinding> chosen = screen.selection();
        if (!chosen.isEmpty()) {
            screen.note(TEXTS.get("note.title"), before(chosen))
                    .ifPresent(note -> perform("batch.note", new Deed.Note(note), chosen));
        }
    }

    private static String before(List<ListedFinding> chosen) {
        return chosen.stream().map(ListedFinding::note).distinct().count() == 1 ? chosen.getFirst().note() : "";
    }

    void found() {
        perform("batch.found", new Deed.Found(), screen.selection());
    }

    void notFound() {
        perform("batch.notFound", new Deed.NotFound(), screen.selection());
    }

    void setAside() {
        perform("batch.setAside", said(State.SET_ASIDE), screen.selection());
    }

    void reopen() {
        perform("batch.reopen", said(State.OPEN), screen.selection());
    }

    void condition(ConditionCode condition) {
        perform("batch.condition", new Deed.Condition(condition, true), screen.selection());
    }

    private void perform(String what, Deed deed, List<ListedFinding> chosen) {
        List<ListedFinding> fitting = deed.fitting(chosen);
        if (fitting.isEmpty() || project.isEmpty()) {
            return;
        }
        if (fitting.size() > MANY && !screen.agrees(TEXTS.get("batch.title"),
                TEXTS.get("batch.question", TEXTS.get(what), fitting.size(), FindingWords.counted(fitting)),
                TEXTS.get("batch.yes"))) {
            screen.say(TEXTS.get("batch.no"));
            return;
        }
        long number = project.get().number();
        worker.compute(() -> desk.perform(number, deed, fitting, by), came -> ended(number, what, came));
    }

    private void ended(long number, String what, Done came) {
        switch (came) {
            case Done.Kept kept -> {
                if (project.filter(now -> now.number() == number).isPresent() && kept.findings() > 0) {
                    done.push(kept.back());
                    if (done.size() > MOST_UNDONE) {
                        done.removeLast();
                    }
                }
                screen.say(TEXTS.get("findings.kept", TEXTS.get(what), kept.findings()));
                screen.enable(act(screen.selection()));
            }
            case Done.NotSaved not -> screen.say(not.sentence());
        }
    }

    /** Takes back what was done last. */
    void undo() {
        if (done.isEmpty()) {
            screen.say(TEXTS.get("undo.nothing"));
            return;
        }
        Done.Back back = done.pop();
        worker.compute(() -> desk.takeBack(back, by), came -> {
            switch (came) {
                case Done.Kept kept -> screen.say(TEXTS.get("undo.done", Math.max(1, kept.findings())));
                case Done.NotSaved not -> {
                    done.push(back);
                    screen.say(not.sentence());
                }
            }
            screen.enable(act(screen.selection()));
        });
    }
}
