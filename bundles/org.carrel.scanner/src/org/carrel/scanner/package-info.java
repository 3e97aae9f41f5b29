/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Scanners of every kind feed the desk and the stacks: devices of this workstation, what each of them reads, and who
 * is told. Drivers are in {@code org.carrel.scanner.driver}; how a read becomes a scan in
 * {@code org.carrel.scanner.pipeline}.
 */
package org.carrel.scanner;
