package io.firedrill.internal.capture;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.smtp.SmtpHandler;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.smtp.commands.SmtpCommandRegistry;
import io.firedrill.internal.capture.AnswerPolicy.Answer;
import io.firedrill.internal.capture.AnswerPolicy.Delivery;
import io.firedrill.internal.receiver.Mail;
import io.firedrill.internal.relay.ServedConnection;
import jakarta.mail.MessagingException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * Accepts mail by SMTP from given connections. Mails are not delivered: each is read at the end of
 * its data, before the sender gets an answer.
 */
final class MailServer {

  private static final String REFUSED = "451 Requested action aborted: local error in processing";

  private final Supplier<Instant> clock;
  private final Captures captures;

  MailServer(Supplier<Instant> clock, Captures captures) {
    this.clock = clock;
    this.captures = captures;
  }

  void serve(ServedConnection connection) {
    try {
      new SmtpHandler(new SmtpCommandRegistry(), new Manager(connection), connection.socket())
          .run();
    } catch (IllegalStateException e) {
      // The client has disconnected.
    }
  }

  private final class Manager extends SmtpManager {

    private final ServedConnection connection;

    private Manager(ServedConnection connection) {
      this(connection, new Managers());
    }

    private Manager(ServedConnection connection, Managers managers) {
      super(managers.getImapHostManager(), managers.getUserManager());
      this.connection = connection;
    }

    @Override
    public String checkData(SmtpState state) {
      Mail mail;
      try {
        byte[] bytes = bytes(state.getMessage());
        if (Mail.isAbandoned(new ByteArrayInputStream(bytes))) {
          return null;
        }
        mail = read(state.getMessage(), bytes);
      } catch (RuntimeException e) {
        captures.problem("mail: " + e.getMessage());
        return null;
      }
      Answer answer = captures.take(Delivery.of(mail.endpoint(), clock.get()), mail.content());
      try {
        return send(answer);
      } catch (IOException e) {
        throw new IllegalStateException("the client has hung up", e);
      }
    }

    private static byte[] bytes(MovingMessage message) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try {
        message.getMessage().writeTo(bytes);
        return bytes.toByteArray();
      } catch (MessagingException | IOException e) {
        throw new IllegalArgumentException(e.getMessage(), e);
      }
    }

    private static Mail read(MovingMessage message, byte[] mail) {
      List<String> to = message.getToAddresses().stream().map(MailAddress::getEmail).toList();
      return Mail.of(message.getReturnPath().getEmail(), to, new ByteArrayInputStream(mail));
    }

    private String send(Answer answer) throws IOException {
      if (answer instanceof Answer.Late late) {
        connection.pauseUntil(late.time());
        late.sent().set(true);
      } else if (answer instanceof Answer.Never) {
        connection.awaitEnd();
      } else if (answer instanceof Answer.HangUp) {
        throw new IOException("hung up on purpose");
      }
      return answer instanceof Answer.Status ? REFUSED : null;
    }

    @Override
    public synchronized void send(SmtpState state) {
      // It has been read.
    }
  }
}
