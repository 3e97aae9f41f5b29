/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.carrel.model.BranchProfile.DueDates;
import org.carrel.model.BranchProfile.Preset;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads the section {@code due-dates}. */
final class DueDatesReader {

    private static final int MAX_PRESETS = 20;
    private static final LocalTime MIDNIGHT = LocalTime.of(23, 59);

    private final Section section;
    private final Remarks remarks;
    private final LocalDate today;

    /** @param today in the branch's time zone: what lies before it is not offered */
    DueDatesReader(Section section, LocalDate today) {
        this.section = section;
        this.remarks = section.remarks();
        this.today = today;
    }

    DueDates read() {
        LocalTime closing = section.optional("closing-time", MIDNIGHT, "time.wrong", Terms::time);
        List<Preset> presets = presets();
        int standard = standard(presets);
        section.warnOfUnknownKeys();
        return presets.isEmpty() ? standIn(closing) : new DueDates(presets, standard, closing);
    }

    private static DueDates standIn(LocalTime closing) {
        return new DueDates(List.of(new Preset.Offset("", Period.ofDays(1))), 0, closing);
    }

    private List<Preset> presets() {
        List<Node> nodes = section.list("presets");
        if (nodes.isEmpty() || nodes.size() > MAX_PRESETS) {
            remarks.error(section.line("presets"), "presets.number", MAX_PRESETS);
            return List.of();
        }
        List<Preset> presets = new ArrayList<>();
        Set<String> labels = new HashSet<>();
        for (Node node : nodes) {
            if (!(node instanceof MappingNode mapping)) {
                remarks.error(ProfileYaml.line(node), "preset.odd");
                continue;
            }
            Section one = Section.of("preset", mapping, remarks);
            Preset preset = preset(one);
            one.warnOfUnknownKeys();
            presets.add(preset);
            if (!preset.label().isEmpty() && !labels.add(preset.label())) {
                remarks.error(one.line("label"), "preset.twice", preset.label());
            }
        }
        if (!remarks.hasErrors() && presets.stream().noneMatch(Preset.Offset.class::isInstance)) {
            remarks.error(section.line("presets"), "presets.noOffset");
        }
        return presets;
    }

    private Preset preset(Section one) {
        String label = one.requiredText("label");
        if (one.has("after") == one.has("on")) {
            remarks.error(one.line("label"), "preset.afterOrOn", label);
        }
        if (one.has("on")) {
            return new Preset.FixedDate(label, nextDate(one, label));
        }
        return new Preset.Offset(label, one.optional("after", Period.ofDays(1), "period.wrong", Terms::period));
    }

    private LocalDate nextDate(Section one, String label) {
        List<LocalDate> dates = new ArrayList<>();
        for (Node node : one.list("on")) {
            String text = node instanceof ScalarNode scalar ? scalar.getValue().strip() : "";
            Optional<LocalDate> date = date(text);
            date.ifPresent(dates::add);
            if (date.isEmpty()) {
                remarks.error(ProfileYaml.line(node), "date.wrong", text);
            }
        }
        Optional<LocalDate> next = dates.stream().filter(date -> !date.isBefore(today)).min(LocalDate::compareTo);
        if (next.isEmpty() && !dates.isEmpty()) {
            remarks.warn(one.line("on"), "preset.passed", label);
        }
        return next.or(() -> dates.stream().max(LocalDate::compareTo)).orElse(today);
    }

    /** {@code 2027-01-29}, or {@code 01-29} for the next one of every year. */
    private Optional<LocalDate> date(String text) {
        try {
            if (text.length() > 5) {
                return Optional.of(LocalDate.parse(text));
            }
            MonthDay day = MonthDay.parse("--" + text);
            LocalDate thisYear = day.atYear(today.getYear());
            return Optional.of(thisYear.isBefore(today) ? day.atYear(today.getYear() + 1) : thisYear);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private int standard(List<Preset> presets) {
        Optional<String> label = section.text("standard");
        if (label.isEmpty()) {
            return 0;
        }
        for (int i = 0; i < presets.size(); i++) {
            if (presets.get(i).label().equals(label.get())) {
                return i;
            }
        }
        remarks.error(section.line("standard"), "standard.unknown", label.get());
        return 0;
    }
}
