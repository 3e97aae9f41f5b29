/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * What all views share: tables, fields, words, colours, icons, and work in the background. For the UI thread, unless a
 * type says otherwise.
 */
package org.carrel.ui;
