/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * What capabilities share that can be added to by other bundles: finding what is contributed to an extension point, and
 * using it so that it cannot stop the desk.
 */
package org.carrel.extension.contribution;
