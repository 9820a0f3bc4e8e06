import Foundation
import Testing

/// `docs/schema.md` and `docs/schema.svg` are what the program prints.
///
/// `RECORD=1 swift test --filter SchemaPageTests` writes them anew.
@Suite struct SchemaPageTests {
  @Test(arguments: ["markdown": "schema.md", "svg": "schema.svg"])
  func `the page of the schema is up to date`(format: String, name: String) throws {
    let page = try print(format)
    let file = Project.root.appending(path: "docs/\(name)")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try page.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == page)
  }

  @Test func `in the picture no box touches another, and no line crosses one`() throws {
    let svg = try print("svg")
    let boxes = try rectangles(svg)
    let lines = svg.matches(of: /<path [^>]*d="([^"]*)"/).flatMap { segments($0.1) }
    #expect(boxes.count > 50)
    #expect(lines.count > 50)
    for (index, box) in boxes.enumerated() {
      let others = boxes[(index + 1)...].filter { $0.intersects(box.insetBy(dx: -4, dy: -4)) }
      #expect(others.isEmpty, "\(box)")
      // A line ends on an edge.
      let inside = lines.filter { $0.intersects(box.insetBy(dx: 1, dy: 1)) }
      #expect(inside.isEmpty, "\(box)")
    }
  }

  private func print(_ format: String) throws -> String {
    try RunningImport.shell(
      "ledger schema --format \(format)", in: FileManager.default.temporaryDirectory)
  }

  private func rectangles(_ svg: String) throws -> [CGRect] {
    let pattern = /<rect class="(?:table|view)" x="(\d+)" y="(\d+)" width="(\d+)" height="(\d+)"/
    return try svg.matches(of: pattern).map { match in
      let numbers = try [match.1, match.2, match.3, match.4].map { try #require(Double($0)) }
      return CGRect(x: numbers[0], y: numbers[1], width: numbers[2], height: numbers[3])
    }
  }

  /// Of `M` to a point, `H` to an x, and `V` to a y.
  private func segments(_ path: Substring) -> [CGRect] {
    var at = (x: 0.0, y: 0.0)
    return path.matches(of: /([MHV])(\d+)(?: (\d+))?/).compactMap { step in
      let number = Double(step.2) ?? 0
      let from = at
      switch step.1 {
      case "M": at = (number, step.3.flatMap { Double($0) } ?? 0)
      case "H": at.x = number
      default: at.y = number
      }
      guard step.1 != "M" else { return nil }
      return CGRect(
        x: min(from.x, at.x), y: min(from.y, at.y), width: abs(from.x - at.x) + 0.1,
        height: abs(from.y - at.y) + 0.1)
    }
  }
}
