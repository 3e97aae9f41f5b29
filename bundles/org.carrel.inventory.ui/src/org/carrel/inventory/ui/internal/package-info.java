/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * The perspective <i>Inventory</i>. Each of its views is a package of its own; all of them work on the project in
 * {@link org.carrel.inventory.ui.internal.open.OpenProject} and show what is in
 * {@link org.carrel.inventory.ui.internal.open.Results}.
 */
package org.carrel.inventory.ui.internal;
