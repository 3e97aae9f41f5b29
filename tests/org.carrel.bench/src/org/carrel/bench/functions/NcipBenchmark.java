/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.bench.functions;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.carrel.model.BranchProfile.Registry;
import org.carrel.model.CheckOut;
import org.carrel.model.ItemBarcode;
import org.carrel.model.Origin;
import org.carrel.model.Outcome;
import org.carrel.model.PatronBarcode;
import org.carrel.model.TransactionId;
import org.carrel.ncip.NcipAnswer;
import org.carrel.ncip.NcipCodec;
import org.carrel.ncip.NcipRequest;
import org.carrel.ncip.NcipServerCodec;
import org.carrel.ncip.UnwritableException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** NCIP to and from bytes, against a plain StAX skim of the same bytes: no decoder can do with less. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class NcipBenchmark {

    private final NcipCodec codec = new NcipCodec(new Registry("900001", "900000"), ZoneOffset.UTC, false, false);
    private final XMLInputFactory factory = XMLInputFactory.newInstance();
    private CheckOut transaction;
    private byte[] request;
    private byte[] answer;

    @Setup
    public void makeMessages() throws UnwritableException {
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        Instant now = Instant.parse("2026-01-01T09:00:00Z");
        transaction = new CheckOut(new TransactionId(new UUID(1, 2)), new PatronBarcode("20000000000011"),
                new ItemBarcode("30000000000019"), now.plus(Duration.ofDays(14)), now, new Origin("bench", ""));
        request = codec.encode(transaction);
        NcipServerCodec server = new NcipServerCodec(ZoneOffset.UTC);
        if (!(server.decode(request) instanceof NcipRequest.CheckOut understood)) {
            throw new IllegalStateException("the request is not understood");
        }
        answer = server.encode(new NcipAnswer.CheckedOut(understood, now.plus(Duration.ofDays(7)), Optional.of(0)));
        if (!(decode() instanceof Outcome.Accepted)) {
            throw new IllegalStateException("the answer is not understood: " + decode());
        }
    }

    @Benchmark
    public Object encode() throws UnwritableException {
        return codec.encode(transaction);
    }

    @Benchmark
    public Object decode() {
        return codec.decode(transaction, new ByteArrayInputStream(answer), Optional.of(NcipCodec.CONTENT_TYPE));
    }

    @Benchmark
    public int skimRequest() throws XMLStreamException {
        return skim(request);
    }

    @Benchmark
    public int skimAnswer() throws XMLStreamException {
        return skim(answer);
    }

    private int skim(byte[] bytes) throws XMLStreamException {
        XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
        try {
            int events = 0;
            while (reader.hasNext()) {
                events += reader.next();
            }
            return events;
        } finally {
            reader.close();
        }
    }
}
