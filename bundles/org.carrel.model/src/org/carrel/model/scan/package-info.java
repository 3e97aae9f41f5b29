/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * What scanners read and who takes it, so that the desk and the stacks need know nothing of devices.
 */
package org.carrel.model.scan;
