import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.io.PrintStream;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.Validator;
import org.apache.xerces.jaxp.validation.XMLSchemaFactory;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Reads one question a line, the paths of a schema and of documents with tabs between them, and answers with one line for the
 * schema and, where that is accepted, one for each document: "valid", "invalid" or "crash", the place (file:line) and the first
 * message. An empty line ends the answer.
 */
public class AnswerQuestions {
  public static void main(String[] arguments) throws Exception {
    BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, "UTF-8"));
    PrintStream answers = new PrintStream(System.out, false, "UTF-8");
    for (String line = questions.readLine(); line != null; line = questions.readLine()) {
      answer(line.split("\t"), answers);
      answers.println();
      answers.flush();
    }
  }

  private static void answer(String[] paths, PrintStream answers) {
    Schema schema;
    try {
      schema = new XMLSchemaFactory().newSchema(new File(paths[0]));
      answers.println("valid");
    } catch (SAXException refused) {
      answers.println("invalid\t" + oneLine(refused));
      return;
    } catch (Throwable crash) {
      answers.println("crash\t" + oneLine(crash));
      return;
    }
    for (int at = 1; at < paths.length; at++) {
      Validator validator = schema.newValidator();
      try {
        validator.validate(new StreamSource(new File(paths[at])));
        answers.println("valid");
      } catch (SAXException refused) {
        answers.println("invalid\t" + oneLine(refused));
      } catch (Throwable crash) {
        answers.println("crash\t" + oneLine(crash));
      }
    }
  }

  private static String oneLine(Throwable problem) {
    String text = problem instanceof SAXException ? problem.getMessage() : problem.toString();
    String place = "";
    if (problem instanceof SAXParseException) {
      SAXParseException at = (SAXParseException) problem;
      place = String.valueOf(at.getSystemId()).replaceAll(".*/", "") + ":" + at.getLineNumber();
    }
    return place + "\t" + String.valueOf(text).replaceAll("[\\t\\r\\n]+", " ");
  }
}
