import ch.iec.tc57._2011.enddevicecontrolsmessage.EndDeviceControlsFaultMessageType;
import ch.iec.tc57._2011.enddevicecontrolsmessage.EndDeviceControlsRequestMessageType;
import ch.iec.tc57._2011.enddevicecontrolsmessage.EndDeviceControlsResponseMessageType;
import ch.iec.tc57._2011.executeenddevicecontrols.EndDeviceControlsPort;
import ch.iec.tc57._2011.executeenddevicecontrols.FaultMessage;
import ch.iec.tc57._2011.schema.message.ErrorType;
import ch.iec.tc57._2011.schema.message.HeaderType;
import ch.iec.tc57._2011.schema.message.ReplyType;
import ch.iec.tc57._2011.schema.message.ResultKind;
import ch.iec.tc57._2011.schema.message.VerbKind;
import javax.jws.WebService;
import javax.xml.ws.Endpoint;

/** Serves the port that wsimport made of the WSDL at the given address, until its input ends. */
public final class ServeControls {
  public static void main(String[] arguments) throws Exception {
    Endpoint endpoint = Endpoint.publish(arguments[0], new Controls());
    System.out.println("ready");
    while (System.in.read() >= 0) {}
    endpoint.stop();
  }

  @WebService(
      endpointInterface = "ch.iec.tc57._2011.executeenddevicecontrols.EndDeviceControlsPort",
      targetNamespace = "http://iec.ch/TC57/2011/ExecuteEndDeviceControls",
      serviceName = "ExecuteEndDeviceControls",
      portName = "EndDeviceControls_Port")
  public static final class Controls implements EndDeviceControlsPort {
    @Override
    public EndDeviceControlsResponseMessageType createEndDeviceControls(
        EndDeviceControlsRequestMessageType request) throws FaultMessage {
      String trackingId =
          request.getPayload().getEndDeviceControls().get(0).getEndDeviceControl().get(0).getIssuerTrackingID();
      if (trackingId.equals("REFUSE")) {
        EndDeviceControlsFaultMessageType fault = new EndDeviceControlsFaultMessageType();
        fault.setReply(reply("FAILED", "2.4"));
        throw new FaultMessage("refused", fault);
      }
      if (trackingId.equals("FAIL")) throw new IllegalStateException("out of order");
      HeaderType header = new HeaderType();
      header.setVerb(VerbKind.REPLY);
      header.setNoun("EndDeviceControls");
      header.setCorrelationID(request.getHeader().getCorrelationID());
      header.setComment(trackingId);
      EndDeviceControlsResponseMessageType answer = new EndDeviceControlsResponseMessageType();
      answer.setHeader(header);
      answer.setReply(reply("OK", "0.0"));
      return answer;
    }

    private static ReplyType reply(String result, String code) {
      ErrorType error = new ErrorType();
      error.setCode(code);
      ReplyType reply = new ReplyType();
      reply.setResult(ResultKind.valueOf(result));
      reply.getError().add(error);
      return reply;
    }

    @Override
    public EndDeviceControlsResponseMessageType cancelEndDeviceControls(EndDeviceControlsRequestMessageType request) {
      throw new UnsupportedOperationException();
    }
  }
}
