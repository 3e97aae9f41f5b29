/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * The bench: measures the built product, and what in it is a function.
 *
 * <p>
 * {@link org.carrel.bench.Bench} runs on a plain class path and drives the product's processes;
 * {@code org.carrel.bench.inside} runs in them, installed beside the product's bundles; {@code *Benchmark} classes
 * belong to JMH.
 */
package org.carrel.bench;
