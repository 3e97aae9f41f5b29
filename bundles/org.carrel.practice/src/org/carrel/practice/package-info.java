/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * The practice server: a small library system on this machine that speaks what the real one speaks, so that everything
 * can be tried, and every fault be met, without touching a real library.
 */
package org.carrel.practice;
