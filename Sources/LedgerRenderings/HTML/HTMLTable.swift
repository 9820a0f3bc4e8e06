/// Draws tables with a caption, and with headers that state their scope.
enum HTMLTable {
  /// A table whose first column names the rows; nothing if there are no rows.
  ///
  /// `texts`: the indices of the columns that are not numbers, other than the first.
  static func table(
    _ caption: String, _ heading: [String], _ rows: [[String]], texts: Set<Int> = []
  ) -> HTML {
    guard !rows.isEmpty else { return HTML([]) }
    func isNumber(_ column: Int) -> Bool { column > 0 && !texts.contains(column) }
    let head = heading.enumerated().map { column, name in
      HTML.element(
        "th", isNumber(column) ? ["scope": "col", "class": "number"] : ["scope": "col"], name)
    }
    let body = rows.map { row in
      HTML.element(
        "tr", [:],
        row.enumerated().map { column, cell in
          column == 0
            ? .element("th", ["scope": "row"], cell)
            : .element("td", isNumber(column) ? ["class": "number"] : [:], cell)
        })
    }
    let table = HTML.element(
      "table", [:],
      [
        .element("caption", [:], caption),
        .element("thead", [:], [.element("tr", [:], head)]), .element("tbody", [:], body),
      ])
    // A table that is wider than a phone scrolls on its own, with the keyboard too.
    return .element(
      "div", ["class": "scroll", "role": "region", "aria-label": caption, "tabindex": "0"], [table])
  }
}
