/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.practice.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.carrel.model.Texts;
import org.carrel.ncip.NcipAnswer;
import org.carrel.ncip.NcipAnswer.MessageRefused;
import org.carrel.ncip.NcipAnswer.Problem;
import org.carrel.ncip.NcipRequest;
import org.carrel.ncip.NcipRequest.CheckOut;
import org.carrel.ncip.NcipRequest.Understood;
import org.carrel.ncip.NcipServerCodec;
import org.carrel.ncip.UnwritableException;

/** What the practice server serves, and how the script spoils it. Safe for use by several threads. */
public final class Services implements LoopbackHttp.Service {

    private static final Texts TEXTS = Texts.of(Services.class);

    private final Circulation circulation;
    private final Inventories inventories;
    private final SignIn signIn;
    private final NcipServerCodec codec;
    private final Arrivals arrivals;
    private final AtomicReference<Faults> faults = new AtomicReference<>(new Faults(FaultScript.NONE));

    public Services(Circulation circulation, Inventories inventories, SignIn signIn, NcipServerCodec codec,
            Arrivals arrivals) {
        this.circulation = circulation;
        this.inventories = inventories;
        this.signIn = signIn;
        this.codec = codec;
        this.arrivals = arrivals;
    }

    public void misbehave(Faults script) {
        faults.set(script);
    }

    /** One request, with the NCIP in it when it is for that service. */
    private record Call(HttpRequest http, String endpoint, Optional<NcipRequest> ncip) {
        Optional<String> item() {
            return ncip.filter(Understood.class::isInstance).map(n -> ((Understood) n).item().value())
                    .or(() -> Inventories.barcode(http.path()));
        }
    }

    @Override
    public Reaction serve(HttpRequest request, Pause pause) throws InterruptedException {
        Call call = call(request);
        Optional<FaultRule> spoiler = Optional.empty();
        for (FaultRule rule : faults.get().strike(call.endpoint(), call.item())) {
            if (rule.fault() instanceof Fault.Latency latency) {
                if (!pause.hold(latency.duration())) {
                    return remember(call, new Reaction.Drop(), "down");
                }
            } else if (spoiler.isEmpty()) {
                spoiler = Optional.of(rule);
            }
        }
        Reaction reaction = spoiler.isPresent() ? spoilt(call, spoiler.get().fault())
                : new Reaction.Send(answer(call));
        return remember(call, reaction, spoiler.map(FaultRule::text).orElse(""));
    }

    private Call call(HttpRequest request) {
        return switch (request.path()) {
            case "/ncip" -> {
                if (!request.method().equals("POST")) {
                    // Somebody looks whether the server is there: not to be counted among the messages.
                    yield new Call(request, "other", Optional.empty());
                }
                NcipRequest ncip = codec.decode(request.body());
                String endpoint = !(ncip instanceof Understood) ? "ncip"
                        : ncip instanceof CheckOut ? "checkout" : "checkin";
                yield new Call(request, endpoint, Optional.of(ncip));
            }
            case "/token" -> new Call(request, "token", Optional.empty());
            case "/health" -> new Call(request, "health", Optional.empty());
            default -> new Call(request, request.method().equals("POST")
                    && Inventories.barcode(request.path()).isPresent() ? "inventory" : "other", Optional.empty());
        };
    }

    private HttpAnswer answer(Call call) {
        return switch (call.endpoint()) {
            case "token" -> signIn.token(call.http());
            case "health" -> HttpAnswer.of(200, HttpAnswer.TEXT, TEXTS.get("health"));
            case "other" -> other(call.http());
            case "inventory" -> signIn.admits(call.http())
                    ? inventories.count(call.item().orElseThrow(), call.http())
                    : signInFirst();
            default -> ncip(call);
        };
    }

    private HttpAnswer ncip(Call call) {
        if (!signIn.admits(call.http())) {
            return signInFirst();
        }
        return xml(circulation.serve(call.ncip().orElseThrow()));
    }

    private static HttpAnswer signInFirst() {
        return HttpAnswer.of(401, HttpAnswer.TEXT, TEXTS.get("sign.in")).with("WWW-Authenticate", "Bearer");
    }

    private static HttpAnswer other(HttpRequest request) {
        return request.path().equals("/ncip")
                ? HttpAnswer.of(405, HttpAnswer.TEXT, TEXTS.get("post.needed")).with("Allow", "POST")
                : HttpAnswer.of(404, HttpAnswer.TEXT, TEXTS.get("nothing.here"));
    }

    private HttpAnswer xml(NcipAnswer answer) {
        try {
            return HttpAnswer.of(200, HttpAnswer.XML, codec.encode(answer));
        } catch (UnwritableException e) {
            return HttpAnswer.of(500, HttpAnswer.TEXT, e.getMessage());
        }
    }

    private Reaction spoilt(Call call, Fault fault) {
        return switch (fault) {
            case Fault.DropBefore drop -> new Reaction.Drop();
            case Fault.DropAfter drop -> {
                answer(call);
                yield new Reaction.Drop();
            }
            case Fault.Status status -> new Reaction.Send(bare(status));
            case Fault.StatusAfter status -> {
                answer(call);
                yield new Reaction.Send(bare(new Fault.Status(status.code(), Optional.empty())));
            }
            case Fault.Refusal refusal -> new Reaction.Send(
                    xml(new MessageRefused(List.of(new Problem(refusal.type(), refusal.detail(), "", "")))));
            case Fault.WebPage page -> new Reaction.Send(HttpAnswer.of(200, HttpAnswer.HTML, TEXTS.get("web.page")));
            case Fault.Spoil spoil -> spoilt(answer(call), spoil.how());
            case Fault.Slow slow -> new Reaction.Dribble(answer(call), slow.duration());
            case Fault.Huge huge -> new Reaction.Pad(answer(call), huge.bytes());
            case Fault.Latency latency -> new Reaction.Send(answer(call));
            case Fault.Line line -> throw new IllegalStateException("no fault of HTTP: " + line);
        };
    }

    private static Reaction spoilt(HttpAnswer answer, Fault.Spoil.How how) {
        byte[] body = answer.body();
        return switch (how) {
            case MALFORMED -> new Reaction.Send(answer.withBody(malformed(body)));
            case TRUNCATED -> new Reaction.Send(answer.withBody(Arrays.copyOf(body, body.length / 2)));
            case CUT -> new Reaction.Cut(answer);
            case EMPTY -> new Reaction.Send(answer.withBody(new byte[0]));
            case WRONG_TYPE -> new Reaction.Send(answer.with("Content-Type", HttpAnswer.HTML));
            case WRONG_ITEM -> new Reaction.Send(answer.withBody(otherItem(body)));
        };
    }

    private static byte[] malformed(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        return (text.substring(0, text.length() / 2) + "<&" + text.substring(text.length() / 2))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] otherItem(byte[] body) {
        return new String(body, StandardCharsets.UTF_8)
                .replaceAll("(ItemIdentifierValue>)[^<]+", "$1another-item").getBytes(StandardCharsets.UTF_8);
    }

    private static HttpAnswer bare(Fault.Status status) {
        HttpAnswer answer = HttpAnswer.of(status.code(), HttpAnswer.TEXT, TEXTS.get("as.told"));
        return status.retryAfter().map(wait -> answer.with("Retry-After", String.valueOf(wait.toSeconds())))
                .orElse(answer);
    }

    private Reaction remember(Call call, Reaction reaction, String fault) {
        arrivals.add(call.endpoint(), switch (reaction) {
            case Reaction.Send send -> send.answer().status();
            case Reaction.Drop drop -> 0;
            case Reaction.Cut cut -> cut.answer().status();
            case Reaction.Dribble dribble -> dribble.answer().status();
            case Reaction.Pad pad -> pad.answer().status();
        }, fault);
        return reaction;
    }
}
