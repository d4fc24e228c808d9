import java.util.UUID;
import javax.jms.Connection;
import javax.jms.DeliveryMode;
import javax.jms.Destination;
import javax.jms.Message;
import javax.jms.MessageConsumer;
import javax.jms.MessageProducer;
import javax.jms.Session;
import org.apache.activemq.ActiveMQConnectionFactory;

/** Asks a head end for readings in the ways that JMS has, and tells an event: one line of JSON for each answer. */
public final class AskHeadEnd {
  private static Session session;

  public static void main(String[] arguments) throws Exception {
    Connection connection = new ActiveMQConnectionFactory(arguments[0]).createConnection();
    connection.start();
    session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
    Destination temporary = session.createTemporaryQueue();
    Destination fixed = session.createQueue("Java.replies");
    ask(true, "M-1001", temporary, "c-1 \u00e9 \u6f22");
    ask(false, "M-1001", temporary, "c-2 a:b\\c");
    // Without a correlation of its own, JMS correlates by the message id that the provider gave.
    ask(true, "M-1001", fixed, null);
    ask(true, "M-9999", fixed, "c-4");
    ask(false, "M-\ud835\udd1e", temporary, "c-5");
    tell();
    connection.close();
  }

  private static void ask(boolean isText, String meter, Destination replies, String correlation) throws Exception {
    String body =
        "<RequestMessage xmlns=\"" + Words.ENVELOPE + "\"><Header><Verb>get</Verb><Noun>MeterReadings</Noun>"
            + "<Source>Java</Source><MessageID>" + UUID.randomUUID() + "</MessageID></Header>"
            + "<Request><GetMeterReadings xmlns=\"http://iec.ch/TC57/2011/GetMeterReadings#\"><EndDevice><Names><name>"
            + meter + "</name></Names></EndDevice></GetMeterReadings></Request></RequestMessage>";
    Message request = Words.message(session, isText, body);
    request.setStringProperty("verb", "get");
    request.setStringProperty("site", "K\u00f6ln: \\n, 50% \u6f22");
    request.setIntProperty("attempt", 3);
    request.setLongProperty("sequence", 9007199254740993L);
    request.setBooleanProperty("urgent", true);
    request.setDoubleProperty("ratio", 0.5);
    request.setJMSReplyTo(replies);
    request.setJMSCorrelationID(correlation);
    MessageProducer producer = session.createProducer(session.createQueue("HeadEnd.MeterReadings.get"));
    producer.send(request, DeliveryMode.PERSISTENT, 7, 60_000);
    String wanted = correlation == null ? request.getJMSMessageID() : correlation;
    MessageConsumer consumer =
        session.createConsumer(replies, "JMSCorrelationID = '" + wanted.replace("'", "''") + "'");
    Message reply = consumer.receive(20_000);
    System.out.println(
        reply == null ? "{\"none\":" + Words.quoted(meter) + "}" : Words.seen(reply, Words.envelope(Words.bodyOf(reply))));
    consumer.close();
    producer.close();
  }

  private static void tell() throws Exception {
    String body =
        "<EventMessage xmlns=\"" + Words.ENVELOPE + "\"><Header><Verb>created</Verb><Noun>MeterReadings</Noun></Header>"
            + "<Payload><MeterReadings xmlns=\"http://iec.ch/TC57/2011/MeterReadings#\"><MeterReading>"
            + "<Readings><value>48213.704</value><ReadingType ref=\"0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.3.72.0\"/></Readings>"
            + "</MeterReading></MeterReadings></Payload></EventMessage>";
    MessageProducer producer = session.createProducer(session.createTopic("MeterReadings.created"));
    producer.send(session.createTextMessage(body));
    producer.close();
  }
}
