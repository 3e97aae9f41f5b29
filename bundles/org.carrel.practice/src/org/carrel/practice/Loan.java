/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.practice;

import java.time.Instant;

import org.carrel.model.ItemBarcode;
import org.carrel.model.PatronBarcode;

/**
 * An item that is out, as the practice server has it.
 *
 * @param since    when the server lent it
 * @param renewals how often the same patron checked it out again
 */
public record Loan(ItemBarcode item, PatronBarcode patron, Instant since, Instant dueAt, int renewals) {}
