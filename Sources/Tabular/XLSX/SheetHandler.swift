/// Reads a sheet row by row, and pauses after each.
final class SheetHandler: XMLHandler {
  private enum Kind { case number, shared, inline, boolean, verbatim }

  private(set) var row = SheetRow()
  private(set) var fault: String?

  private let strings: SharedStrings
  private let styles: [NumberStyle]
  private let is1904: Bool

  private var kind = Kind.number
  private var style = NumberStyle.number
  private var column = -1
  private var isInValue = false
  private var isInRow = false
  private var hasFormula = false
  private var value: [UInt8] = []
  private var inline = RichText()

  init(strings: SharedStrings, styles: [NumberStyle], is1904: Bool) {
    self.strings = strings
    self.styles = styles
    self.is1904 = is1904
  }

  func start(_ name: String, _ attributes: [(name: String, value: String)]) {
    switch name {
    case "row":
      let number = attributes.first { $0.name == "r" }.flatMap { Int($0.value) }
      let next = min(row.number + 1, SheetRow.numberLimit)
      let isPossible = number.map { (next...SheetRow.numberLimit).contains($0) } ?? true
      row.begin(number: isPossible ? number ?? next : next)
      isInRow = true
      column = -1
      if let number, !isPossible { row.refuse("has the number \(number), which cannot be") }
    case "c" where isInRow: startCell(attributes)
    case "v": isInValue = true
    case "f": hasFormula = true
    default: inline.start(name)
    }
  }

  func end(_ name: String) -> Bool {
    switch name {
    case "row":
      isInRow = false
      return true
    case "c" where isInRow: endCell()
    case "v": isInValue = false
    default: inline.end(name)
    }
    return false
  }

  func text(_ bytes: Span<UInt8>) {
    let fits =
      isInValue ? value.append(bytes, limit: SharedStrings.blockSize) : inline.append(bytes)
    if !fits { fault = "has a cell with more than 1 MiB of text" }
  }

  private func startCell(_ attributes: [(name: String, value: String)]) {
    kind = .number
    style = .number
    hasFormula = false
    column += 1
    value.removeAll(keepingCapacity: true)
    inline = RichText()
    for (name, value) in attributes {
      switch name {
      case "r":
        if let column = SheetRow.column(of: value) {
          self.column = column
        } else {
          row.refuse("has a cell at a place that is none")
        }
      case "t":
        switch value {
        case "s": kind = .shared
        case "inlineStr": kind = .inline
        case "b": kind = .boolean
        case "n": kind = .number
        // Texts of formulas, errors, and ISO 8601 dates.
        default: kind = .verbatim
        }
      case "s":
        if let index = Int(value), styles.indices.contains(index) { style = styles[index] }
      default: break
      }
    }
    if column >= SheetRow.columnLimit { row.refuse("has more columns than a sheet can have") }
  }

  private func endCell() {
    if row.fault != nil { return }
    switch kind {
    case .inline: row.set(column, inline.decoded)
    case .verbatim:
      var text = RichText()
      text.start("t")
      _ = text.append(value.span)
      row.set(column, text.decoded)
    case .boolean:
      let text: StaticString = value == [0x31] ? "true" : "false"
      row.set(column, value.isEmpty ? "".utf8 : text.description.utf8)
    case .shared:
      if value.isEmpty { return }
      guard let index = Int(String(decoding: value, as: UTF8.self)), let text = strings[index]
      else {
        return row.refuse("has a cell that refers to a text that is not there")
      }
      row.set(column, text)
    case .number: setNumber()
    }
    if row.isTooLong { fault = "has a row longer than 8 MiB" }
  }

  private func setNumber() {
    if value.isEmpty {
      // A spreadsheet program that computes one writes its result, or that it is an empty text.
      if hasFormula { row.lackResult(column) }
      return
    }
    if style == .number, value.count <= CellNumber.precision, value.allSatisfy({ $0 &- 0x30 < 10 })
    {
      return row.set(column, value, .number)
    }
    let text = String(decoding: value, as: UTF8.self)
    if style != .number, let time = SerialTime.text(text, style, is1904: is1904) {
      return row.set(column, time.utf8, .time)
    }
    let number = CellNumber(text)
    row.set(column, number.text.utf8, .number, isRounded: number.isRounded)
  }
}
