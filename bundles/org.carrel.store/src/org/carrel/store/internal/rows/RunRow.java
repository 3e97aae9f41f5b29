/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.rows;

import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.carrel.model.UploadRun;

/** A line of the history of uploads. */
@Entity(name = "RunRow")
@Table(name = "UPLOAD_RUN")
public class RunRow {

    @Id
    @Column(name = "STARTED_AT")
    private String startedAt;
    @Column(name = "ENDED_AT")
    private String endedAt;
    @Column(name = "ENDING")
    private String ending;
    @Column(name = "UPLOADED")
    private int uploaded;
    @Column(name = "FAILED")
    private int failed;
    @Column(name = "COMMS_FAILURES")
    private int commsFailures;
    @Column(name = "SUPERSEDED")
    private int superseded;
    @Column(name = "DETAIL")
    private String detail;

    /** For JPA. */
    protected RunRow() {}

    public RunRow(UploadRun run) {
        this.startedAt = Moments.text(run.startedAt());
        this.endedAt = Moments.textOrNull(run.endedAt());
        this.ending = run.ending().map(UploadRun.Ending::name).orElse(null);
        this.uploaded = run.uploaded();
        this.failed = run.failed();
        this.commsFailures = run.commsFailures();
        this.superseded = run.superseded();
        this.detail = Columns.fit(run.detail(), 2000);
    }

    /** What leaves the store. */
    public UploadRun toRun() {
        return new UploadRun(Moments.parse(startedAt), Moments.parseNullable(endedAt),
                Optional.ofNullable(ending).map(UploadRun.Ending::valueOf), uploaded, failed, commsFailures,
                superseded, detail);
    }
}
