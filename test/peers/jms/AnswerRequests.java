import java.util.Enumeration;
import javax.jms.Connection;
import javax.jms.JMSException;
import javax.jms.Message;
import javax.jms.MessageListener;
import javax.jms.MessageProducer;
import javax.jms.Session;
import javax.jms.TextMessage;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.w3c.dom.Document;

/** A head end in Java: answers requests, echoes, hears of events; one line of JSON for each message, until its input ends. */
public final class AnswerRequests {
  private static Session session;

  public static void main(String[] arguments) throws Exception {
    Connection connection = new ActiveMQConnectionFactory(arguments[0]).createConnection();
    session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
    take("JavaHeadEnd.MeterReadings.get", AnswerRequests::answer);
    take("JavaHeadEnd.echo", AnswerRequests::echo);
    session
        .createConsumer(session.createTopic("EndDeviceEvents.created"), "noun = 'EndDeviceEvents' AND JMSPriority > 6")
        .setMessageListener(said(message -> {}));
    connection.start();
    System.out.println("ready");
    while (System.in.read() >= 0) {}
    connection.close();
  }

  private interface Task {
    void run(Message message) throws Exception;
  }

  private static void take(String queue, Task task) throws JMSException {
    session.createConsumer(session.createQueue(queue)).setMessageListener(said(task));
  }

  private static MessageListener said(Task task) {
    return message -> {
      try {
        System.out.println(Words.seen(message, Words.envelope(Words.bodyOf(message))));
        task.run(message);
      } catch (Exception error) {
        System.out.println("{\"error\":" + Words.quoted(error.toString()) + "}");
      }
    };
  }

  private static void answer(Message request) throws Exception {
    Document asked = Words.parsed(Words.bodyOf(request));
    String meter = Words.first(asked, "*", "name");
    boolean isKnown = meter != null && !meter.equals("M-9999");
    String payload =
        "<Payload><MeterReadings xmlns=\"http://iec.ch/TC57/2011/MeterReadings#\"><MeterReading><Meter><Names><name>"
            + meter + "</name></Names></Meter><Readings><value>1207.020</value>"
            + "<ReadingType ref=\"0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.3.72.0\"/></Readings></MeterReading></MeterReadings></Payload>";
    String body =
        "<ResponseMessage xmlns=\"" + Words.ENVELOPE + "\"><Header><Verb>reply</Verb><Noun>MeterReadings</Noun>"
            + "<CorrelationID>" + Words.first(asked, Words.ENVELOPE, "CorrelationID") + "</CorrelationID></Header>"
            + "<Reply><Result>" + (isKnown ? "OK" : "FAILED") + "</Result><Error><code>" + (isKnown ? "0.0" : "2.4")
            + "</code></Error></Reply>" + (isKnown ? payload : "") + "</ResponseMessage>";
    // A text with characters beyond U+FFFF would not arrive as it is: STOMP gets Java's modified UTF-8.
    reply(request, Words.message(session, body.codePoints().allMatch(Character::isBmpCodePoint), body));
  }

  /** The same kind of message with the same properties, and some of each type. */
  private static void echo(Message request) throws Exception {
    Message reply = Words.message(session, request instanceof TextMessage, Words.bodyOf(request));
    for (Enumeration<?> names = request.getPropertyNames(); names.hasMoreElements(); ) {
      String name = (String) names.nextElement();
      if (!name.startsWith("JMS")) reply.setObjectProperty(name, request.getObjectProperty(name));
    }
    reply.setIntProperty("anInt", request.getIntProperty("digits") + 1);
    reply.setBooleanProperty("aBoolean", request.getBooleanProperty("truth"));
    reply.setLongProperty("aLong", Long.MAX_VALUE);
    reply.setDoubleProperty("aDouble", 0.1);
    reply.setShortProperty("aShort", (short) -1);
    reply.setJMSType("an echo");
    reply(request, reply);
  }

  private static void reply(Message request, Message reply) throws JMSException {
    String correlation = request.getJMSCorrelationID();
    reply.setJMSCorrelationID(correlation == null ? request.getJMSMessageID() : correlation);
    MessageProducer producer = session.createProducer(request.getJMSReplyTo());
    producer.send(reply);
    producer.close();
  }
}
