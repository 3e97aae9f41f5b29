/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * NCIP 2 (NISO Circulation Interchange Protocol, Z39.83) as the WMS staff profile uses it: check-out and check-in, the
 * client's side ({@link org.carrel.ncip.NcipCodec}) and the server's ({@link org.carrel.ncip.NcipServerCodec}).
 *
 * <p>
 * Strict in what it writes (valid against the schema of NCIP 2.01), liberal in what it reads. Bytes in, values out: no
 * network here.
 */
package org.carrel.ncip;
