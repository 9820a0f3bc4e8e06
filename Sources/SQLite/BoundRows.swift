/// Rows in memory that a statement selects from, as from a table.
///
/// The statement names the table `bound`, and its columns `c0`, `c1` and so on. One statement that
/// takes all of its rows from here is several times as fast as one that is run for each row.
public struct BoundRows: Sendable {
  /// What the cells of a column are.
  @frozen public enum Column: Sendable {
    /// An integer.
    case integer
    /// An integer, or null: see ``BoundRows/null``.
    case optionalInteger
    /// A text, or null: see ``BoundRows/cell(of:)``.
    case text
  }

  /// The cell that is null, in columns that can be.
  @inlinable public static var null: Int64 { .min }

  /// The columns.
  public let columns: [Column]
  /// Row by row; the cell of a text is where it begins in the text, and its length in 20 bits.
  public var cells: [Int64] { storage }
  /// The text; never empty, so that there is an address for an empty part of it.
  public private(set) var bytes: [UInt8] = [0]
  @usableFromInline var storage: [Int64] = []

  /// The most columns that there can be.
  static let columnLimit = 16
  @usableFromInline static var lengthBits: Int64 { 20 }

  /// Makes no rows of such columns, of which there are at most 16, and of parts of a text.
  public init(_ columns: [Column], text: [UInt8] = []) {
    self.columns = columns
    if !text.isEmpty { bytes = text }
  }

  /// How many rows there are.
  public var count: Int { columns.isEmpty ? 0 : storage.count / columns.count }

  /// Makes room.
  public mutating func reserveCapacity(_ rows: Int) {
    storage.reserveCapacity(rows * columns.count)
  }

  /// Adds the next cell; a row is there when it has as many as there are columns.
  @inlinable public mutating func append(_ cell: Int64) { storage.append(cell) }

  /// Adds the cells of the next row, of which there may be no more than columns.
  @inlinable
  public mutating func appendRow(_ fill: (inout OutputSpan<Int64>) -> Void) {
    storage.append(addingCapacity: columns.count, initializingWith: fill)
  }

  /// The cell for a part of the text, of less than 1 MiB.
  @inlinable
  public static func cell(of range: Range<Int>) -> Int64 {
    guard range.count < 1 << lengthBits else { return null }
    return Int64(range.lowerBound) << lengthBits | Int64(range.count)
  }

  /// The part of the text that a cell stands for, which is not null.
  @inlinable
  public static func range(of cell: Int64) -> Range<Int> {
    let start = Int(cell >> lengthBits)
    return start..<start + length(of: cell)
  }

  /// The length of the part of the text that a cell stands for; 0 for null.
  @inlinable
  public static func length(of cell: Int64) -> Int { Int(cell & (1 << lengthBits - 1)) }

  /// Adds to the text, and returns the cell for what was added.
  public mutating func cell(_ text: String) -> Int64 {
    let start = bytes.count
    bytes += text.utf8
    return Self.cell(of: start..<bytes.count)
  }

  /// The cell in a row and column.
  public func cell(_ row: Int, _ column: Int) -> Int64 { storage[row * columns.count + column] }

  /// Drops the rows after the first so many.
  public mutating func keep(_ rows: Int) {
    let count = rows * columns.count
    if count < storage.count { storage.removeLast(storage.count - count) }
  }
}
