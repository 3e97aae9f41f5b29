/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.carrel.extension.contribution.Contribution;
import org.carrel.extension.contribution.Troubles;
import org.carrel.model.BranchProfile.Upload.Rule;
import org.carrel.model.Origin;
import org.carrel.model.Outcome;
import org.carrel.model.Transaction;
import org.carrel.model.port.Branch;
import org.carrel.model.port.IlsTransport;
import org.carrel.model.port.KeyHealth;
import org.carrel.model.port.Reachability;
import org.carrel.model.port.Secrets;
import org.carrel.sync.transport.TransportFactory;
import org.carrel.testkit.Contributed;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A transport that another bundle brings")
class OtherTransportTest {

    private static final String ID = "org.example.transport";
    private static final Outcome ACCEPTED = new Outcome.Accepted(Optional.empty(), List.of());

    private final Troubles troubles = new Troubles();
    private final Desk desk = new Desk();
    private final Transaction transaction = desk.checkIn("31000000000011", 0);
    private final OtherTransport transport = new OtherTransport(branch(), new NoSecrets(),
            Clock.fixed(Desk.OPENING, ZoneOffset.UTC));

    /** What the bundle makes. */
    private class Own implements IlsTransport, AutoCloseable {
        private final List<Transaction> sent = new ArrayList<>();
        private boolean closed;
        private boolean forgotten;

        @Override
        public Outcome send(Transaction one) {
            sent.add(one);
            return ACCEPTED;
        }

        @Override
        public Reachability probe() {
            return new Reachability(true, "", Desk.OPENING);
        }

        @Override
        public void forgetSignIn() {
            forgotten = true;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private static Branch branch() {
        Branch branch = Desk.branch(Rule.LATEST_ONLY, 1);
        var profile = branch.profile().withSystem(branch.profile().system().by(ID));
        return (Branch) java.lang.reflect.Proxy.newProxyInstance(Branch.class.getClassLoader(),
                new Class<?>[] { Branch.class }, (proxy, method, arguments) -> switch (method.getName()) {
                    case "profile" -> profile;
                    case "origin" -> new Origin("desk", "");
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static final class NoSecrets implements Secrets {
        @Override
        public Optional<char[]> wsKeySecret() {
            return Optional.empty();
        }

        @Override
        public void supplyWsKeySecret(char[] secret) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void forget() {
            throw new UnsupportedOperationException();
        }
    }

    private ContributedTransport contribute(String id, Callable<TransportFactory> factory) {
        ContributedTransport kind = new ContributedTransport(
                new Contribution<>(Contributed.element(id, "Example System", factory), TransportFactory.class,
                        troubles),
                troubles);
        transport.addKind(kind);
        return kind;
    }

    @Test
    @DisplayName("sends for the branch that names it, is made once, and is closed when its bundle goes")
    void sends() {
        Own own = new Own();
        int[] made = { 0 };
        contribute("org.example.other", () -> {
            throw new AssertionError("not the one that is named");
        });
        ContributedTransport kind = contribute(ID, () -> (branch, secrets) -> {
            assertEquals(ID, branch.profile().system().transport());
            made[0]++;
            return own;
        });

        assertEquals(ACCEPTED, transport.send(transaction));
        assertTrue(transport.probe().reachable());
        transport.forgetSignIn();
        assertTrue(own.forgotten);
        assertEquals(1, made[0]);
        assertEquals(List.of(transaction), own.sent);
        assertEquals(KeyHealth.State.WELL, transport.report().state());
        transport.removeKind(kind);
        assertTrue(own.closed);
        assertInstanceOf(Outcome.SignInRefused.class, transport.send(transaction));
    }

    @Test
    @DisplayName("that is missing sends nothing, ends the upload and says why")
    void missing_ends_the_upload() {
        String detail = assertInstanceOf(Outcome.SignInRefused.class, transport.send(transaction)).detail();
        assertTrue(detail.contains(ID), detail);
        Reachability reachability = transport.probe();
        assertFalse(reachability.reachable());
        assertTrue(reachability.detail().contains(ID), reachability.detail());
        transport.forgetSignIn();
    }

    @Test
    @DisplayName("that cannot be made sends nothing; one that throws while it sends may have sent")
    void broken_ones_apply_nothing_unseen() {
        ContributedTransport first = contribute(ID, () -> (branch, secrets) -> {
            throw new IllegalStateException("secret");
        });
        assertInstanceOf(Outcome.SignInRefused.class, transport.send(transaction));
        transport.removeKind(first);

        contribute(ID, () -> (branch, secrets) -> new Own() {
            @Override
            public Outcome send(Transaction one) {
                throw new IllegalStateException("for patron 21000000000013");
            }

            @Override
            public Reachability probe() {
                return null;
            }
        });
        Outcome.NoAnswer answer = assertInstanceOf(Outcome.NoAnswer.class, transport.send(transaction));
        assertTrue(answer.maybeDone());
        assertTrue(answer.detail().contains("Example System") && !answer.detail().contains("21000000000013"),
                answer.detail());
        assertFalse(transport.probe().reachable());
        assertEquals(1, troubles.of(Contributed.BUNDLE).size(), "the same sentence counts once");
    }
}
