package film.finalsay.engine.model;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.CharacterData;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * A model as the file has it. The engine takes some elements and attributes under more than one
 * namespace, so they are found by their local names.
 */
final class XmlModel {

  /** The file is no XML, or brings a document type. */
  static final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    private final String place;

    Unreadable(String place, String reason) {
      super(reason);
      this.place = place;
    }

    String place() {
      return place;
    }
  }

  /** The engine would go down into each. */
  private static final int MAX_DEPTH = 100;

  private final Element root;

  private XmlModel(Element root) {
    this.root = root;
  }

  static XmlModel read(byte[] file) throws Unreadable {
    try {
      DocumentBuilder reader = reader();
      // by default it would print what is wrong
      reader.setErrorHandler(new DefaultHandler());
      return new XmlModel(reader.parse(new ByteArrayInputStream(file)).getDocumentElement());
    } catch (SAXParseException wrong) {
      throw new Unreadable("line " + wrong.getLineNumber(), reason(wrong));
    } catch (SAXException | IOException wrong) {
      throw new Unreadable("line 1", reason(wrong));
    }
  }

  private static DocumentBuilder reader() {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    try {
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setAttribute("jdk.xml.maxElementDepth", MAX_DEPTH);
      return factory.newDocumentBuilder();
    } catch (ParserConfigurationException unknown) {
      throw new IllegalStateException(unknown);
    }
  }

  private static String reason(Exception wrong) {
    return "cannot be read as XML: " + String.valueOf(wrong.getMessage()).replaceAll("\\.+$", "");
  }

  /** The root, and all that is in it, in the order of the file. */
  Stream<Element> elements() {
    NodeList inside = root.getElementsByTagNameNS("*", "*");
    return Stream.concat(
        Stream.of(root),
        IntStream.range(0, inside.getLength()).mapToObj(place -> (Element) inside.item(place)));
  }

  static Stream<Element> children(Element element) {
    return nodes(element).filter(Element.class::isInstance).map(Element.class::cast);
  }

  static Stream<Attr> attributes(Element element) {
    return IntStream.range(0, element.getAttributes().getLength())
        .mapToObj(place -> (Attr) element.getAttributes().item(place));
  }

  /** What stands in the attributes of that name: one may be there under several namespaces. */
  static List<String> values(Element element, String localName) {
    return attributes(element)
        .filter(attribute -> localName.equals(attribute.getLocalName()))
        .map(Attr::getValue)
        .toList();
  }

  /** What stands in the element itself. */
  static String text(Element element) {
    StringBuilder text = new StringBuilder();
    nodes(element)
        .filter(CharacterData.class::isInstance)
        .filter(node -> node.getNodeType() != Node.COMMENT_NODE)
        .forEach(node -> text.append(node.getNodeValue()));
    return text.toString();
  }

  /** The id by which the Modeler finds the element, or what it is an extension of. */
  static String id(Element element) {
    String models = element.getOwnerDocument().getDocumentElement().getNamespaceURI();
    for (Node node = element; node instanceof Element found; node = node.getParentNode()) {
      if (Objects.equals(models, found.getNamespaceURI()) && !found.getAttribute("id").isBlank()) {
        return found.getAttribute("id");
      }
    }
    return element.getLocalName();
  }

  private static Stream<Node> nodes(Element element) {
    List<Node> nodes = new ArrayList<>();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      nodes.add(node);
    }
    return nodes.stream();
  }
}
