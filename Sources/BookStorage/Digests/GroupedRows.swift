import Rows

/// The rows of an entry in one table, in any order, until their digest is made.
struct GroupedRows {
  private let form: RowForm
  private let names: RowNames
  /// The rows of each group, by its name, with the values that they are sorted by.
  private var groups: [[UInt8]: [(key: [SortValue], bytes: [UInt8])]] = [:]
  private var named = RowBuffer()

  /// A value by which the rows of a group are sorted.
  private enum SortValue: Comparable {
    case none
    case integer(Int64)
    case text([UInt8])

    static func < (left: SortValue, right: SortValue) -> Bool {
      switch (left, right) {
      case (.integer(let one), .integer(let other)): one < other
      case (.text(let one), .text(let other)): one.lexicographicallyPrecedes(other)
      default: false
      }
    }
  }

  init(_ form: RowForm, _ names: RowNames) {
    self.form = form
    self.names = names
  }

  /// Adds a row with the values of all columns of the table.
  mutating func add(_ row: RowBuffer) {
    var name: [UInt8] = []
    var key: [SortValue] = []
    if let group = form.group {
      name = names.name(row.integer(group), as: form.roles[group]) ?? []
      key = form.order.map { column in
        switch row.type(column) {
        case .integer: .integer(row.integer(column))
        case .text: .text(Array(row.bytes(column)))
        default: .none
        }
      }
    }
    form.copy(row, into: &named, names)
    var writer = RowWriter()
    form.encoding.append(named, to: &writer)
    groups[name, default: []].append((key, Array(writer.written)))
  }

  /// The part of the entry that the rows make.
  func finish(of table: String) throws(StorageError) -> EntryDigest.Part {
    var digests: [DigestGroup] = []
    for (name, rows) in groups {
      let sorted = rows.sorted { left, right in
        if form.group == nil { return left.bytes.lexicographicallyPrecedes(right.bytes) }
        return left.key.lexicographicallyPrecedes(right.key)
      }
      digests.append(
        DigestGroup(
          name: name, rows: Int64(rows.count), sha256: try PartDigest.rows(sorted.map(\.bytes))))
    }
    return try DigestGroup.part(digests, of: table)
  }
}
