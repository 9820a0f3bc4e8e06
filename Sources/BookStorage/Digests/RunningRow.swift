import Rows

/// The bytes of bound rows in turn, each made from those of the previous row.
///
/// Most rows have their values at the same positions, and many of the values are the same.
struct RunningRow {
  private(set) var bytes: [UInt8] = []
  /// By column that stands in a row: its cell, and where its value is in the bytes, or -1.
  private var cells: [Int64]
  private var places: [Int]
  private let form: Form

  /// What all rows have in common.
  private struct Form {
    let encoding: RowEncoding
    /// By column that stands in a row: the column of the bound rows, and its type.
    let source: [Int]
    let kinds: [BoundRows.Column]
  }

  /// `source`: for each column of the encoding, the one of the bound rows.
  init(_ encoding: RowEncoding, columns: [BoundRows.Column], source: [Int]) {
    form = Form(encoding: encoding, source: source, kinds: source.map { columns[$0] })
    cells = Array(repeating: 0, count: source.count)
    places = Array(repeating: -1, count: source.count)
  }

  /// Moves to the row whose cells begin at an index.
  @inline(__always)
  mutating func move(to first: Int, of all: Span<Int64>, _ text: Span<UInt8>) {
    if bytes.isEmpty || !Self.change(&bytes, &cells, places, form, first, all, text) {
      Self.encode(&bytes, &cells, &places, form, first, all, text)
    }
  }

  /// Writes the values that differ; false if one needs another position.
  @inline(__always)
  private static func change(
    _ bytes: inout [UInt8], _ cells: inout [Int64], _ places: [Int], _ form: Form,
    _ first: Int, _ all: Span<Int64>, _ text: Span<UInt8>
  ) -> Bool {
    let (source, kinds, places) = (form.source.span, form.kinds.span, places.span)
    let columns = form.encoding.columns.span
    var cells = cells.mutableSpan
    var bytes = bytes.mutableSpan
    for column in 0..<source.count {
      let cell = all[first + source[column]]
      let last = cells[column]
      if cell == last { continue }
      let kind = kinds[column]
      guard places[column] >= 0, cell != BoundRows.null || kind == .integer else { return false }
      if kind == .text {
        guard BoundRows.length(of: cell) == BoundRows.length(of: last) else { return false }
        _ = bytes.write(text.extracting(BoundRows.range(of: cell)), at: places[column])
      } else {
        if cell == columns[column].defaultValue { return false }
        bytes.write(UInt64(bitPattern: cell), at: places[column])
      }
      cells[column] = cell
    }
    return true
  }

  /// Writes all values, except those that are null or their column's default.
  @inline(never)
  private static func encode(
    _ bytes: inout [UInt8], _ cells: inout [Int64], _ places: inout [Int], _ form: Form,
    _ first: Int, _ all: Span<Int64>, _ text: Span<UInt8>
  ) {
    var room = form.encoding.room
    for column in cells.indices {
      cells[column] = all[first + form.source[column]]
      if form.kinds[column] == .text { room += BoundRows.length(of: cells[column]) }
    }
    bytes.removeAll(keepingCapacity: true)
    bytes.append(contentsOf: repeatElement(0, count: room))
    let end = write(&bytes, cells, &places, form, text)
    bytes.removeLast(bytes.count - end)
  }

  /// Returns the position after the row.
  private static func write(
    _ bytes: inout [UInt8], _ cells: [Int64], _ places: inout [Int], _ form: Form,
    _ text: Span<UInt8>
  ) -> Int {
    let (heads, words) = (form.encoding.columns.span, form.encoding.words.span)
    var bytes = bytes.mutableSpan
    var end = 0
    for (column, cell) in cells.enumerated() {
      places[column] = -1
      let kind = form.kinds[column]
      if cell == BoundRows.null, kind != .integer { continue }
      if kind == .text {
        let value = text.extracting(BoundRows.range(of: cell))
        end = bytes.write(heads[column], .text, value, words, at: end)
        places[column] = end - value.count
      } else if cell != heads[column].defaultValue {
        end = bytes.write(heads[column], .integer, UInt64(bitPattern: cell), words, at: end)
        places[column] = end - 8
      }
    }
    return bytes.endRow(at: end)
  }
}
