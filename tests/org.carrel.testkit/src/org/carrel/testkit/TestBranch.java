/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.testkit;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import org.carrel.model.BranchProfile;
import org.carrel.model.BranchProfile.BarcodeRules;
import org.carrel.model.BranchProfile.BarcodeRules.CheckDigit;
import org.carrel.model.BranchProfile.DueDates;
import org.carrel.model.BranchProfile.Features;
import org.carrel.model.BranchProfile.LibrarySystem;
import org.carrel.model.BranchProfile.Preset;
import org.carrel.model.BranchProfile.Registry;
import org.carrel.model.BranchProfile.Retention;
import org.carrel.model.BranchProfile.Safety;
import org.carrel.model.BranchProfile.SignIn;
import org.carrel.model.BranchProfile.Upload;
import org.carrel.model.Origin;
import org.carrel.model.port.Branch;

/** A branch for tests: in Amsterdam, patrons 2…, items 3…, 14 digits each, check digits by Luhn. */
public record TestBranch(BranchProfile profile, Path dataFolder, Path journalFolder, Origin origin)
        implements Branch {

    public static TestBranch standard() {
        BranchProfile profile = new BranchProfile("test", "Test Library", false, ZoneId.of("Europe/Amsterdam"),
                new Registry("1", "2"),
                new LibrarySystem(URI.create("http://127.0.0.1:9/ncip"), URI.create("http://127.0.0.1:9/token"),
                        Duration.ofSeconds(1), Duration.ofSeconds(1), false, false, Optional.empty()),
                new SignIn(SignIn.Method.OAUTH, "key", "WMS_NCIP", "", ""),
                new BarcodeRules(Optional.of(Pattern.compile("2[0-9]{13}")),
                        Optional.of(Pattern.compile("3[0-9]{13}")), CheckDigit.LUHN_14),
                new DueDates(List.of(new Preset.Offset("+1 day", Period.ofDays(1)),
                        new Preset.Offset("+2 weeks", Period.ofWeeks(2))), 1, LocalTime.of(21, 0)),
                new Upload(Upload.Rule.LATEST_ONLY, 4, false), new Features(true), Safety.STANDARD,
                Retention.STANDARD, Optional.empty());
        return new TestBranch(profile, Path.of("data"), Path.of("journal"), new Origin("desk", ""));
    }

    public TestBranch with(BarcodeRules barcodes) {
        return with(p -> new BranchProfile(p.id(), p.name(), p.practice(), p.zone(), p.registry(), p.system(),
                p.signIn(), barcodes, p.dueDates(), p.upload(), p.features(), p.safety(), p.retention(), p.journal()));
    }

    public TestBranch with(DueDates dueDates) {
        return with(p -> new BranchProfile(p.id(), p.name(), p.practice(), p.zone(), p.registry(), p.system(),
                p.signIn(), p.barcodes(), dueDates, p.upload(), p.features(), p.safety(), p.retention(), p.journal()));
    }

    public TestBranch with(Features features) {
        return with(p -> new BranchProfile(p.id(), p.name(), p.practice(), p.zone(), p.registry(), p.system(),
                p.signIn(), p.barcodes(), p.dueDates(), p.upload(), features, p.safety(), p.retention(), p.journal()));
    }

    /** The same, but in practice mode. */
    public TestBranch practising() {
        return with(p -> new BranchProfile(p.id(), p.name(), true, p.zone(), p.registry(), p.system(), p.signIn(),
                p.barcodes(), p.dueDates(), p.upload(), p.features(), p.safety(), p.retention(), p.journal()));
    }

    private TestBranch with(UnaryOperator<BranchProfile> change) {
        return new TestBranch(change.apply(profile), dataFolder, journalFolder, origin);
    }
}
