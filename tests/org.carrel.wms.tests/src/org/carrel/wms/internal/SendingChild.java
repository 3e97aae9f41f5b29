/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

import javax.management.JMException;
import javax.management.ObjectName;

import org.carrel.model.BranchProfile.SignIn.Method;
import org.carrel.model.Outcome;
import org.carrel.model.port.Secrets;

/**
 * Signs in and sends, closes; writes a heap dump before and one after. The secret comes from a file, as bytes, each
 * time anew: an argument would stay in memory by itself.
 */
final class SendingChild {

    private SendingChild() {}

    /** Arguments: the folder, the port of the practice server, the way to sign in. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        URI base = URI.create("http://127.0.0.1:" + arguments[1]);
        WmsTransport transport = new WmsTransport(Branches.at(base.resolve("/ncip"), base.resolve("/token"),
                Duration.ofSeconds(20), Method.valueOf(arguments[2])), folder,
                new FileSecrets(folder.resolve("typed-secret")), Clock.systemUTC());
        int accepted = 0;
        for (int item = 1; item <= 5; item++) {
            accepted += transport.send(Branches.checkOut(1, item)) instanceof Outcome.Accepted ? 1 : 0;
        }
        dump(folder.resolve("open.hprof"));
        transport.close();
        dump(folder.resolve("closed.hprof"));
        // It is still referred to here: what it held is gone all the same.
        System.out.println("accepted " + accepted + ", then " + transport.send(Branches.checkIn(1)));
    }

    private record FileSecrets(Path file) implements Secrets {

        @Override
        public Optional<char[]> wsKeySecret() {
            try {
                byte[] bytes = Files.readAllBytes(file);
                CharBuffer decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
                char[] secret = new char[decoded.remaining()];
                decoded.get(secret);
                Arrays.fill(bytes, (byte) 0);
                Arrays.fill(decoded.array(), '\0');
                return Optional.of(secret);
            } catch (IOException e) {
                return Optional.empty();
            }
        }

        @Override
        public void supplyWsKeySecret(char[] secret) {
            throw new UnsupportedOperationException("a transport supplies nothing");
        }

        @Override
        public void forget() {
            throw new UnsupportedOperationException("a transport forgets nothing of this");
        }
    }

    /** Of what can still be reached. */
    private static void dump(Path file) throws JMException {
        ManagementFactory.getPlatformMBeanServer().invoke(
                new ObjectName("com.sun.management:type=HotSpotDiagnostic"), "dumpHeap",
                new Object[] { file.toString(), true },
                new String[] { String.class.getName(), boolean.class.getName() });
    }
}
