/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import java.nio.file.Path;
import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.ConsoleTarget;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;

/**
 * {@code offline-circ.log}: a new file each day or at 5 MB, older ones packed, kept for 30 days and 50 MB at most.
 *
 * <p>
 * The only class here that touches Logback.
 */
final class LogbackFile {

    static final String NAME = "offline-circ.log";

    /** Libraries that say, below this level, what they send and store; that could be patron data. */
    private static final Map<String, Level> QUIET = Map.of("org.apache.hc", Level.WARN, "org.eclipse.persistence",
            Level.WARN, "eclipselink", Level.WARN, "org.apache.derby", Level.WARN);

    private LogbackFile() {}

    /**
     * Ends Logback's own standard, which writes everything to the output, where a script awaits what it asked for.
     *
     * @param factory a Logback {@code LoggerContext}
     */
    static void waitForFolder(Object factory) {
        LoggerContext context = (LoggerContext) factory;
        context.reset();

        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%level: %msg%n%nopex");
        encoder.start();

        ConsoleAppender<ILoggingEvent> errors = new ConsoleAppender<>();
        errors.setContext(context);
        errors.setName("errors");
        errors.setTarget(ConsoleTarget.SystemErr.getName());
        errors.setEncoder(encoder);
        errors.start();

        context.getLogger("ROOT").setLevel(Level.WARN);
        context.getLogger("ROOT").addAppender(errors);
    }

    /** @param factory a Logback {@code LoggerContext} */
    static void startIn(Object factory, Path folder) {
        LoggerContext context = (LoggerContext) factory;
        context.reset();

        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level [%thread] %logger{30} - %msg%n");
        encoder.start();

        RollingFileAppender<ILoggingEvent> file = new RollingFileAppender<>();
        file.setContext(context);
        file.setName(NAME);
        file.setFile(folder.resolve(NAME).toString());
        file.setEncoder(encoder);

        SizeAndTimeBasedRollingPolicy<ILoggingEvent> rolling = new SizeAndTimeBasedRollingPolicy<>();
        rolling.setContext(context);
        rolling.setParent(file);
        rolling.setFileNamePattern(folder.resolve("offline-circ.%d{yyyy-MM-dd}.%i.log.gz").toString());
        rolling.setMaxFileSize(FileSize.valueOf("5MB"));
        rolling.setMaxHistory(30);
        rolling.setTotalSizeCap(FileSize.valueOf("50MB"));
        rolling.start();
        file.setRollingPolicy(rolling);
        file.start();

        context.getLogger("ROOT").setLevel(Level.INFO);
        context.getLogger("ROOT").addAppender(file);
        QUIET.forEach((name, level) -> context.getLogger(name).setLevel(level));
    }
}
