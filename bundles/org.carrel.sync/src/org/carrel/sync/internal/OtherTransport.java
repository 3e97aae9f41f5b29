/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.carrel.extension.contribution.UnusableException;
import org.carrel.model.ItemBarcode;
import org.carrel.model.Outcome;
import org.carrel.model.Problem;
import org.carrel.model.Texts;
import org.carrel.model.Transaction;
import org.carrel.model.port.Branch;
import org.carrel.model.port.IlsTransport;
import org.carrel.model.port.InventoryWriteBack;
import org.carrel.model.port.KeyHealth;
import org.carrel.model.port.Reachability;
import org.carrel.model.port.Secrets;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * The way to the library system of a branch whose profile names a transport that another bundle contributes. While that
 * bundle is missing, nothing is sent, and everybody who asks is told why.
 */
@Component(service = { IlsTransport.class, KeyHealth.class, InventoryWriteBack.class })
public final class OtherTransport implements IlsTransport, KeyHealth, InventoryWriteBack {

    private static final Texts TEXTS = Texts.of(OtherTransport.class);

    private final Branch branch;
    private final Secrets secrets;
    private final Clock clock;
    private final Instant since;
    private final List<ContributedTransport> kinds = new CopyOnWriteArrayList<>();
    private Optional<Opened> opened = Optional.empty();

    /** What was made, and by whom. */
    private record Opened(ContributedTransport kind, IlsTransport transport) {}

    @Activate
    public OtherTransport(@Reference(target = "(&(transport=*)(!(transport=wms)))") Branch branch,
            @Reference Secrets secrets) {
        this(branch, secrets, Clock.systemUTC());
    }

    OtherTransport(Branch branch, Secrets secrets, Clock clock) {
        this.branch = branch;
        this.secrets = secrets;
        this.clock = clock;
        this.since = clock.instant();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addKind(ContributedTransport kind) {
        kinds.add(kind);
    }

    synchronized void removeKind(ContributedTransport kind) {
        kinds.remove(kind);
        if (opened.filter(now -> now.kind() == kind).isPresent()) {
            close();
        }
    }

    @Deactivate
    synchronized void close() {
        Optional<Opened> before = opened;
        opened = Optional.empty();
        if (before.isPresent() && before.get().transport() instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception e) {
                before.get().kind().unusable(e);
            }
        }
    }

    private synchronized Opened opened() {
        if (opened.isEmpty()) {
            String wanted = branch.profile().system().transport();
            ContributedTransport kind = kinds.stream().filter(known -> known.id().equals(wanted)).findFirst()
                    .orElseThrow(() -> new UnusableException(TEXTS.get("transport.missing", wanted), null));
            opened = Optional.of(new Opened(kind, kind.open(branch, secrets)));
        }
        return opened.get();
    }

    @Override
    public Outcome send(Transaction transaction) {
        Opened now;
        try {
            now = opened();
        } catch (UnusableException e) {
            // Nothing was sent, and no other transaction would be: the run ends, as after a refused sign-in.
            return new Outcome.SignInRefused(e.getMessage());
        }
        try {
            Outcome outcome = now.transport().send(transaction);
            return outcome == null ? unknown(now, new NullPointerException("no outcome")) : outcome;
        } catch (RuntimeException | LinkageError e) {
            return unknown(now, e);
        }
    }

    /** It may have got there before the transport broke, so the next upload reconciles. */
    private static Outcome unknown(Opened now, Throwable cause) {
        return new Outcome.NoAnswer(now.kind().unusable(cause).getMessage(), true, Optional.empty());
    }

    @Override
    public Reachability probe() {
        try {
            Opened now = opened();
            try {
                Reachability found = now.transport().probe();
                return found == null ? away(now.kind().unusable(new NullPointerException("no reachability"))) : found;
            } catch (RuntimeException | LinkageError e) {
                return away(now.kind().unusable(e));
            }
        } catch (UnusableException e) {
            return away(e);
        }
    }

    private Reachability away(UnusableException why) {
        return new Reachability(false, why.getMessage(), clock.instant());
    }

    @Override
    public void forgetSignIn() {
        try {
            Opened now = opened();
            try {
                now.transport().forgetSignIn();
            } catch (RuntimeException | LinkageError e) {
                now.kind().unusable(e);
            }
        } catch (UnusableException e) {
            // There is no sign-in to forget; why there is no transport, whoever sends is told.
        }
    }

    /** What is known of keys is about those of WMS. */
    @Override
    public Report report() {
        return new Report(State.WELL, since, Optional.empty(), Optional.empty(), Optional.empty(),
                TEXTS.get("transport.noKey"));
    }

    @Override
    public boolean isSetUp() {
        return false;
    }

    @Override
    public Outcome inventoried(ItemBarcode item) {
        return new Outcome.Refused(new Problem(Problem.Kind.OTHER, TEXTS.get("transport.noWriteBack"), ""));
    }
}
