/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.update.ui.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;
import org.osgi.service.prefs.Preferences;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What this workstation remembers of updates: whether to look for them, when it did, which version nobody wanted. */
final class LookMemory {

    private static final Logger LOG = LoggerFactory.getLogger(LookMemory.class);
    private static final String LOOKED = "looked";
    private static final String WANTED = "look";
    private static final String DECLINED = "declined";
    private static final Duration DAY = Duration.ofDays(1);

    private final Preferences kept;
    private final Clock clock;

    LookMemory(Preferences kept, Clock clock) {
        this.kept = kept;
        this.clock = clock;
    }

    /** Kept where the window keeps its layout. */
    static LookMemory ofWorkstation(Clock clock) {
        IEclipsePreferences node = InstanceScope.INSTANCE.getNode("org.carrel.update.ui");
        return new LookMemory(node, clock);
    }

    /** Whether it may look without being asked, as far as somebody here has a say. */
    boolean isLookWanted() {
        return kept.getBoolean(WANTED, true);
    }

    void wantLook(boolean wanted) {
        kept.putBoolean(WANTED, wanted);
        flush();
    }

    /** Whether it is a day ago, or longer, that somebody has looked; a clock that was put back counts, too. */
    boolean isDayOld() {
        Instant last = Instant.ofEpochMilli(kept.getLong(LOOKED, 0));
        Duration since = Duration.between(last, clock.instant());
        return since.isNegative() || since.compareTo(DAY) >= 0;
    }

    void looked() {
        kept.putLong(LOOKED, clock.instant().toEpochMilli());
        flush();
    }

    boolean isDeclined(String version) {
        return kept.get(DECLINED, "").equals(version);
    }

    void decline(String version) {
        kept.put(DECLINED, version);
        flush();
    }

    private void flush() {
        try {
            kept.flush();
        } catch (BackingStoreException e) {
            LOG.warn("It cannot be kept what was said about updates", e);
        }
    }
}
