/// Rows in memory that a statement selects from like a table.
///
/// The statement calls the table `bound` and its columns `c0`, `c1` and so on. One statement that
/// reads all of its rows from here is several times as fast as a statement that runs once per row.
public struct BoundRows: Sendable {
  /// What the cells of a column hold.
  @frozen public enum Column: Sendable {
    /// An integer.
    case integer
    /// An integer, or null: see ``BoundRows/null``.
    case optionalInteger
    /// Text, or null: see ``BoundRows/cell(of:)``.
    case text
  }

  /// The cell that stands for null, in columns that allow it.
  @inlinable public static var null: Int64 { .min }

  /// The columns.
  public let columns: [Column]
  /// The cells, row by row; a text cell packs an offset into `bytes` and a 20-bit length.
  public var cells: [Int64] { storage }
  /// The text; never empty, so that even an empty part of it has an address.
  public private(set) var bytes: [UInt8] = [0]
  @usableFromInline var storage: [Int64] = []

  /// The maximum number of columns.
  public static let columnLimit = 24
  /// How many bits of a text cell hold its length.
  @inlinable public static var lengthBits: Int64 { 20 }

  /// Makes an empty set of rows with these columns, at most 24, and the text of their cells.
  public init(_ columns: [Column], text: [UInt8] = []) {
    self.columns = columns
    if !text.isEmpty { bytes = text }
  }

  /// How many rows there are.
  public var count: Int { columns.isEmpty ? 0 : storage.count / columns.count }

  /// Reserves memory for this many rows.
  public mutating func reserveCapacity(_ rows: Int) {
    storage.reserveCapacity(rows * columns.count)
  }

  /// Adds the next cell; a row is complete once it has a cell for each column.
  @inlinable public mutating func append(_ cell: Int64) { storage.append(cell) }

  /// Adds the cells of the next row, at most one for each column.
  @inlinable
  public mutating func appendRow(_ fill: (inout OutputSpan<Int64>) -> Void) {
    storage.append(addingCapacity: columns.count, initializingWith: fill)
  }

  /// The cell for a part of the text; null for a part of 1 MiB or more.
  @inlinable
  public static func cell(of range: Range<Int>) -> Int64 {
    guard range.count < 1 << lengthBits else { return null }
    return Int64(range.lowerBound) << lengthBits | Int64(range.count)
  }

  /// The part of the text that a cell refers to; the cell must not be null.
  @inlinable
  public static func range(of cell: Int64) -> Range<Int> {
    let start = Int(cell >> lengthBits)
    return start..<start + length(of: cell)
  }

  /// The length of the part of the text that a cell refers to; 0 for null.
  @inlinable
  public static func length(of cell: Int64) -> Int { Int(cell & (1 << lengthBits - 1)) }

  /// Appends to the text and returns the cell for the new part.
  public mutating func cell(_ text: String) -> Int64 {
    let start = bytes.count
    bytes += text.utf8
    return Self.cell(of: start..<bytes.count)
  }

  /// The cell in a row and column.
  public func cell(_ row: Int, _ column: Int) -> Int64 { storage[row * columns.count + column] }

  /// Keeps the first `rows` rows and drops the others.
  public mutating func keep(_ rows: Int) {
    let count = rows * columns.count
    if count < storage.count { storage.removeLast(storage.count - count) }
  }
}
