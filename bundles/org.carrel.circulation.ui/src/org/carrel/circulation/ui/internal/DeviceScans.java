/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.circulation.ui.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.carrel.model.Texts;
import org.carrel.model.scan.DeviceRole;
import org.carrel.model.scan.Scan;
import org.carrel.model.scan.ScanEvent;
import org.carrel.model.scan.ScanNews;
import org.carrel.ui.Sounds;
import org.carrel.ui.Sounds.Sound;
import org.carrel.ui.Tone;

/**
 * What scanners read goes the way of what is typed into the fields, in the order in which it was read, whatever holds
 * the keyboard: to Check Out or Check In, whichever is in front. UI thread only.
 */
final class DeviceScans {

    private final Texts texts = Texts.of(DeviceScans.class);
    private final DeskPresenter presenter;
    private final StackPresenter stacks;
    private final DeskFields fields;
    private final DeskScreen screen;
    private final Sounds sounds;
    private final NextPatron nextPatron;

    DeviceScans(DeskPresenter presenter, StackPresenter stacks, DeskFields fields, DeskScreen screen, Sounds sounds,
            NextPatron nextPatron) {
        this.presenter = presenter;
        this.stacks = stacks;
        this.fields = fields;
        this.screen = screen;
        this.sounds = sounds;
        this.nextPatron = nextPatron;
    }

    /** Records what was read. */
    void take(ScanEvent event) {
        List<Scan> items = new ArrayList<>();
        List<String> cards = new ArrayList<>();
        for (Scan scan : event.scans()) {
            if (isCard(scan, event.role())) {
                cards.add(text(scan));
            } else {
                items.add(scan);
            }
        }
        if (cards.stream().distinct().count() > 1) {
            sounds.play(Sound.REFUSED);
            screen.announce(Tone.BAD, texts.get("device.cards"), texts.get("device.cards.sentence"));
            keepInSight(event.scans(), texts.get("device.cards.sentence"));
            return;
        }
        if (!cards.isEmpty() && !takeCard(cards.getFirst(), event.role())) {
            keepInSight(items, texts.get("device.behind.card"));
            return;
        }
        if (event.stack()) {
            takeStack(event.device(), items);
        } else {
            items.forEach(scan -> takeOne(event.name(), scan));
        }
    }

    private void takeStack(String device, List<Scan> scans) {
        List<String> items = scans.stream().map(DeviceScans::text).filter(text -> !text.isEmpty()).toList();
        stacks.record(device, items, scans.size() - items.size());
    }

    private void takeOne(String device, Scan scan) {
        switch (scan) {
            case Scan.Unreadable bad -> {
                sounds.play(Sound.REFUSED);
                screen.announce(Tone.BAD, texts.get("device.unreadable", device), bad.sentence());
            }
            case Scan.ShelfLabel label -> unused(device, texts.get("device.shelf"));
            case Scan.Condition condition -> unused(device, texts.get("device.condition"));
            default -> {
                if (fields.isCheckIn()) {
                    presenter.itemScannedIn(text(scan));
                } else {
                    presenter.itemScannedOut(fields.patron(), text(scan), fields.due());
                }
            }
        }
    }

    private void unused(String device, String sentence) {
        sounds.play(Sound.WARNING);
        screen.announce(Tone.CAUTION, texts.get("device.unused", device), sentence);
    }

    /** Whether it is a patron's card. What could be either is one where a card is awaited. */
    private boolean isCard(Scan scan, DeviceRole role) {
        return switch (scan) {
            case Scan.Patron patron -> true;
            case Scan.Unknown unknown -> role == DeviceRole.PATRON
                    || role == DeviceRole.ANY && !fields.isCheckIn() && fields.patron().isBlank();
            default -> false;
        };
    }

    /** @return whether items go on to it; a card has no use at Check In, but what lies there with it has */
    private boolean takeCard(String card, DeviceRole role) {
        if (fields.isCheckIn()) {
            refuseCard(card, texts.get("device.card.checkIn"));
            return true;
        }
        boolean another = !fields.patron().isBlank() && !fields.patron().strip().equals(card);
        // Whoever has a scanner for cards means the card.
        if (another && role != DeviceRole.PATRON && !nextPatron.isOn()) {
            refuseCard(card, texts.get("device.card.another"));
            return false;
        }
        boolean fine = presenter.patronScanned(card);
        fields.showPatron(card, !fine);
        if (fine) {
            screen.announce(Tone.NEUTRAL, texts.get("device.patron", card), texts.get("device.patron.sentence"));
        }
        return fine;
    }

    private void refuseCard(String card, String sentence) {
        sounds.play(Sound.REFUSED);
        screen.announce(Tone.BAD, texts.get("device.card.refused"), sentence);
        presenter.attend(presenter.attention()
                .refuse(new Attention.Refusal(new DeskScan.Out(card, "", Instant.EPOCH), sentence)));
    }

    /** What the desk should hear besides. */
    void hear(ScanNews news, boolean locked) {
        switch (news) {
            case ScanNews.Unclaimed(ScanEvent event) -> {
                sounds.play(Sound.REFUSED);
                String sentence = texts.get(locked ? "device.locked" : "device.unclaimed.sentence", event.name());
                screen.announce(Tone.BAD, texts.get("device.unclaimed", event.scans().size()), sentence);
                keepInSight(event.scans(), sentence);
            }
            case ScanNews.Lost lost -> {
                sounds.play(Sound.WARNING);
                screen.announce(Tone.CAUTION, texts.get("device.lost", lost.name()), lost.sentence());
            }
            case ScanNews.Back back -> screen.announce(Tone.NEUTRAL, texts.get("device.back", back.name()),
                    texts.get("device.back.sentence"));
        }
    }

    /** Not recorded, and to be scanned again: until then, or until somebody has seen it, it stays on the screen. */
    private void keepInSight(List<Scan> scans, String sentence) {
        Attention now = presenter.attention();
        for (Scan scan : scans) {
            String text = text(scan);
            if (scan instanceof Scan.Patron) {
                now = now.refuse(new Attention.Refusal(new DeskScan.Out(text, "", Instant.EPOCH), sentence));
            } else if (!text.isEmpty()) {
                DeskScan kept = fields.isCheckIn() ? new DeskScan.In(text)
                        : new DeskScan.Out(fields.patron(), text, Instant.EPOCH);
                now = now.refuse(new Attention.Refusal(kept, sentence));
            }
        }
        presenter.attend(now);
    }

    /** As scanned; empty for what has no text that means anything here. */
    private static String text(Scan scan) {
        return switch (scan) {
            case Scan.Patron patron -> patron.barcode().value();
            case Scan.Item item -> item.barcode().value();
            case Scan.Unknown unknown -> unknown.text();
            case Scan.ShelfLabel label -> "";
            case Scan.Condition condition -> "";
            case Scan.Ignored ignored -> "";
            case Scan.Unreadable unreadable -> "";
        };
    }
}
