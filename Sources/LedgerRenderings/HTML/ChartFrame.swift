import LedgerCore

/// Draws a chart with a caption, and a description in words for people who cannot see it.
enum ChartFrame {
  /// The width of a chart in its own units.
  ///
  /// It is about the number of pixels on a phone, so that text stays legible there.
  static let width = 320.0

  static func figure(
    _ caption: String, description: String, height: Double, note: String? = nil, _ shapes: [HTML]
  ) -> HTML {
    let picture = HTML.element(
      "svg", ["viewBox": "0 0 \(units(width)) \(units(height))", "role": "img"],
      [.element("title", [:], caption), .element("desc", [:], description)] + shapes)
    return .element(
      "figure", [:],
      [.element("figcaption", [:], caption), picture]
        + (note.map { [HTML.element("p", [:], $0)] } ?? []))
  }

  static func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ kind: String) -> HTML {
    .element(
      "line", ["x1": units(x1), "y1": units(y1), "x2": units(x2), "y2": units(y2), "class": kind])
  }

  static func bar(
    _ x: Double, _ y: Double, width: Double, height: Double, _ kind: String = "bar"
  ) -> HTML {
    .element(
      "rect",
      [
        "x": units(x), "y": units(y), "width": units(max(0, width)),
        "height": units(max(0, height)),
        "class": kind,
      ])
  }

  static func text(
    _ text: String, _ x: Double, _ y: Double, anchor: String = "start", _ kind: String = "label"
  ) -> HTML {
    .element(
      "text", ["x": units(x), "y": units(y), "text-anchor": anchor, "class": kind], text)
  }

  static func dot(_ x: Double, _ y: Double) -> HTML {
    .element("circle", ["cx": units(x), "cy": units(y), "r": "4", "class": "point"])
  }

  /// A length, to a tenth of a unit.
  static func units(_ number: Double) -> String {
    guard number.isFinite, abs(number) < 1e9 else { return "0" }
    return FigureText.plain((number * 10).rounded() / 10)
  }

  /// A text shortened to about as many letters as fit into a length.
  static func fitted(_ text: String, _ length: Double) -> String {
    let letters = max(1, Int(length / 7.2))
    return text.count <= letters ? text : text.prefix(letters - 1) + "…"
  }
}
