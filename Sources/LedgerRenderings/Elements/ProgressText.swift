import LedgerCore

/// How far an import has come, in words.
package struct ProgressText {
  let name: String
  let rows: Int64
  /// Bytes read, and the size of the file if it is known.
  let bytes: Int
  let size: Int?
  let seconds: Double

  /// `bytes`: those read; `size`: all bytes of the file, if their number is known.
  package init(name: String, rows: Int64, bytes: Int, size: Int?, seconds: Double) {
    self.name = name
    self.rows = rows
    self.bytes = bytes
    self.size = size
    self.seconds = seconds
  }

  /// `sales.csv: 1,234,567 rows, 812,000 rows/s, 42%, 12 s left`.
  package var line: String {
    ([name + ": " + rowText, rateText] + fractionTexts).joined(separator: ", ")
  }

  /// A line of at most `columns`, with a bar if the size is known and there is room for one.
  package func bar(columns: Int) -> String {
    let shown = name.count > 24 ? "…" + name.suffix(23) : name
    let figures = ([rowText, rateText] + fractionTexts.dropFirst()).joined(separator: ", ")
    guard let fraction else { return String("\(shown)  \(figures)".prefix(columns)) }
    let percent = fractionTexts.first ?? ""
    let room = min(40, columns - shown.count - percent.count - figures.count - 7)
    guard room >= 5 else {
      let all = [shown, percent, figures].joined(separator: "  ")
      // The figures matter more than the name, which was just typed.
      return all.count <= columns ? all : String("\(percent)  \(figures)".prefix(columns))
    }
    let filled = Int(fraction * Double(room))
    let bar =
      String(repeating: "#", count: filled) + String(repeating: ".", count: room - filled)
    return "\(shown)  \(percent) [\(bar)]  \(figures)"
  }

  private var fraction: Double? {
    guard let size, size > 0 else { return nil }
    return min(1, Double(bytes) / Double(size))
  }

  private var rowText: String { "\(grouped(rows)) \(rows == 1 ? "row" : "rows")" }

  /// Two digits: more would change too often to read.
  private var rateText: String {
    let rate = seconds > 0 ? Double(rows) / seconds : 0
    var unit = 1.0
    while rate / unit >= 100 { unit *= 10 }
    return "\(grouped(Int64(clamping: Int128((rate / unit).rounded() * unit)))) rows/s"
  }

  private var fractionTexts: [String] {
    guard let fraction else { return [] }
    let percent = "\(Int(fraction * 100))%"
    guard fraction > 0, fraction < 1 else { return [percent] }
    return [percent, Self.duration(seconds * (1 - fraction) / fraction) + " left"]
  }

  private static func duration(_ seconds: Double) -> String {
    let whole = Int64(clamping: Int128(max(0, seconds).rounded(.up)))
    if whole < 60 { return "\(whole) s" }
    if whole < 3600 { return "\(whole / 60) min \(whole % 60) s" }
    return "\(grouped(whole / 3600)) h \(whole % 3600 / 60) min"
  }
}
