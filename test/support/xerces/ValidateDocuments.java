import java.io.File;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.Validator;
import org.apache.xerces.jaxp.validation.XMLSchemaFactory;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Prints one line a document: "valid", or "invalid" and the first message, then the path. Used as an outside opinion in tests. */
public class ValidateDocuments {
  public static void main(String[] arguments) throws Exception {
    XMLSchemaFactory factory = new XMLSchemaFactory();
    CatalogResolver resolver = arguments[0].isEmpty() ? null : new CatalogResolver(arguments[0]);
    if (resolver != null) factory.setResourceResolver(resolver);
    Schema schema;
    try {
      schema = factory.newSchema(new File(arguments[1]));
    } catch (SAXException refused) {
      System.out.println("schema\t" + oneLine(refused));
      return;
    }
    for (int at = 2; at < arguments.length; at++) {
      Validator validator = schema.newValidator();
      if (resolver != null) validator.setResourceResolver(resolver);
      String verdict = "valid\t";
      try {
        validator.validate(new StreamSource(new File(arguments[at])));
      } catch (SAXException refused) {
        verdict = "invalid\t" + oneLine(refused);
      }
      System.out.println(verdict + "\t" + arguments[at]);
    }
  }

  private static String oneLine(SAXException refused) {
    String place = refused instanceof SAXParseException ? ((SAXParseException) refused).getLineNumber() + ": " : "";
    return place + String.valueOf(refused.getMessage()).replaceAll("[\\t\\r\\n]+", " ");
  }

  /** Finds the well-known remote documents in a folder: by the last step of their address. */
  private static class CatalogResolver implements org.w3c.dom.ls.LSResourceResolver {
    private final File folder;

    CatalogResolver(String folder) {
      this.folder = new File(folder);
    }

    public org.w3c.dom.ls.LSInput resolveResource(
        String type, String namespace, String publicId, String systemId, String base) {
      if (systemId == null || !systemId.startsWith("http")) return null;
      File local = new File(folder, systemId.substring(systemId.lastIndexOf('/') + 1));
      if (!local.exists()) return null;
      org.apache.xerces.dom.DOMInputImpl input =
          new org.apache.xerces.dom.DOMInputImpl(publicId, local.toURI().toString(), base);
      return input;
    }
  }
}
