/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

import org.carrel.model.inventory.InventoryRules;
import org.carrel.model.inventory.WriteBackRules;

/**
 * What differs from branch to branch. Holds no secret. Read from a file by {@code org.carrel.branch}; immutable.
 *
 * @param id       short name, also of the data folder: lower-case letters, digits and hyphens
 * @param name     for people
 * @param practice whether this is practice mode: the library system is the built-in one
 * @param zone     the branch's time zone; due dates are meant in it
 * @param registry who the branch is to the library system
 * @param system   where the library system is
 * @param signIn   how to sign in there
 * @param barcodes how barcodes look
 * @param dueDates what the desk can choose from
 * @param upload   how to upload
 * @param features what the branch uses
 * @param safety   how the desk is protected while nobody stands at it
 * @param retention how long transactions that are done with are kept
 * @param journal  a second folder for the journal; empty means the default beside the data
 * @param sip2     where items are asked about; empty when the branch has no such server
 * @param callNumbers how call numbers are written
 * @param writeBack where the library system is told which items an inventory found; empty when it is not
 * @param inventory what holds for all inventories
 * @param itemFile where item files are from, and how they are laid out
 * @param updates  where newer versions of the program are from
 */
public record BranchProfile(String id, String name, boolean practice, ZoneId zone, Registry registry,
        LibrarySystem system, SignIn signIn, BarcodeRules barcodes, DueDates dueDates, Upload upload,
        Features features, Safety safety, Retention retention, Optional<String> journal,
        Optional<Sip2Server> sip2, CallNumberRules callNumbers, Optional<WriteBackRules> writeBack,
        InventoryRules inventory,
        ItemFileRules itemFile, UpdateRules updates) {

    public BranchProfile {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(registry, "registry");
        Objects.requireNonNull(system, "system");
        Objects.requireNonNull(signIn, "signIn");
        Objects.requireNonNull(barcodes, "barcodes");
        Objects.requireNonNull(dueDates, "dueDates");
        Objects.requireNonNull(upload, "upload");
        Objects.requireNonNull(features, "features");
        Objects.requireNonNull(safety, "safety");
        Objects.requireNonNull(retention, "retention");
        Objects.requireNonNull(journal, "journal");
        Objects.requireNonNull(sip2, "sip2");
        Objects.requireNonNull(callNumbers, "callNumbers");
        Objects.requireNonNull(writeBack, "writeBack");
        Objects.requireNonNull(itemFile, "itemFile");
        Objects.requireNonNull(inventory, "inventory");
        Objects.requireNonNull(updates, "updates");
    }

    /** A branch that takes newer versions of the program from nowhere. */
    public BranchProfile(String id, String name, boolean practice, ZoneId zone, Registry registry,
            LibrarySystem system, SignIn signIn, BarcodeRules barcodes, DueDates dueDates, Upload upload,
            Features features, Safety safety, Retention retention, Optional<String> journal,
            Optional<Sip2Server> sip2, CallNumberRules callNumbers, Optional<WriteBackRules> writeBack,
            InventoryRules inventory,
            ItemFileRules itemFile) {
        this(id, name, practice, zone, registry, system, signIn, barcodes, dueDates, upload, features, safety,
                retention, journal, sip2, callNumbers, writeBack, inventory, itemFile, UpdateRules.NONE);
    }

    /** A branch that asks nobody about items, and writes call numbers as most do. */
    public BranchProfile(String id, String name, boolean practice, ZoneId zone, Registry registry,
            LibrarySystem system, SignIn signIn, BarcodeRules barcodes, DueDates dueDates, Upload upload,
            Features features, Safety safety, Retention retention, Optional<String> journal) {
        this(id, name, practice, zone, registry, system, signIn, barcodes, dueDates, upload, features, safety,
                retention, journal, Optional.empty(), CallNumberRules.STANDARD, Optional.empty(),
                InventoryRules.standard(), ItemFileRules.NONE);
    }

    /** The same branch asking another server about items. */
    public BranchProfile withSip2(Sip2Server other) {
        return new BranchProfile(id, name, practice, zone, registry, system, signIn, barcodes, dueDates, upload,
                features, safety, retention, journal, Optional.of(other), callNumbers, writeBack, inventory, itemFile,
                updates);
    }

    /** The same branch telling the library system elsewhere what an inventory found. */
    public BranchProfile withWriteBack(WriteBackRules other) {
        return new BranchProfile(id, name, practice, zone, registry, system, signIn, barcodes, dueDates, upload,
                features, safety, retention, journal, sip2, callNumbers, Optional.of(other), inventory,
                itemFile, updates);
    }

    /** The same branch with item files from elsewhere. */
    public BranchProfile withItemFile(ItemFileRules other) {
        return new BranchProfile(id, name, practice, zone, registry, system, signIn, barcodes, dueDates, upload,
                features, safety, retention, journal, sip2, callNumbers, writeBack, inventory, other, updates);
    }

    /** The same branch with another library system: practice mode finds its port only when it starts. */
    public BranchProfile withSystem(LibrarySystem other) {
        return new BranchProfile(id, name, practice, zone, registry, other, signIn, barcodes, dueDates, upload,
                features, safety, retention, journal, sip2, callNumbers, writeBack, inventory, itemFile, updates);
    }

    /** The same branch signing in differently: an administrator may replace the key or the user to act as. */
    public BranchProfile withSignIn(SignIn other) {
        return new BranchProfile(id, name, practice, zone, registry, system, other, barcodes, dueDates, upload,
                features, safety, retention, journal, sip2, callNumbers, writeBack, inventory, itemFile, updates);
    }

    /**
     * WorldCat Registry ids.
     *
     * @param branch      goes into the NCIP header as the agency, both from and to
     * @param institution goes into item and user ids
     */
    public record Registry(String branch, String institution) {}

    /**
     * End points.
     *
     * @param ncip           the NCIP staff profile
     * @param token          the OAuth token end point
     * @param connectTimeout how long to wait for a connection
     * @param answerTimeout  how long to wait for an answer
     * @param indent         whether requests are indented, for reading in logs and proxies
     * @param sendEventTime  whether NCIP's {@code MandatedAction} says when it really happened
     * @param caFile         certificates (PEM) that are trusted besides the system's, for a library with a certificate
     *                       authority of its own; absolute
     * @param transport      the id of what transactions are sent with: {@link #WMS}, or one that a bundle contributes
     */
    public record LibrarySystem(URI ncip, URI token, Duration connectTimeout, Duration answerTimeout, boolean indent,
            boolean sendEventTime, Optional<Path> caFile, String transport) {

        /** Carrel's own transport: NCIP, signed in with a WSKey. */
        public static final String WMS = "wms";

        public LibrarySystem {
            Objects.requireNonNull(caFile, "caFile");
            Objects.requireNonNull(transport, "transport");
        }

        /** One that transactions are sent to with Carrel's own transport. */
        public LibrarySystem(URI ncip, URI token, Duration connectTimeout, Duration answerTimeout, boolean indent,
                boolean sendEventTime, Optional<Path> caFile) {
            this(ncip, token, connectTimeout, answerTimeout, indent, sendEventTime, caFile, WMS);
        }

        /** The same library system by way of another transport. */
        public LibrarySystem by(String otherTransport) {
            return new LibrarySystem(ncip, token, connectTimeout, answerTimeout, indent, sendEventTime, caFile,
                    otherTransport);
        }

        /** The same library system at other addresses. */
        public LibrarySystem at(URI otherNcip, URI otherToken) {
            return new LibrarySystem(otherNcip, otherToken, connectTimeout, answerTimeout, indent, sendEventTime,
                    caFile, transport);
        }
    }

    /**
     * Sign-in with a WSKey. The secret is not here; see {@code org.carrel.model.port.Secrets}.
     *
     * @param method       OAuth client credentials or the older HMAC signature
     * @param key          the public half of the WSKey
     * @param scope        OAuth scopes, separated by blanks
     * @param principalId  the user to act as, for HMAC; may be empty
     * @param principalIdNs the name space of that user; may be empty
     */
    public record SignIn(Method method, String key, String scope, String principalId, String principalIdNs) {

        /** Ways to sign in. */
        public enum Method {
            OAUTH, HMAC
        }
    }

    /**
     * How barcodes look here. An absent pattern accepts every sound barcode.
     *
     * @param patron     matches the whole of a patron barcode
     * @param item       matches the whole of an item barcode
     * @param checkDigit how a barcode's last digit is checked
     */
    public record BarcodeRules(Optional<Pattern> patron, Optional<Pattern> item, CheckDigit checkDigit) {

        /** Check digits in use on library barcodes. */
        public enum CheckDigit {
            NONE,
            /** Luhn's, mod 10, for barcodes of 14 digits, as on most library labels. */
            LUHN_14
        }
    }

    /**
     * Due dates.
     *
     * @param presets     in the order shown; never empty
     * @param standard    the index of the preset that the desk starts with
     * @param closingTime the time of day when loans are due
     */
    public record DueDates(List<Preset> presets, int standard, LocalTime closingTime) {
        public DueDates {
            presets = List.copyOf(presets);
            Objects.checkIndex(standard, presets.size());
        }
    }

    /** One choice of a due date. */
    public sealed interface Preset {
        /** What the desk reads. */
        String label();

        /** So long from today, for instance {@code +2 weeks}. */
        record Offset(String label, Period period) implements Preset {}

        /** A date of the calendar, for instance the end of term; it is not offered once it has passed. */
        record FixedDate(String label, LocalDate date) implements Preset {}
    }

    /**
     * How to upload.
     *
     * @param rule  what to do with several transactions on one item
     * @param lanes how many requests may be out at once, 1 to 32
     * @param asksPassword whether an upload asks for the branch password first; no in practice mode, which has none
     */
    public record Upload(Rule rule, int lanes, boolean asksPassword) {

        /** What to do with several transactions on one item. */
        public enum Rule {
            /** Only the most recent one is sent: the OCLC client's rule. */
            LATEST_ONLY,
            /** All, in the order in which they occurred. */
            FULL_HISTORY
        }
    }

    /**
     * Which bundles of others, which the library has added, this branch loads.
     *
     * @param allow        any, signed ones only, or none
     * @param certificates of whom a bundle must be signed, or of who has issued theirs (PEM); absolute. Present when
     *                     only signed ones are allowed
     */
    public record Extensions(Allow allow, Optional<Path> certificates) {

        /** All of them. */
        public static final Extensions STANDARD = new Extensions(Allow.ALL, Optional.empty());

        /** What a branch can say of them. */
        public enum Allow {
            ALL, SIGNED, NONE
        }

        public Extensions {
            Objects.requireNonNull(allow, "allow");
            if (allow == Allow.SIGNED && certificates.isEmpty()) {
                throw new IllegalArgumentException("signed by whom?");
            }
        }
    }

    /**
     * What the branch uses.
     *
     * @param checkIn      whether anything may be checked in while the library system is away
     * @param perspectives what the workbench has, in the order shown; it opens on the first. Never empty
     */
    public record Features(boolean checkIn, List<Perspective> perspectives) {

        /** The parts of the workbench, each by itself. */
        public enum Perspective {
            CIRCULATION, SYNC, INVENTORY, SCANNERS
        }

        public Features {
            perspectives = List.copyOf(perspectives);
            if (perspectives.isEmpty() || perspectives.stream().distinct().count() < perspectives.size()) {
                throw new IllegalArgumentException("perspectives " + perspectives);
            }
        }

        /** All perspectives. */
        public Features(boolean checkIn) {
            this(checkIn, List.of(Perspective.values()));
        }

        /** Whether the workbench has it. */
        public boolean has(Perspective perspective) {
            return perspectives.contains(perspective);
        }
    }

    /**
     * How the desk is protected while nobody stands at it.
     *
     * @param lockAfter     how long nothing may happen before the desk asks for the password; zero for never
     * @param keepsOperator whether signing in asks who it is, and each transaction keeps that name
     * @param extensions    which bundles of others are loaded
     */
    public record Safety(Duration lockAfter, boolean keepsOperator, Extensions extensions) {

        /** Ten minutes, and nobody is named. */
        public static final Safety STANDARD = new Safety(Duration.ofMinutes(10), false);

        /** One that loads all bundles of others. */
        public Safety(Duration lockAfter, boolean keepsOperator) {
            this(lockAfter, keepsOperator, Extensions.STANDARD);
        }

        public Safety {
            Objects.requireNonNull(extensions, "extensions");
            if (lockAfter.isNegative()) {
                throw new IllegalArgumentException("a desk locks after " + lockAfter);
            }
        }

        /** Whether the desk locks by itself at all. */
        public boolean locks() {
            return lockAfter.isPositive();
        }
    }

    /**
     * How long transactions are kept that are done with: uploaded or superseded ones. Others are never touched.
     *
     * @param archiveAfterDays after so many days they are kept without their patron
     * @param deleteAfterDays  after so many days nothing is kept; not less than {@code archiveAfterDays}
     */
    public record Retention(int archiveAfterDays, int deleteAfterDays) {

        /** A quarter of a year, and a year. */
        public static final Retention STANDARD = new Retention(90, 365);

        public Retention {
            if (archiveAfterDays < 1 || deleteAfterDays < archiveAfterDays) {
                throw new IllegalArgumentException(
                        "archived after " + archiveAfterDays + " days, deleted after " + deleteAfterDays);
            }
        }
    }
}
