package anyware.cli;

import anyware.problem.Printable;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * An audit as JUnit XML, which every build server shows
 * (https://github.com/jenkinsci/xunit-plugin/tree/master/src/main/resources/org/jenkinsci/plugins/xunit/types/model/xsd).
 */
final class JunitReport {
  private static final String ROOT = "testsuites";
  private static final String SUITE = "testsuite";

  private final String stack;
  private final XMLStreamWriter xml;

  private JunitReport(String stack, XMLStreamWriter xml) {
    this.stack = stack;
    this.xml = xml;
  }

  /**
   * The whole document.
   *
   * @param stack the stack
   * @param cases what was looked at
   */
  static String of(String stack, List<AuditCase> cases) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      new JunitReport(stack, xml).write(cases);
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return text + "\n";
  }

  private void write(List<AuditCase> cases) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    start(0, ROOT, "anyware audit " + stack);
    counts(cases);
    Map<String, List<AuditCase>> suites =
        cases.stream()
            .collect(
                Collectors.groupingBy(AuditCase::suite, LinkedHashMap::new, Collectors.toList()));
    for (Map.Entry<String, List<AuditCase>> suite : suites.entrySet()) {
      start(1, SUITE, suite.getKey());
      counts(suite.getValue());
      for (AuditCase one : suite.getValue()) {
        write(one);
      }
      end(1);
    }
    end(0);
    xml.writeEndDocument();
    xml.close();
  }

  private void write(AuditCase one) throws XMLStreamException {
    start(2, "testcase", one.name());
    xml.writeAttribute("classname", stack + "." + one.suite());
    if (!one.failures().isEmpty()) {
      indent(3);
      xml.writeStartElement("failure");
      xml.writeAttribute("message", Printable.line(one.failures().get(0)));
      xml.writeCharacters(
          one.failures().stream().map(Printable::line).collect(Collectors.joining("\n")));
      xml.writeEndElement();
      indent(2);
    }
    xml.writeEndElement();
  }

  private void counts(List<AuditCase> cases) throws XMLStreamException {
    long failed = cases.stream().filter(one -> !one.failures().isEmpty()).count();
    xml.writeAttribute("tests", String.valueOf(cases.size()));
    xml.writeAttribute("failures", String.valueOf(failed));
    xml.writeAttribute("errors", "0");
  }

  private void start(int depth, String element, String name) throws XMLStreamException {
    indent(depth);
    xml.writeStartElement(element);
    xml.writeAttribute("name", Printable.line(name));
  }

  private void end(int depth) throws XMLStreamException {
    indent(depth);
    xml.writeEndElement();
  }

  private void indent(int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }
}
