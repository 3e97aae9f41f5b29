/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ncip.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.carrel.model.CheckIn;
import org.carrel.model.CheckOut;
import org.carrel.model.FollowUp;
import org.carrel.model.Outcome;
import org.carrel.model.Problem;
import org.carrel.model.Problem.Kind;
import org.carrel.model.Texts;
import org.carrel.model.Transaction;
import org.carrel.ncip.internal.NcipReply.CheckedIn;
import org.carrel.ncip.internal.NcipReply.CheckedOut;
import org.carrel.ncip.internal.NcipReply.Problems;
import org.carrel.ncip.internal.NcipReply.Stated;
import org.carrel.ncip.internal.NcipReply.Unreadable;

/** The one place where an answer becomes an outcome. */
public final class ReplyOutcomes {

    private static final Texts TEXTS = Texts.of(ReplyOutcomes.class);

    private ReplyOutcomes() {}

    /** What {@code reply} means for {@code sent}. */
    public static Outcome of(Transaction sent, NcipReply reply) {
        return switch (reply) {
            case CheckedOut out when sent instanceof CheckOut && isAbout(sent, out.item()) -> new Outcome.Accepted(
                    out.dateDue(), withoutPatron(out.followUps(), sent));
            case CheckedIn in when sent instanceof CheckIn && isAbout(sent, in.item()) -> new Outcome.Accepted(
                    Optional.empty(), withoutPatron(in.followUps(), sent));
            case CheckedOut out -> uncorrelated();
            case CheckedIn in -> uncorrelated();
            case Problems problems when problems.message().filter(m -> !m.equals(messageOf(sent))).isPresent()
                    || !isAbout(sent, problems.item()) -> uncorrelated();
            case Problems problems -> refused(sent, problems.stated());
            case Unreadable unreadable -> noAnswer(unreadable.detail());
        };
    }

    private static Outcome refused(Transaction sent, List<Stated> stated) {
        Stated decisive = stated.stream()
                .min(Comparator.comparingInt(s -> ProblemKinds.WEIGHT.indexOf(ProblemKinds.of(s)))).orElseThrow();
        Kind kind = ProblemKinds.of(decisive);
        String detail = Stream.concat(Stream.of(decisive), stated.stream().filter(s -> s != decisive))
                .map(s -> said(s, s == decisive)).filter(s -> !s.isEmpty()).collect(Collectors.joining("; "));
        Problem problem = new Problem(kind, ServerWords.withoutPatron(decisive.type(), sent),
                ServerWords.clean(ServerWords.withoutPatron(detail, sent)));
        if (kind == Kind.TEMPORARY) {
            // The server says that it did not process the request: nothing can have been applied.
            return new Outcome.NoAnswer(TEXTS.get("answer.temporary", problem.detail()), false, Optional.empty());
        }
        return new Outcome.Refused(problem);
    }

    /** Everything that one problem says; the type of the decisive one has a place of its own. */
    private static String said(Stated problem, boolean decisive) {
        String where = Stream.of(problem.element(), problem.value()).filter(s -> !s.isEmpty())
                .collect(Collectors.joining(" "));
        return Stream.of(decisive ? "" : problem.type(), problem.detail(), where.isEmpty() ? "" : "(" + where + ")")
                .filter(s -> !s.isEmpty()).collect(Collectors.joining(" "));
    }

    private static Outcome uncorrelated() {
        return noAnswer(TEXTS.get("answer.other"));
    }

    /** Whatever the body was, the request had arrived: it may have been applied. */
    private static Outcome noAnswer(String detail) {
        return new Outcome.NoAnswer(detail, true, Optional.empty());
    }

    private static String messageOf(Transaction sent) {
        return sent instanceof CheckOut ? Ncip.CHECK_OUT : Ncip.CHECK_IN;
    }

    /** Servers trim, fold blanks and change the case of a barcode; an answer that names none is about the one asked. */
    private static boolean isAbout(Transaction sent, Optional<String> item) {
        return item.map(named -> folded(named).equals(folded(sent.item().value()))).orElse(true);
    }

    private static String folded(String barcode) {
        return barcode.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
    }

    private static List<FollowUp> withoutPatron(List<FollowUp> followUps, Transaction sent) {
        return followUps.stream().map(f -> new FollowUp(f.kind(), ServerWords.withoutPatron(f.text(), sent),
                ServerWords.withoutPatron(f.destination(), sent))).toList();
    }
}
