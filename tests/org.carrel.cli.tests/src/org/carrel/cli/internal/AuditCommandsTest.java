/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.carrel.cli.internal.Bench.Said;
import org.carrel.model.Origin;
import org.carrel.model.PatronBarcode;
import org.carrel.model.TransactionId;
import org.carrel.model.port.AuditTrail;
import org.carrel.model.port.QueueHealth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The commands on the audit trail")
class AuditCommandsTest {

    private static final TransactionId ID = TransactionId.parse("019c2300-0000-7000-8000-000000000001");

    private final Bench bench = new Bench();

    @Test
    void verify_says_that_a_whole_trail_is_whole() {
        Said said = verified();
        assertEquals(Exit.OK, said.code());
        assertTrue(said.out().contains("3 lines"), said.out());
        assertTrue(said.out().contains("has no key"), "a clear branch is not promised too much: " + said.out());
    }

    @Test
    void verify_names_every_flaw_and_its_exit_code_tells_scripts() {
        Said said = verified(new AuditTrail.Flaw.Changed(4_711), new AuditTrail.Flaw.Inserted(5_000),
                new AuditTrail.Flaw.RemovedBehind(6_000), new AuditTrail.Flaw.RemovedBehind(0));
        assertEquals(Exit.REFUSED, said.code());
        assertEquals(List.of("Line 4711 was changed.", "Line 5000 was put in by somebody else.",
                "Lines behind line 6000 were removed.", "Lines were removed from the beginning."),
                said.out().lines().toList());
        assertTrue(said.err().contains("not as Carrel wrote it"), said.err());
    }

    @Test
    void list_writes_every_line_as_a_table_or_as_csv() {
        bench.provide(AuditTrail.class, new PretendTrail());
        assertEquals("1  2026-11-22T12:00:00Z  desk-1  ab  RECORDED  " + ID + " patron:00ff\n"
                + "2  2026-11-22T12:00:00Z  desk-1  ab  REKEYED  a new password\n", bench.run("audit", "list").out());
        assertEquals("sequence,at,workstation,operator,deed,transaction,patron-hash,detail\r\n"
                + "1,2026-11-22T12:00:00Z,desk-1,ab,RECORDED," + ID + ",00ff,\r\n",
                bench.run("audit", "list", "--format", "csv", "--transaction", ID.toString()).out());
        assertEquals(Exit.USAGE, bench.run("audit", "list", "--transaction", "x").code());
    }

    @Test
    void a_remark_on_the_queue_is_said_once_on_the_error_output() {
        bench.provide(AuditTrail.class, new PretendTrail());
        bench.queue.setHealth(new QueueHealth.Healthy(Optional.of("An old journal cannot be read.")));
        Said said = bench.run("audit", "verify");
        assertEquals(Exit.OK, said.code());
        assertEquals("An old journal cannot be read.\n", said.err());
    }

    private Said verified(AuditTrail.Flaw... flaws) {
        bench.provide(AuditTrail.class, new PretendTrail(flaws));
        return bench.run("audit", "verify");
    }

    /** Two lines, and what a check is to find. */
    private record PretendTrail(AuditTrail.Flaw... flaws) implements AuditTrail {

        @Override
        public void note(Deed deed, Origin by, String detail) {
            throw new UnsupportedOperationException("commands on the trail add nothing to it");
        }

        @Override
        public void read(Consumer<Line> reader) {
            Instant at = Instant.parse("2026-11-22T12:00:00Z");
            Origin by = new Origin("desk-1", "ab");
            reader.accept(new Line(1, at, by, "RECORDED", Optional.of(ID), "00ff", ""));
            reader.accept(new Line(2, at, by, "REKEYED", Optional.empty(), "", "a new password"));
        }

        @Override
        public Verdict verify() {
            return new Verdict(3, List.of(flaws));
        }

        @Override
        public String patron(PatronBarcode patron) {
            return "00ff";
        }
    }
}
