/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
/** Ways to library systems that bundles bring: the extension point {@code org.carrel.sync.ilsTransports}. */
package org.carrel.sync.transport;
