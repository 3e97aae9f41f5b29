/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sip2.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.carrel.model.BranchProfile;
import org.carrel.model.ItemBarcode;
import org.carrel.model.Sip2Server;
import org.carrel.model.Texts;
import org.carrel.model.port.Secrets;
import org.carrel.model.trust.Trust;
import org.carrel.sip2.Sip2Client;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Questions in a queue, and one thread that asks them, which is there while there are questions or a connection. */
public final class QueuedLookup implements Sip2Client {

    private static final Logger LOG = LoggerFactory.getLogger(QueuedLookup.class);
    private static final Texts TEXTS = Texts.of(QueuedLookup.class);
    /** More than anybody scans within the longest wait; the oldest give way. */
    private static final int MOST_WAITING = 200;
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    /** One question. */
    private record Question(ItemBarcode item, CompletableFuture<Answer> answer) {}

    private final Optional<Server> server;
    /** Why nobody can be asked. */
    private final String obstacle;
    private final Duration limit;
    private final Duration idle;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Question> waiting = new ArrayDeque<>();
    private Optional<Thread> worker = Optional.empty();
    private boolean closed;

    private QueuedLookup(Optional<Server> server, String obstacle, Duration limit, Duration idle) {
        this.server = server;
        this.obstacle = obstacle;
        this.limit = limit;
        this.idle = idle;
    }

    /** Asks the server that the profile names, or nobody. */
    public static QueuedLookup of(BranchProfile profile, Secrets secrets, Clock clock) {
        return of(profile, secrets, clock, IDLE);
    }

    /** @param idle how long nobody may ask before it hangs up */
    static QueuedLookup of(BranchProfile profile, Secrets secrets, Clock clock, Duration idle) {
        if (profile.sip2().isEmpty()) {
            return nobody(TEXTS.get("none.NOT_SET_UP"));
        }
        Sip2Server sip2 = profile.sip2().get();
        if (profile.practice() && !sip2.host().equals("127.0.0.1") && !sip2.host().equals("localhost")) {
            return nobody(TEXTS.get("practice"));
        }
        Trust trust = Trust.with(profile.system().caFile());
        trust.trouble().forEach(e -> LOG.warn("Not all certificates can be read", e));
        if (sip2.tls() && trust.obstacle().isPresent()) {
            return nobody(trust.obstacle().get());
        }
        return new QueuedLookup(
                Optional.of(new Server(new Session.Settings(sip2, profile.zone(), profile.system().connectTimeout(),
                        trust.context(), secrets::sip2Password, clock))),
                "", sip2.answerTimeout(), idle);
    }

    private static QueuedLookup nobody(String obstacle) {
        return new QueuedLookup(Optional.empty(), obstacle, Duration.ZERO, IDLE);
    }

    @Override
    public boolean isSetUp() {
        return server.isPresent();
    }

    @Override
    public CompletableFuture<Answer> lookUp(ItemBarcode item) {
        if (server.isEmpty()) {
            return CompletableFuture.completedFuture(new Answer.None(item, Reason.NOT_SET_UP, obstacle));
        }
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        answer.completeOnTimeout(none(item, Reason.TOO_LATE), limit.toNanos(), TimeUnit.NANOSECONDS);
        Optional<Question> givenUp = Optional.empty();
        lock.lock();
        try {
            if (closed) {
                answer.complete(none(item, Reason.CLOSED));
                return answer;
            }
            waiting.removeIf(question -> question.answer().isDone());
            if (waiting.size() >= MOST_WAITING) {
                givenUp = Optional.of(waiting.removeFirst());
            }
            waiting.addLast(new Question(item, answer));
            changed.signalAll();
            if (worker.isEmpty()) {
                startWorker();
            }
        } finally {
            lock.unlock();
        }
        // Outside of the lock: whoever hears of it may ask the next question at once.
        givenUp.ifPresent(question -> question.answer().complete(none(question.item(), Reason.TOO_MANY)));
        return answer;
    }

    private void startWorker() {
        Thread thread = new Thread(() -> work(server.orElseThrow()), "carrel-sip2");
        thread.setDaemon(true);
        worker = Optional.of(thread);
        thread.start();
    }

    private void work(Server asked) {
        try {
            for (Optional<Question> next = next(asked); next.isPresent(); next = next(asked)) {
                answer(asked, next.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended(asked);
        }
    }

    /** Under the lock, so that the next thread finds no connection of this one. */
    private void ended(Server asked) {
        lock.lock();
        try {
            asked.hangUp();
            worker = Optional.empty();
            if (!waiting.isEmpty() && !closed) {
                // Somebody asked in the very moment in which this thread gave up waiting.
                startWorker();
            }
        } finally {
            lock.unlock();
        }
    }

    private void answer(Server asked, Question question) {
        if (question.answer().isDone()) {
            return;
        }
        Answer answer = none(question.item(), Reason.UNINTELLIGIBLE);
        try {
            answer = switch (asked.ask(question.item())) {
                case Reply.Answered(var message) -> ItemAnswers.of(question.item(), message);
                case Reply.Failed(var reason, var detail) -> none(question.item(), reason);
                case Reply.NotSent(var detail) -> none(question.item(), Reason.UNINTELLIGIBLE);
            };
        } catch (RuntimeException e) {
            LOG.error("An item could not be asked about", e);
            asked.hangUp();
        }
        question.answer().complete(answer);
    }

    /** The next question; empty when there has been none for long, and the thread ends. */
    private Optional<Question> next(Server asked) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = idle.toNanos();
            while (waiting.isEmpty() && !closed && left > 0) {
                left = changed.awaitNanos(left);
            }
            if (closed || waiting.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(waiting.removeFirst());
        } finally {
            lock.unlock();
        }
    }

    private static Answer none(ItemBarcode item, Reason reason) {
        return new Answer.None(item, reason, TEXTS.get("none." + reason));
    }

    @Override
    public void close() {
        List<Question> unasked;
        Optional<Thread> working;
        lock.lock();
        try {
            closed = true;
            unasked = new ArrayList<>(waiting);
            waiting.clear();
            working = worker;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        server.ifPresent(Server::close);
        unasked.forEach(question -> question.answer().complete(none(question.item(), Reason.CLOSED)));
        working.ifPresent(QueuedLookup::join);
    }

    private static void join(Thread thread) {
        if (thread == Thread.currentThread()) {
            return;
        }
        try {
            thread.join(LAST_WORDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
