/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ncip.internal;

/** Names and schemes of NCIP 2.01, and of OCLC's staff profile on top of it. */
final class Ncip {

    static final String NAMESPACE = "http://www.niso.org/2008/ncip";
    static final String VERSION = "http://www.niso.org/schemas/ncip/v2_01/ncip_v2_01.xsd";

    /** WorldCat Registry ids; staff profile. */
    static final String AGENCY_SCHEME = "http://oclc.org/ncip/schemes/agencyid.scm";
    static final String PROFILE_SCHEME = "http://oclc.org/ncip/schemes/application-profile/platform.scm";
    static final String PROFILE = "Version 2011";

    static final String CHECK_OUT = "CheckOutItem";
    static final String CHECK_IN = "CheckInItem";
    static final String RESPONSE = "Response";

    private Ncip() {}
}
