package film.finalsay;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever opens a process in the Modeler sees all of it, and can follow every line. */
class DiagramsTest {

  /** A line may dock on the slanted side of a gateway, inside the square around it. */
  private static final double WITHIN_A_DIAMOND = 13;

  private record Line(String flow, Line2D drawn) {

    boolean crosses(Line other) {
      return !flow.equals(other.flow)
          && upright() != other.upright()
          && drawn.intersectsLine(other.drawn)
          && !touches(other)
          && !other.touches(this);
    }

    /** Whether this one only ends at the other. */
    private boolean touches(Line other) {
      return other.drawn.ptSegDist(drawn.getP1()) < 1 || other.drawn.ptSegDist(drawn.getP2()) < 1;
    }

    private boolean upright() {
      return drawn.getX1() == drawn.getX2();
    }
  }

  static List<Path> models() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("processes"))) {
      return files.filter(file -> file.toString().endsWith(".bpmn")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void allThatRunsIsDrawn(Path file) {
    BpmnModelInstance model = read(file);
    List<String> drawn = new ArrayList<>();
    steps(model).forEach(shape -> drawn.add(shape.getBpmnElement().getId()));
    model
        .getModelElementsByType(BpmnEdge.class)
        .forEach(edge -> drawn.add(edge.getBpmnElement().getId()));
    List<String> runs = new ArrayList<>(ids(model.getModelElementsByType(FlowNode.class)));
    runs.addAll(ids(model.getModelElementsByType(SequenceFlow.class)));
    assertThat(drawn).containsExactlyInAnyOrderElementsOf(runs);
  }

  @ParameterizedTest
  @MethodSource("models")
  void linesRunStraightAndNoTwoCross(Path file) {
    List<Line> lines = lines(read(file));
    assertThat(lines)
        .allSatisfy(
            line ->
                assertThat(line.upright() || line.drawn.getY1() == line.drawn.getY2())
                    .as(line.flow)
                    .isTrue());
    assertThat(
            lines.stream()
                .flatMap(
                    line ->
                        lines.stream()
                            .filter(line::crosses)
                            .map(other -> line.flow + " x " + other.flow)))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("models")
  void noLineRunsThroughAStep(Path file) {
    BpmnModelInstance model = read(file);
    List<Line> lines = lines(model);
    assertThat(
            steps(model)
                .filter(shape -> !(shape.getBpmnElement() instanceof SubProcess))
                .flatMap(
                    shape ->
                        lines.stream()
                            .filter(line -> line.drawn.intersects(inside(shape)))
                            .map(line -> line.flow + " through " + shape.getBpmnElement().getId())))
        .isEmpty();
  }

  /** All that is drawn but the lanes. */
  private static Stream<BpmnShape> steps(BpmnModelInstance model) {
    return model.getModelElementsByType(BpmnShape.class).stream()
        .filter(shape -> shape.getBpmnElement() instanceof FlowNode);
  }

  private static Rectangle2D inside(BpmnShape shape) {
    return new Rectangle2D.Double(
        shape.getBounds().getX() + WITHIN_A_DIAMOND,
        shape.getBounds().getY() + WITHIN_A_DIAMOND,
        shape.getBounds().getWidth() - 2 * WITHIN_A_DIAMOND,
        shape.getBounds().getHeight() - 2 * WITHIN_A_DIAMOND);
  }

  private static List<Line> lines(BpmnModelInstance model) {
    List<Line> lines = new ArrayList<>();
    for (BpmnEdge edge : model.getModelElementsByType(BpmnEdge.class)) {
      List<Waypoint> points = List.copyOf(edge.getWaypoints());
      for (int i = 1; i < points.size(); i++) {
        Waypoint from = points.get(i - 1);
        Waypoint to = points.get(i);
        lines.add(
            new Line(
                edge.getBpmnElement().getId(),
                new Line2D.Double(from.getX(), from.getY(), to.getX(), to.getY())));
      }
    }
    return lines;
  }

  private static List<String> ids(Collection<? extends BaseElement> elements) {
    return elements.stream().map(BaseElement::getId).toList();
  }

  private static BpmnModelInstance read(Path file) {
    return Bpmn.readModelFromFile(file.toFile());
  }
}
