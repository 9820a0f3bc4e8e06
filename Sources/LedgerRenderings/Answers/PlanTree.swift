package import LedgerCore

/// The plan of a statement as a tree, from the rows in which SQLite explains it.
///
/// <https://www.sqlite.org/eqp.html>
package struct PlanTree: AnswerReceiver {
  private var steps: [(id: Int64, parent: Int64, text: String)] = []

  package init() {}

  /// The columns of a plan are always the same.
  package mutating func begin(_ columns: [String]) {}

  /// Adds a row of the plan: its id, its parent's id, an unused number, and its text.
  package mutating func add(_ row: some AnswerRow) {
    guard row.count == 4, case .integer(let id) = row.answer(0),
      case .integer(let parent) = row.answer(1), case .text(let text) = row.answer(3)
    else { return }
    steps.append((id: id, parent: parent, text: text))
  }

  /// One line per step, below its parent.
  package var text: String {
    steps.isEmpty ? "no table is read\n" : branch(of: 0, indented: "", depth: 0)
  }

  private func branch(of parent: Int64, indented: String, depth: Int) -> String {
    let parts = steps.filter { $0.parent == parent }
    guard depth < 100 else { return "" }
    var text = ""
    for (index, part) in parts.enumerated() {
      let isLast = index == parts.count - 1
      text += indented + (isLast ? "└── " : "├── ") + printable(part.text) + "\n"
      text += branch(of: part.id, indented: indented + (isLast ? "    " : "│   "), depth: depth + 1)
    }
    return text
  }
}
