import LedgerCore
import Rows

/// How the rows of a table stand in digests of recipe 2, as specified in docs/digest.md.
struct RowForm {
  /// The column that the rows of a group have in common, which they leave out.
  let group: Int?
  /// The columns that stand in a row, by their positions in the table.
  let columns: [Int]
  /// The columns that a group is sorted by; the rows of a table without groups are sorted by bytes.
  let order: [Int]
  /// The roles of all columns of the table.
  let roles: [Column.Role]
  let encoding: RowEncoding

  /// `fields`: the columns as a book has them, perhaps of another version of the program.
  init(
    _ table: (any Table.Type)?, fields: [(name: String, defaultValue: Int64?)], key: [String]
  ) {
    let known = table?.columns ?? []
    let roles = fields.map { field in
      known.first { $0.name == field.name }?.role ?? (field.name == "entry" ? .entry : .value)
    }
    func position(_ name: String) -> Int? { fields.firstIndex { $0.name == name } }
    let group = key.first.flatMap(position).flatMap { place in
      roles[place] == .event || roles[place] == .source ? place : nil
    }
    let columns = fields.indices.filter { place in
      place != group && roles[place] != .entry && roles[place] != .id
    }
    self.roles = roles
    self.group = group
    self.columns = columns
    order = key.compactMap(position).filter { $0 != group && roles[$0] != .entry }
    encoding = RowEncoding(columns.map { fields[$0] })
  }

  /// The form of a table of this program; making one takes as long as digesting some rows.
  init(_ table: any Table.Type) {
    self.init(
      table, fields: table.columns.map { ($0.name, $0.defaultValue) }, key: table.key)
  }

  /// Copies what stands in a row, with the names of what it refers to.
  func copy(_ row: RowBuffer, into named: inout RowBuffer, _ names: RowNames) {
    named.removeAll()
    for column in columns {
      switch row.type(column) {
      case .null: named.appendNull()
      case .integer:
        if let name = names.name(row.integer(column), as: roles[column]) {
          named.append(name, as: .text)
        } else {
          named.append(row.integer(column))
        }
      case .text: named.append(row.bytes(column), as: .text)
      case .blob: named.append(row.bytes(column), as: .blob)
      case .real: named.append(row.real(column))
      }
    }
  }
}

/// The names by which digests of recipe 2 call what a row refers to by a number.
struct RowNames: Sendable {
  private(set) var events: [Int64: [UInt8]] = [:]
  var sources: [Int64: [UInt8]] = [:]

  /// The name for a number in a column; `nil` if the number stands for itself, or for nothing.
  func name(_ number: Int64, as role: Column.Role) -> [UInt8]? {
    switch role {
    case .event: events[number]
    case .source: sources[number]
    case .value, .entry, .id, .words: nil
    }
  }

  /// Adds an event by its key, and by how many events of the book had that key before.
  mutating func add(_ event: Int64, key: String, generation: Int64) {
    events[event] = Array(key.utf8) + (generation == 0 ? [] : [0] + Array("\(generation)".utf8))
  }
}

/// The rows of an entry that refer to the same event or source.
struct DigestGroup {
  let name: [UInt8]
  let rows: Int64
  let sha256: [UInt8]

  /// The part of an entry that groups make together.
  static func part(
    _ groups: [DigestGroup], of table: String
  ) throws(StorageError) -> EntryDigest.Part {
    var bytes: [UInt8] = []
    for group in groups.sorted(by: { $0.name.lexicographicallyPrecedes($1.name) }) {
      let length = UInt64(group.name.count)
      for byte in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: length >> UInt64(56 - 8 * byte))) }
      bytes += group.name + group.sha256
    }
    return EntryDigest.Part(
      table: table, rows: groups.reduce(0) { $0 + $1.rows }, sha256: try BookStorage.sha256(bytes))
  }
}
