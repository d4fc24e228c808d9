import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.Map;
import java.util.TreeMap;
import javax.jms.BytesMessage;
import javax.jms.JMSException;
import javax.jms.Message;
import javax.jms.Session;
import javax.jms.TextMessage;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Messages of JMS as text and JSON; envelopes by the XML parser of Java. */
final class Words {
  private Words() {}

  static final String ENVELOPE = "http://iec.ch/TC57/2011/schema/message";

  static Message message(Session session, boolean isText, String body) throws JMSException {
    if (isText) return session.createTextMessage(body);
    BytesMessage message = session.createBytesMessage();
    message.writeBytes(body.getBytes(StandardCharsets.UTF_8));
    return message;
  }

  static String bodyOf(Message message) throws JMSException {
    if (message instanceof TextMessage) return ((TextMessage) message).getText();
    BytesMessage bytes = (BytesMessage) message;
    byte[] content = new byte[(int) bytes.getBodyLength()];
    bytes.reset();
    bytes.readBytes(content);
    return new String(content, StandardCharsets.UTF_8);
  }

  /** Header fields, properties with the name of their Java type, and the body. */
  static String seen(Message message, String body) throws Exception {
    Map<String, Object> properties = new TreeMap<>();
    for (Enumeration<?> names = message.getPropertyNames(); names.hasMoreElements(); ) {
      String name = (String) names.nextElement();
      Object value = message.getObjectProperty(name);
      properties.put(name, value.getClass().getSimpleName() + " " + value);
    }
    StringBuilder json = new StringBuilder("{\"kind\":");
    json.append(quoted(message instanceof TextMessage ? "text" : "bytes"));
    json.append(",\"correlation\":").append(quoted(message.getJMSCorrelationID()));
    json.append(",\"replyTo\":").append(quoted(kindOf(message.getJMSReplyTo())));
    json.append(",\"priority\":").append(message.getJMSPriority());
    json.append(",\"persistent\":").append(message.getJMSDeliveryMode() == 2);
    json.append(",\"expires\":").append(message.getJMSExpiration() > 0);
    json.append(",\"properties\":{");
    String comma = "";
    for (Map.Entry<String, Object> property : properties.entrySet()) {
      json.append(comma).append(quoted(property.getKey())).append(':').append(quoted(property.getValue().toString()));
      comma = ",";
    }
    return json.append("},\"body\":").append(body).append('}').toString();
  }

  private static String kindOf(javax.jms.Destination destination) throws JMSException {
    if (destination == null) return null;
    if (destination instanceof javax.jms.TemporaryQueue) return "temporary";
    return ((javax.jms.Queue) destination).getQueueName();
  }

  /** What an envelope says: root, header, result, codes, values of readings. */
  static String envelope(String xml) throws Exception {
    Document document = parsed(xml);
    return String.format(
        "{\"root\":%s,\"verb\":%s,\"noun\":%s,\"correlation\":%s,\"result\":%s,\"code\":%s,\"value\":%s}",
        quoted(document.getDocumentElement().getLocalName()),
        quoted(first(document, ENVELOPE, "Verb")),
        quoted(first(document, ENVELOPE, "Noun")),
        quoted(first(document, ENVELOPE, "CorrelationID")),
        quoted(first(document, ENVELOPE, "Result")),
        quoted(first(document, ENVELOPE, "code")),
        quoted(first(document, "*", "value")));
  }

  static Document parsed(String xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
  }

  static String first(Document document, String namespace, String name) {
    NodeList found = document.getElementsByTagNameNS(namespace, name);
    return found.getLength() == 0 ? null : found.item(0).getTextContent();
  }

  /** A string of JSON in ASCII, so that no console can spoil it. */
  static String quoted(String text) {
    if (text == null) return "null";
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c >= ' ' && c <= '~' && c != '"' && c != '\\') quoted.append(c);
      else quoted.append(String.format("\\u%04x", (int) c));
    }
    return quoted.append('"').toString();
  }
}
