package film.finalsay.support;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Document;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** A Markdown text as a form shows it: what is read, and what the rest of it became. */
public final class Rendered extends AbstractVisitor {

  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(StrikethroughExtension.create(), TablesExtension.create()))
          .build();

  private final StringBuilder text = new StringBuilder();
  private final List<String> links = new ArrayList<>();
  private final List<String> named = new ArrayList<>();
  private final List<String> other = new ArrayList<>();

  private Rendered() {}

  public static Rendered of(String markdown) {
    Rendered rendered = new Rendered();
    PARSER.parse(markdown).accept(rendered);
    return rendered;
  }

  /** Paragraphs and lines each end with a line end. */
  public String text() {
    return text.toString();
  }

  /** Where its links lead. */
  public List<String> links() {
    return List.copyOf(links);
  }

  /** Those of them that are called other than where they lead. */
  public List<String> named() {
    return List.copyOf(named);
  }

  /** Everything that is neither a paragraph, nor a line of it, nor a link, such as a heading. */
  public List<String> other() {
    return List.copyOf(other);
  }

  @Override
  public void visit(Paragraph paragraph) {
    visitChildren(paragraph);
    text.append('\n');
  }

  @Override
  public void visit(Text part) {
    text.append(part.getLiteral());
  }

  @Override
  public void visit(SoftLineBreak end) {
    text.append('\n');
  }

  @Override
  public void visit(HardLineBreak end) {
    text.append('\n');
  }

  @Override
  public void visit(Link link) {
    int start = text.length();
    visitChildren(link);
    links.add(link.getDestination());
    if (!link.getDestination().endsWith(text.substring(start))) {
      named.add(link.getDestination());
    }
  }

  @Override
  protected void visitChildren(Node parent) {
    if (!(parent instanceof Paragraph || parent instanceof Link || parent instanceof Document)) {
      other.add(parent.getClass().getSimpleName());
    }
    super.visitChildren(parent);
  }

  @Override
  public String toString() {
    return other.stream().collect(Collectors.joining(", ", text + " [", "]"));
  }
}
