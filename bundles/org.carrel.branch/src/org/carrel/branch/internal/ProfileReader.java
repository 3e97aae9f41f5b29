/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.carrel.branch.ProfileRemark;
import org.carrel.model.BranchProfile;
import org.carrel.model.BranchProfile.BarcodeRules;
import org.carrel.model.BranchProfile.BarcodeRules.CheckDigit;
import org.carrel.model.BranchProfile.DueDates;
import org.carrel.model.BranchProfile.Extensions;
import org.carrel.model.BranchProfile.Features;
import org.carrel.model.BranchProfile.LibrarySystem;
import org.carrel.model.BranchProfile.Registry;
import org.carrel.model.BranchProfile.Retention;
import org.carrel.model.BranchProfile.Safety;
import org.carrel.model.BranchProfile.SignIn;
import org.carrel.model.BranchProfile.Upload;
import org.carrel.model.CallNumberRules;
import org.carrel.model.ItemFileRules;
import org.carrel.model.Sip2Server;
import org.carrel.model.UpdateRules;
import org.carrel.model.inventory.InventoryRules;
import org.carrel.model.inventory.WriteBackRules;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** Reads a branch profile. One pass finds everything that is wrong. Immutable; safe for use by several threads. */
public final class ProfileReader {

    private static final URI NOWHERE = URI.create("https://invalid/");
    private static final String PRACTICE_ID = "practice";

    private final Clock clock;

    public ProfileReader(Clock clock) {
        this.clock = clock;
    }

    /**
     * What reading gave.
     *
     * @param profile  present when there are no errors
     * @param errors   what keeps the profile from being used
     * @param warnings what an administrator should look at
     */
    public record Reading(Optional<BranchProfile> profile, List<ProfileRemark> errors, List<ProfileRemark> warnings) {}

    /** Reads {@code bytes}, which remarks call {@code file}; what the profile names is looked for beside that. */
    public Reading read(String file, byte[] bytes) {
        Remarks remarks = new Remarks(file);
        Optional<BranchProfile> profile = read(file, bytes, remarks);
        return new Reading(profile, remarks.errors(), remarks.warnings());
    }

    Optional<BranchProfile> read(String file, byte[] bytes, Remarks remarks) {
        return ProfileYaml.compose(bytes, remarks).map(node -> profile(file, node, remarks))
                .filter(complete -> !remarks.hasErrors());
    }

    private BranchProfile profile(String file, MappingNode node, Remarks remarks) {
        Section root = Section.of("", node, remarks);
        boolean practice = root.optional("practice", false, "yesNo.wrong", Terms::yesOrNo);

        Section branch = root.section("branch");
        String id = branch.required("id", "", "id.wrong", Terms::id);
        if (id.equals(PRACTICE_ID) && !practice) {
            remarks.error(branch.line("id"), "id.practice");
        }
        String name = branch.requiredText("name");
        ZoneId zone = branch.required("time-zone", ZoneOffset.UTC, "zone.wrong", Terms::zone);
        Registry registry = new Registry(branch.requiredText("registry-id"),
                branch.requiredText("institution-registry-id"));
        branch.warnOfUnknownKeys();

        LibrarySystem system = system(root.section("library-system"), practice, file);
        SignIn signIn = signIn(root.section("sign-in"));
        BarcodeRules barcodes = barcodes(root.section("barcodes"));
        DueDates dueDates = new DueDatesReader(root.section("due-dates"), LocalDate.now(clock.withZone(zone))).read();
        Upload upload = upload(root.section("upload"), practice);
        Section circulation = root.section("circulation");
        Features features = new Features(circulation.optional("check-in", true, "yesNo.wrong", Terms::yesOrNo),
                new PerspectivesReader(root).read());
        circulation.warnOfUnknownKeys();
        Safety safety = safety(root.section("safety"), extensions(root.section("extensions"), file), practice);
        Retention retention = retention(root.section("retention"));
        Optional<String> journal = root.optional("journal-folder", Optional.empty(), "journal.relative",
                text -> Terms.folder(text).map(Optional::of));
        Optional<Sip2Server> sip2 = new Sip2Reader(root.section("sip2"), practice).read();
        Optional<WriteBackRules> writeBack = new WriteBackReader(root.section("write-back"), practice).read();
        if (writeBack.isPresent() && !practice && signIn.method() == SignIn.Method.OAUTH
                && !signIn.scope().contains("WMS_CIRCULATION")) {
            root.remarks().warn(root.line("write-back"), "writeBack.scope", signIn.scope());
        }
        CallNumberRules callNumbers = new CallNumbersReader(root.section("call-numbers")).read();
        ItemFileRules itemFile = new ItemFileServerReader(root.section("item-file-server"), practice, file)
                .read(new ItemFileReader(root.section("item-file")).read());
        InventoryRules inventory = new InventoryReader(root.section("inventory"), barcodes).read();
        UpdateRules updates = new UpdatesReader(root.section("updates"), file).read();
        root.warnOfUnknownKeys();
        return new BranchProfile(id, name, practice, zone, registry, system, signIn, barcodes, dueDates, upload,
                features, safety, retention, journal, sip2, callNumbers, writeBack, inventory,
                itemFile, updates);
    }

    private static LibrarySystem system(Section section, boolean practice, String file) {
        URI ncip = address(section, "ncip-address", practice);
        URI token = address(section, "token-address", practice);
        if (practice && !NOWHERE.equals(ncip) && !NOWHERE.equals(token) && ncip.getPort() != token.getPort()) {
            section.remarks().error(section.line("token-address"), "address.practicePorts");
        }
        LibrarySystem system = new LibrarySystem(ncip, token,
                section.optional("connect-timeout", Duration.ofSeconds(5), "wait.wrong", Terms::wait),
                section.optional("answer-timeout", Duration.ofSeconds(30), "wait.wrong", Terms::wait),
                section.optional("indent-requests", false, "yesNo.wrong", Terms::yesOrNo),
                section.optional("send-event-time", false, "yesNo.wrong", Terms::yesOrNo),
                section.optional("ca-file", Optional.empty(), "path.wrong",
                        text -> Terms.beside(file, text).map(Optional::of)),
                section.optional("transport", LibrarySystem.WMS, "transport.wrong", Terms::extensionId));
        if (practice && !system.transport().equals(LibrarySystem.WMS)) {
            section.remarks().error(section.line("transport"), "transport.practice");
        }
        system.caFile().filter(Files::notExists)
                .ifPresent(missing -> section.remarks().error(section.line("ca-file"), "ca.missing", missing));
        section.warnOfUnknownKeys();
        return system;
    }

    private static URI address(Section section, String key, boolean practice) {
        Remarks remarks = section.remarks();
        URI address = section.required(key, NOWHERE, "address.wrong", Terms::address);
        if (address.equals(NOWHERE)) {
            return address;
        }
        if (practice && (!Terms.isLoopback(address) || Terms.isEncrypted(address))) {
            remarks.error(section.line(key), "address.practice", address);
        } else if (!Terms.isEncrypted(address) && !Terms.isLoopback(address)) {
            remarks.error(section.line(key), "address.http", address);
        } else if (!practice && address.getPort() == 0) {
            remarks.error(section.line(key), "address.wrong", address);
        }
        return address;
    }

    private static SignIn signIn(Section section) {
        SignIn.Method method = section.optional("method", SignIn.Method.OAUTH, "method.wrong",
                oneOf(Map.of("oauth", SignIn.Method.OAUTH, "hmac", SignIn.Method.HMAC)));
        String user = section.text("user-to-act-as").orElse("");
        String nameSpace = section.text("user-name-space").orElse("");
        if (method == SignIn.Method.HMAC && (user.isEmpty() || nameSpace.isEmpty())) {
            section.remarks().error(section.line("method"), "hmac.user");
        }
        SignIn signIn = new SignIn(method, section.requiredText("wskey"), section.text("scope").orElse("WMS_NCIP"),
                user, nameSpace);
        section.warnOfUnknownKeys();
        return signIn;
    }

    private static BarcodeRules barcodes(Section section) {
        Optional<Pattern> none = Optional.empty();
        BarcodeRules rules = new BarcodeRules(
                section.optional("patron", none, "pattern.wrong", text -> Terms.pattern(text).map(Optional::of)),
                section.optional("item", none, "pattern.wrong", text -> Terms.pattern(text).map(Optional::of)),
                section.optional("check-digit", CheckDigit.NONE, "checkDigit.wrong",
                        oneOf(Map.of("none", CheckDigit.NONE, "luhn-14", CheckDigit.LUHN_14))));
        section.warnOfUnknownKeys();
        return rules;
    }

    private static Upload upload(Section section, boolean practice) {
        Upload upload = new Upload(
                section.optional("several-on-one-item", Upload.Rule.LATEST_ONLY, "rule.wrong",
                        oneOf(Map.of("latest-only", Upload.Rule.LATEST_ONLY, "full-history",
                                Upload.Rule.FULL_HISTORY))),
                section.optional("lanes", 4, "lanes.wrong", Terms::lanes),
                section.optional("ask-for-password", !practice, "yesNo.wrong", Terms::yesOrNo));
        section.warnOfUnknownKeys();
        return upload;
    }

    private static Safety safety(Section section, Extensions extensions, boolean practice) {
        Safety safety = new Safety(
                section.optional("lock-after", practice ? Duration.ZERO : Safety.STANDARD.lockAfter(), "lock.wrong",
                        Terms::lockAfter),
                section.optional("keep-operator", Safety.STANDARD.keepsOperator(), "yesNo.wrong", Terms::yesOrNo),
                extensions);
        section.warnOfUnknownKeys();
        return safety;
    }

    private static Retention retention(Section section) {
        int archive = section.optional("archive-after", Retention.STANDARD.archiveAfterDays(), "days.wrong",
                Terms::days);
        int delete = section.optional("delete-after", Math.max(archive, Retention.STANDARD.deleteAfterDays()),
                "days.wrong", Terms::days);
        if (delete < archive) {
            section.remarks().error(section.line("delete-after"), "retention.order");
        }
        section.warnOfUnknownKeys();
        return new Retention(archive, Math.max(archive, delete));
    }

    private static Extensions extensions(Section section, String file) {
        Extensions.Allow allow = section.optional("allow", Extensions.Allow.ALL, "extensions.allow",
                oneOf(Map.of("all", Extensions.Allow.ALL, "signed", Extensions.Allow.SIGNED, "none",
                        Extensions.Allow.NONE)));
        Optional<Path> certificates = section.optional("certificates", Optional.empty(), "path.wrong",
                text -> Terms.beside(file, text).map(Optional::of));
        section.warnOfUnknownKeys();
        certificates.filter(Files::notExists).ifPresent(missing -> section.remarks()
                .error(section.line("certificates"), "extensions.missing", missing));
        if (allow == Extensions.Allow.SIGNED && certificates.isEmpty()) {
            section.remarks().error(section.line("allow"), "extensions.unnamed");
            return new Extensions(Extensions.Allow.NONE, certificates);
        }
        return new Extensions(allow, certificates);
    }

    private static <T> Function<String, Optional<T>> oneOf(Map<String, T> choices) {
        return text -> Optional.ofNullable(choices.get(text.toLowerCase(Locale.ROOT)));
    }
}
