import ch.iec.tc57._2011.enddevicecontrols_.EndDeviceControl;
import ch.iec.tc57._2011.enddevicecontrols_.EndDeviceControls;
import ch.iec.tc57._2011.enddevicecontrolsmessage.EndDeviceControlsPayloadType;
import ch.iec.tc57._2011.enddevicecontrolsmessage.EndDeviceControlsRequestMessageType;
import ch.iec.tc57._2011.enddevicecontrolsmessage.EndDeviceControlsResponseMessageType;
import ch.iec.tc57._2011.executeenddevicecontrols.EndDeviceControlsPort;
import ch.iec.tc57._2011.executeenddevicecontrols.ExecuteEndDeviceControls;
import ch.iec.tc57._2011.executeenddevicecontrols.FaultMessage;
import ch.iec.tc57._2011.schema.message.HeaderType;
import ch.iec.tc57._2011.schema.message.ReplyType;
import java.io.PrintStream;
import java.net.URL;
import javax.xml.ws.soap.SOAPFaultException;

/** Calls the service by classes that wsimport made of its WSDL: one line of JSON for each call. */
public final class CallControls {
  public static void main(String[] arguments) throws Exception {
    PrintStream out = new PrintStream(System.out, true, "UTF-8");
    EndDeviceControlsPort port =
        new ExecuteEndDeviceControls(new URL(arguments[0])).getEndDeviceControlsPort();
    for (String trackingId : new String[] {"CASE-1", "REFUSE"}) out.println(call(port, trackingId));
  }

  private static String call(EndDeviceControlsPort port, String trackingId) {
    try {
      EndDeviceControlsResponseMessageType answer = port.createEndDeviceControls(request(trackingId));
      return String.format(
          "{\"result\":\"%s\",\"code\":\"%s\",\"correlation\":\"%s\",\"comment\":\"%s\"}",
          answer.getReply().getResult().value(),
          answer.getReply().getError().get(0).getCode(),
          answer.getHeader().getCorrelationID(),
          answer.getHeader().getComment());
    } catch (FaultMessage fault) {
      ReplyType reply = fault.getFaultInfo().getReply();
      return String.format(
          "{\"message\":\"%s\",\"result\":\"%s\",\"code\":\"%s\",\"reason\":\"%s\"}",
          quoted(fault.getMessage()),
          reply.getResult().value(),
          reply.getError().get(0).getCode(),
          reply.getError().get(0).getReason());
    } catch (SOAPFaultException fault) {
      return String.format("{\"fault\":\"%s\"}", quoted(fault.getMessage()));
    }
  }

  private static String quoted(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  private static EndDeviceControlsRequestMessageType request(String trackingId) {
    HeaderType header = new HeaderType();
    header.setVerb(ch.iec.tc57._2011.schema.message.VerbKind.CREATE);
    header.setNoun("EndDeviceControls");
    header.setCorrelationID("c-1 \u00e9 \ud835\udd1e");
    EndDeviceControl control = new EndDeviceControl();
    control.setIssuerTrackingID(trackingId);
    EndDeviceControl.EndDeviceControlType type = new EndDeviceControl.EndDeviceControlType();
    type.setRef("3.31.0.23");
    control.setEndDeviceControlType(type);
    EndDeviceControls controls = new EndDeviceControls();
    controls.getEndDeviceControl().add(control);
    EndDeviceControlsPayloadType payload = new EndDeviceControlsPayloadType();
    payload.getEndDeviceControls().add(controls);
    EndDeviceControlsRequestMessageType message = new EndDeviceControlsRequestMessageType();
    message.setHeader(header);
    message.setPayload(payload);
    return message;
  }
}
