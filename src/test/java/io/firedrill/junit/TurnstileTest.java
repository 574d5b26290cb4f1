package io.firedrill.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firedrill.internal.rig.RigException;
import io.firedrill.junit.Turnstile.Turn;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TurnstileTest {

  private final Turnstile turnstile = new Turnstile(1);

  @Test
  void admitsTheNextWhenOneLeaves() throws Exception {
    Turn mine = turnstile.enter();
    CountDownLatch waits = new CountDownLatch(1);
    CompletableFuture<Void> next =
        CompletableFuture.runAsync(
            () -> {
              waits.countDown();
              turnstile.enter().close();
            });
    waits.await();
    assertThat(next).isNotDone();

    mine.close();

    assertThat(next).succeedsWithin(10, TimeUnit.SECONDS);
  }

  @Test
  void neverMakesAThreadWaitForItself() {
    Turn outer = turnstile.enter();
    Turn inner = turnstile.enter();
    inner.close();
    outer.close();

    assertThat(CompletableFuture.runAsync(() -> turnstile.enter().close()))
        .succeedsWithin(10, TimeUnit.SECONDS);
  }

  @Test
  void doesNotCountATurnTwice() {
    Turn turn = turnstile.enter();
    turn.close();
    turn.close();

    Turn second = turnstile.enter();
    CompletableFuture<Void> third = CompletableFuture.runAsync(() -> turnstile.enter().close());
    assertThat(third).isNotDone();
    second.close();
    assertThat(third).succeedsWithin(10, TimeUnit.SECONDS);
  }

  @Test
  void canBeInterrupted() throws Exception {
    CompletableFuture.runAsync(turnstile::enter).get();
    Thread.currentThread().interrupt();

    assertThatThrownBy(turnstile::enter)
        .isInstanceOf(RigException.class)
        .hasMessage("interrupted while waiting for servers that other tests used");
    assertThat(Thread.interrupted()).isTrue();
  }
}
