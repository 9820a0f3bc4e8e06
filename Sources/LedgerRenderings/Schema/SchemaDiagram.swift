import LedgerCore

/// A diagram of the tables and views: `docs/schema.svg`.
///
/// Tables that others refer to are in the middle, those that refer to events on the left, and the
/// rest on the right. Lines run in the gutters between them. The lines to each table have their own
/// lane, so that none crosses a box.
struct SchemaDiagram {
  private static let margin = 24
  private static let gutter = 144
  private static let lane = 14
  private static let width = 3 * DiagramBox.width + 2 * gutter
  private static let colours = 8

  private var body = ""
  /// The y coordinate where the next part begins.
  private var top = margin

  /// The diagram as an SVG file.
  static func svg(_ relations: [SchemaDescription]) -> String {
    var diagram = SchemaDiagram()
    let boxes = relations.map(DiagramBox.init)
    diagram.addTables(boxes.filter { !$0.isView })
    let views = boxes.filter(\.isView)
    let names = Set(views.map(\.name))
    diagram.addViews(
      "Views: current facts", views.filter { names.contains("\($0.name)_history") })
    diagram.addViews(
      "Views: answers and other lists",
      views.filter { view in
        !names.contains("\(view.name)_history") && !view.name.hasSuffix("_history")
      })
    diagram.addViews(
      "Views: everything that was ever recorded", views.filter { $0.name.hasSuffix("_history") })
    let (width, height) = (Self.width + 2 * margin, diagram.top)
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" width="\(width)" \
      height="\(height)" role="img" aria-label="The tables and views of a book">
      \(style)
      <rect class="page" width="\(width)" height="\(height)"/>
      \(diagram.body)</svg>

      """
  }

  private mutating func addTitle(_ title: String) {
    body += "<text class=\"title\" x=\"\(Self.margin)\" y=\"\(top + 16)\">\(title)</text>\n"
    top += 2 * DiagramBox.row
  }

  private mutating func addTables(_ tables: [DiagramBox]) {
    addTitle("Tables and their references")
    let referred = Set(tables.flatMap { table in table.references.map(\.table) })
    let middle = tables.filter { referred.contains($0.name) }
    let sides = tables.filter { !referred.contains($0.name) }
    func refersToEvent(_ box: DiagramBox) -> Bool {
      box.references.contains { $0.table == "event" }
    }
    let step = DiagramBox.width + Self.gutter
    let left = stacked(sides.filter(refersToEvent), x: Self.margin, y: top)
    // Half a row lower than the sides, so that no line lies on another.
    let centre = stacked(
      middle, x: Self.margin + step, y: top + DiagramBox.row / 2, filling: Self.bottom(left))
    let right = stacked(sides.filter { !refersToEvent($0) }, x: Self.margin + 2 * step, y: top)
    addLines(
      from: left + centre, to: centre, gutterAt: Self.margin + DiagramBox.width, isLeft: true)
    addLines(
      from: right, to: centre, gutterAt: Self.margin + step + DiagramBox.width, isLeft: false)
    let boxes = left + centre + right
    body += boxes.map(\.svg).joined()
    top = Self.bottom(boxes) + 2 * DiagramBox.row
  }

  /// Stacks boxes from `y` down, and spreads them as far as `bottom` if there is room.
  private func stacked(_ boxes: [DiagramBox], x: Int, y: Int, filling bottom: Int = 0)
    -> [DiagramBox]
  {
    let needed = boxes.map { $0.height }.reduce(0, +)
    let gaps = max(boxes.count - 1, 1)
    let gap = max(1, (bottom - y - needed) / gaps / DiagramBox.row) * DiagramBox.row
    var next = y
    return boxes.map { box in
      var box = box
      (box.x, box.y) = (x, next)
      next += box.height + gap
      return box
    }
  }

  private static func bottom(_ boxes: [DiagramBox]) -> Int {
    boxes.map { $0.y + $0.height }.max() ?? 0
  }

  /// Draws the lines of one gutter, from references to the tables in the middle.
  private mutating func addLines(
    from boxes: [DiagramBox], to middle: [DiagramBox], gutterAt start: Int, isLeft: Bool
  ) {
    for (index, table) in middle.enumerated() {
      let x = start + (index + 1) * Self.lane
      let ends = isLeft ? table.x : table.x + DiagramBox.width
      var path = "M\(ends) \(table.anchor)H\(x)"
      var heights = [table.anchor]
      for box in boxes {
        for (row, reference) in box.references.enumerated() where reference.table == table.name {
          let from = box.x < x ? box.x + DiagramBox.width : box.x
          path += "M\(from) \(box.anchor(ofReference: row))H\(x)"
          heights.append(box.anchor(ofReference: row))
        }
      }
      guard heights.count > 1, let first = heights.min(), let last = heights.max() else { continue }
      path += "M\(x) \(first)V\(last)"
      let colour = "c\(index % Self.colours)"
      body += "<path class=\"line \(colour)\" d=\"\(path)\"/>\n"
      body += "<circle class=\"end \(colour)\" cx=\"\(ends)\" cy=\"\(table.anchor)\" r=\"4\"/>\n"
    }
  }

  /// Lays out views in columns of about the same height.
  private mutating func addViews(_ title: String, _ views: [DiagramBox]) {
    addTitle(title)
    let step = (Self.width - DiagramBox.width) / 3
    var heights = [top, top, top, top]
    for var view in views {
      let column = heights.indices.min { heights[$0] < heights[$1] } ?? 0
      (view.x, view.y) = (Self.margin + column * step, heights[column])
      heights[column] += view.height + DiagramBox.row
      body += view.svg
    }
    top = (heights.max() ?? top) + DiagramBox.row
  }

  private static let style = """
    <style>
    text { font: 11px ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; fill: #1f2328 }
    .title { font: 600 16px system-ui, sans-serif }
    .name { font-weight: 700; font-size: 12px }
    .to { text-anchor: end; fill: #59636e }
    .other { fill: #59636e }
    .page { fill: #ffffff }
    .table { fill: #f6f8fa; stroke: #818b98 }
    .view { fill: #eef6ff; stroke: #54aeff }
    .line { fill: none; stroke-width: 1.5 }
    .c0 { stroke: #0969da } .c1 { stroke: #bc4c00 } .c2 { stroke: #1a7f37 } .c3 { stroke: #8250df }
    .c4 { stroke: #bf3989 } .c5 { stroke: #9a6700 } .c6 { stroke: #57606a } .c7 { stroke: #1b7c83 }
    .end { fill: #ffffff; stroke-width: 1.5 }
    @media (prefers-color-scheme: dark) {
    text { fill: #f0f6fc }
    .to, .other { fill: #9198a1 }
    .page { fill: #0d1117 }
    .table { fill: #151b23; stroke: #656c76 }
    .view { fill: #0c2137; stroke: #1f6feb }
    .c0 { stroke: #58a6ff } .c1 { stroke: #f0883e } .c2 { stroke: #3fb950 } .c3 { stroke: #bc8cff }
    .c4 { stroke: #f778ba } .c5 { stroke: #d29922 } .c6 { stroke: #b1bac4 } .c7 { stroke: #56d4dd }
    .end { fill: #0d1117 }
    }
    </style>
    """
}
