/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.carrel.branch.BranchOpening;
import org.carrel.branch.BranchSetup;
import org.carrel.branch.ProfileRemark;
import org.carrel.branch.SealedBranch;
import org.carrel.circulation.CirculationDesk;
import org.carrel.extension.Extension;
import org.carrel.extension.ExtensionPlaces;
import org.carrel.extension.Extensions;
import org.carrel.inventory.callnumber.CallNumbers;
import org.carrel.inventory.findings.FindingsDesk;
import org.carrel.inventory.findings.ProjectFindings;
import org.carrel.inventory.report.ReportFiles;
import org.carrel.inventory.report.ReportKinds;
import org.carrel.inventory.writeback.InventoryPush;
import org.carrel.model.BranchProfile;
import org.carrel.model.Texts;
import org.carrel.model.port.AuditTrail;
import org.carrel.model.port.Branch;
import org.carrel.model.port.IlsTransport;
import org.carrel.model.port.InventoryProjects;
import org.carrel.model.port.ItemFileServer;
import org.carrel.model.port.ItemFileUpdates;
import org.carrel.model.port.ItemFiles;
import org.carrel.model.port.ItemSnapshot;
import org.carrel.model.port.ItemSnapshots;
import org.carrel.model.port.JournalFiles;
import org.carrel.model.port.KeyHealth;
import org.carrel.model.port.PracticeSystem;
import org.carrel.model.port.QueueHealth;
import org.carrel.model.port.QueueView;
import org.carrel.model.port.Secrets;
import org.carrel.model.port.TransactionQueue;
import org.carrel.model.port.UploadLedger;
import org.carrel.sync.QueueFiles;
import org.carrel.sync.Uploader;
import org.carrel.sync.exchange.ExchangeFiles;
import org.carrel.update.Updates;

/**
 * What one command works with. Nothing is opened before it is asked for, so that {@code practice} does not open the
 * queue, nor {@code --help} the branch.
 */
final class Session implements AutoCloseable {

    private static final Texts TEXTS = Texts.of(Session.class);

    private final Services services;
    private final Terminal terminal;
    private final Path standardData;
    private final Passwords passwords;
    private Optional<Path> profile = Optional.empty();
    private Optional<Path> data = Optional.empty();
    private Optional<Branch> branch = Optional.empty();
    private Optional<SealedBranch> signedIn = Optional.empty();
    private String operator = "";
    private boolean warned;
    private boolean safe;

    Session(Services services, Terminal terminal, Path standardData) {
        this.services = services;
        this.terminal = terminal;
        this.standardData = standardData;
        this.passwords = new Passwords(terminal);
    }

    void useProfile(Path file) {
        profile = Optional.of(file);
    }

    void useData(Path folder) {
        data = Optional.of(folder);
    }

    void useOperator(String name) {
        operator = name;
    }

    void useNoExtensions() {
        safe = true;
    }

    Passwords passwords() {
        return passwords;
    }

    Terminal terminal() {
        return terminal;
    }

    /** Opens the branch, after signing in when it is sealed, with its warnings on the error output. */
    Branch branch() throws CommandFailure {
        if (branch.isEmpty()) {
            branch = Optional.of(open());
            startExtensions(branch.get());
        }
        return branch.get();
    }

    /** What the library has added takes part in commands, too; what does not start stops none. */
    private void startExtensions(Branch opened) throws CommandFailure {
        Optional<ExtensionPlaces> places = services.find(ExtensionPlaces.class);
        if (places.isEmpty()) {
            return;
        }
        Extensions extensions = places.get().at(data.orElse(standardData));
        if (safe) {
            extensions.startSafely();
            return;
        }
        extensions.start(opened.profile().safety().extensions(), false).forEach(failed -> {
            if (failed.state() instanceof Extension.State.Failed why) {
                terminal.err().println(TEXTS.get("extension.notStarted", failed.name(), why.reason()));
            }
        });
    }

    /** Needs no branch. */
    Extensions extensions() throws CommandFailure {
        return services.get(ExtensionPlaces.class).at(data.orElse(standardData));
    }

    /** What the branch says of extensions, for which nobody signs in. */
    BranchProfile.Extensions extensionRules() throws CommandFailure {
        return unopenedProfile().safety().extensions();
    }

    /** Needs no branch. */
    Updates updates() throws CommandFailure {
        return services.get(Updates.class);
    }

    /** What the branch says, for which nobody signs in. */
    BranchProfile unopenedProfile() throws CommandFailure {
        return switch (opening()) {
            case BranchOpening.Opened opened -> opened.branch().profile();
            case BranchOpening.Locked locked -> locked.branch().profile();
            case BranchOpening.Unsealed unsealed -> unsealed.branch().profile();
            case BranchOpening.Refused refused -> throw refused(refused.errors());
        };
    }

    private Branch open() throws CommandFailure {
        return switch (opening()) {
            case BranchOpening.Opened opened -> {
                warn(opened.warnings());
                yield opened.branch();
            }
            case BranchOpening.Locked locked -> {
                warn(locked.warnings());
                Branch open = new SignIn(passwords, terminal).to(locked.branch(), operator);
                signedIn = Optional.of(locked.branch());
                yield open;
            }
            case BranchOpening.Unsealed unsealed -> throw new CommandFailure(Exit.PROFILE_REFUSED,
                    TEXTS.get("branch.unsealed", unsealed.branch().file()));
            case BranchOpening.Refused refused -> throw refused(refused.errors());
        };
    }

    /** What is there to open, without signing in. */
    BranchOpening opening() throws CommandFailure {
        return services.get(BranchSetup.class).open(profile, data.orElse(standardData));
    }

    /** The profile that {@code --branch} names. */
    Optional<Path> profile() {
        return profile;
    }

    void warn(List<ProfileRemark> warnings) {
        warnings.forEach(remark -> terminal.err().println(TEXTS.get("profile.warning", remark)));
    }

    /** Quotes the errors of a profile. */
    CommandFailure refused(List<ProfileRemark> errors) {
        errors.forEach(remark -> terminal.err().println(remark));
        return new CommandFailure(Exit.PROFILE_REFUSED, TEXTS.get("profile.refused", errors.size()));
    }

    /** Signs out again. */
    @Override
    public void close() {
        signedIn.ifPresent(SealedBranch::signOut);
    }

    /** The queue as it is, even when it cannot be worked with. */
    TransactionQueue queueAsItIs() throws CommandFailure {
        branch();
        return services.get(TransactionQueue.class);
    }

    /** The queue, which can be worked with; that it journals is said once, on the error output. */
    TransactionQueue queue() throws CommandFailure {
        TransactionQueue queue = queueAsItIs();
        return switch (queue.health()) {
            case QueueHealth.Healthy healthy -> {
                healthy.remark().ifPresent(this::warn);
                yield queue;
            }
            case QueueHealth.Journaling journaling -> {
                warn(journaling.reason());
                yield queue;
            }
            case QueueHealth.Refused refused -> throw new CommandFailure(Exit.STORE_UNAVAILABLE, refused.reason());
        };
    }

    private void warn(String sentence) {
        if (!warned) {
            terminal.err().println(sentence);
            warned = true;
        }
    }

    /** Needs the branch only, for its key. */
    JournalFiles journalFiles() throws CommandFailure {
        branch();
        return services.get(JournalFiles.class);
    }

    AuditTrail audit() throws CommandFailure {
        queue();
        return services.get(AuditTrail.class);
    }

    QueueView view() throws CommandFailure {
        queue();
        return services.get(QueueView.class);
    }

    QueueFiles files() throws CommandFailure {
        queue();
        return services.get(QueueFiles.class);
    }

    /** What other bundles can write; empty while the part of the program that asks them is not there. */
    Optional<ExchangeFiles> exchangeFiles() throws CommandFailure {
        queue();
        return services.find(ExchangeFiles.class);
    }

    CirculationDesk desk() throws CommandFailure {
        queue();
        return services.get(CirculationDesk.class);
    }

    Uploader uploader() throws CommandFailure {
        queue();
        return services.get(Uploader.class);
    }

    UploadLedger ledger() throws CommandFailure {
        queue();
        return services.get(UploadLedger.class);
    }

    IlsTransport transport() throws CommandFailure {
        branch();
        return services.get(IlsTransport.class);
    }

    KeyHealth keyHealth() throws CommandFailure {
        branch();
        return services.get(KeyHealth.class);
    }

    Secrets secrets() throws CommandFailure {
        branch();
        return services.get(Secrets.class);
    }

    ItemFiles itemFiles() throws CommandFailure {
        branch();
        return services.get(ItemFiles.class);
    }

    /** Needs no branch. */
    ItemFileServer itemFileServer() throws CommandFailure {
        return services.get(ItemFileServer.class);
    }

    ItemFileUpdates itemFileUpdates() throws CommandFailure {
        branch();
        return services.get(ItemFileUpdates.class);
    }

    ItemSnapshots itemSnapshots() throws CommandFailure {
        branch();
        return services.get(ItemSnapshots.class);
    }

    /** The items of the last import. */
    ItemSnapshot itemSnapshot() throws CommandFailure {
        return switch (itemSnapshots().current()) {
            case ItemSnapshots.State.Ready ready -> ready.snapshot();
            case ItemSnapshots.State.None none -> throw new CommandFailure(Exit.REFUSED, TEXTS.get("inventory.none"));
            case ItemSnapshots.State.Refused refused -> throw new CommandFailure(Exit.STORE_UNAVAILABLE,
                    refused.sentence());
        };
    }

    /** They are in the queue's database. */
    InventoryProjects inventoryProjects() throws CommandFailure {
        queue();
        return services.get(InventoryProjects.class);
    }

    ProjectFindings projectFindings() throws CommandFailure {
        queue();
        return services.get(ProjectFindings.class);
    }

    FindingsDesk findingsDesk() throws CommandFailure {
        queue();
        return services.get(FindingsDesk.class);
    }

    InventoryPush inventoryPush() throws CommandFailure {
        queue();
        return services.get(InventoryPush.class);
    }

    ItemSnapshots.ShelfKeys shelfKeys() throws CommandFailure {
        branch();
        return services.get(ItemSnapshots.ShelfKeys.class);
    }

    CallNumbers callNumbers() throws CommandFailure {
        branch();
        return services.get(CallNumbers.class);
    }

    ReportKinds reportKinds() throws CommandFailure {
        return services.get(ReportKinds.class);
    }

    ReportFiles reportFiles() throws CommandFailure {
        return services.get(ReportFiles.class);
    }

    /** The built-in library system; empty unless this is a practice branch. */
    Optional<PracticeSystem> practice() throws CommandFailure {
        return branch().profile().practice() ? Optional.of(services.get(PracticeSystem.class)) : Optional.empty();
    }
}
