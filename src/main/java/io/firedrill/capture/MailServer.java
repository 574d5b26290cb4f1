package io.firedrill.capture;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.smtp.SmtpHandler;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.smtp.commands.SmtpCommandRegistry;
import io.firedrill.capture.AnswerPolicy.Answer;
import java.net.Socket;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Takes mail by SMTP, from connections that are handed over. Mails are not delivered to anybody's
 * box: what is needed of one is read at the end of its data, before the sender is answered.
 */
final class MailServer {

  private static final String REFUSED = "451 Requested action aborted: local error in processing";

  private final Supplier<Instant> clock;
  private final Captures captures;

  MailServer(Supplier<Instant> clock, Captures captures) {
    this.clock = clock;
    this.captures = captures;
  }

  void serve(Socket connection) {
    try {
      new SmtpHandler(new SmtpCommandRegistry(), new Manager(), connection).run();
    } catch (IllegalStateException e) {
      // The client has hung up in the middle.
    }
  }

  private final class Manager extends SmtpManager {

    private Manager() {
      this(new Managers());
    }

    private Manager(Managers managers) {
      super(managers.getImapHostManager(), managers.getUserManager());
    }

    @Override
    public String checkData(SmtpState state) {
      Mail mail;
      try {
        mail = Mail.of(state.getMessage());
      } catch (RuntimeException e) {
        captures.problem("mail: " + e.getMessage());
        return null;
      }
      Answer answer = captures.take(mail.endpoint().delivery(clock.get()), mail.content());
      if (!(answer instanceof Answer.AsUsual || answer instanceof Answer.Status)) {
        throw new IllegalStateException("hung up on purpose");
      }
      return answer instanceof Answer.AsUsual ? null : REFUSED;
    }

    @Override
    public synchronized void send(SmtpState state) {
      // It has been read.
    }
  }
}
