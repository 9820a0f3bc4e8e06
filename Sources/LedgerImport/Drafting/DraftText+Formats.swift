import LedgerCore
import Tabular

/// How the values of a drafted profile are written, and where its rows begin.
extension DraftText {
  mutating func formats() {
    if table.delimiter != UInt8(ascii: ",") {
      let text =
        table.delimiter == UInt8(ascii: "\t")
        ? "tab" : String(Character(UnicodeScalar(table.delimiter)))
      root.append("delimiter = \(quote(text))")
    }
    if let encoding = draft.encoding, encoding != .utf8 {
      root.append("encoding = \(quote(encoding.rawValue))")
    }
    let columns = draft.guesses.map { table.columns[$0.column] }
    var formats: [String] = []
    for guess in draft.guesses where guess.slot.isTime {
      let column = table.columns[guess.column]
      let parts = draft.dayAndTime(.startsAt)
      let isDay = parts.map { $0.day.name == column.name } ?? false
      let time = isDay ? " \(parts?.time.timeOfDayFormat ?? "HH:mm")" : ""
      // What the file knows to be a day is written as ISO 8601 writes it.
      let names = column.isTimeInFile ? isDay ? ["yyyy-MM-dd"] : [] : column.timeFormats
      for format in names where !formats.contains(format + time) { formats.append(format + time) }
    }
    if !formats.isEmpty, formats != ["iso8601"] {
      let all = formats.map(quote).joined(separator: ", ")
      root.append(
        "time_format = \(formats.count == 1 ? all : "[\(all)]")"
          + (isEitherOrder ? "  # unsure: day and month may be in either order" : ""))
    }
    if columns.contains(where: \.hasMarks) { marks(columns) }
    let noValues = Set(columns.filter(\.isNumeric).flatMap(\.noValues)).sorted()
    if !noValues.isEmpty {
      root.append("no_value = [\((["" ] + noValues).map(quote).joined(separator: ", "))]")
    }
    if let unit = durationUnit { root.append("duration_unit = \(quote(unit))") }
    if draft.records == .shows, isOfDays, !has(.field(.endsAt)), !has(.field(.duration)) {
      root.append("lasts = \"all day\"  # unsure: no column says when a show ends")
    }
  }

  /// Which mark parts decimals: the file says it, or most likely the one that parts no thousands.
  private mutating func marks(_ columns: [SampledColumn]) {
    let open = Set(columns.flatMap(\.openMarks))
    guard let mark = open.first, open.count == 1, !columns.contains(where: \.hasCertainMarks) else {
      root.append("decimal_mark = \"auto\"  # the whole file decides")
      return
    }
    let text = String(Character(UnicodeScalar(mark)))
    let other = quote(text == "." ? "," : ".")
    root += [
      "decimal_mark = \(other)  # unsure: 1\(text)000 is taken for a thousand",
      "thousands_mark = \(quote(text))",
    ]
  }

  private var isEitherOrder: Bool {
    draft.guesses.contains { guess in
      let formats = table.columns[guess.column].timeFormats
      let orders = formats.compactMap { name in
        do throws(TimeFormatError) { return try ProfileTimeFormat(name).order } catch { return nil }
      }
      return guess.slot.isTime && Set(orders).count > 1
    }
  }

  private var isOfDays: Bool {
    guard let start = draft.column(.field(.startsAt)) else { return false }
    return table.columns[start].isOfDays && draft.dayAndTime(.startsAt) == nil
  }

  private var durationUnit: String? {
    guard let index = draft.column(.field(.duration)), table.columns[index].isNumeric else {
      return nil
    }
    let words = table.columns[index].words.words
    if words.contains(where: { ["mins", "min", "minutes"].contains($0) }) { return "minutes" }
    return words.contains(where: { ["hours", "hour", "h"].contains($0) }) ? "hours" : nil
  }

  /// Where rows stand above the header, the profile says how to find it.
  mutating func header() {
    guard table.hasRowsAbove else { return }
    let names = draft.guesses.map(\.column).sorted().map { quote(table.header[$0]) }
    root.append("header = [\(names.joined(separator: ", "))]")
  }

  mutating func key() {
    if draft.records != .audience, let event = draft.name(.field(.event)) {
      root.append("event_key = \(quote("\(source) {\(event)}"))")
    } else if draft.records == .shows {
      let parts: [(Slot, String)] = [
        (.field(.creators), "creators"), (.field(.startsAt), "starts_at"),
        (.field(.title), "title"),
      ]
      let names = parts.filter { has($0.0) }.map { "{\($0.1)}" }
      root.append("event_key = \(quote(([source] + names).joined(separator: " ")))")
    }
  }
}

extension Slot {
  /// Whether it holds a time of which the format matters.
  var isTime: Bool {
    switch self {
    case .field(.startsAt), .field(.endsAt), .field(.at), .field(.observedAt), .part(.cancelledAt),
      .part(.refundedAt), .part(.paidAt):
      true
    default: false
    }
  }
}
