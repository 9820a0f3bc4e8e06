/// The values of a row, in memory that the next row uses again.
///
/// Most answers are long, and written out as they come: no value is a `String` on its way.
public struct RowBuffer: Sendable {
  /// The type of a value.
  public enum ValueType: Sendable { case null, integer, real, text, blob }

  private struct Cell {
    let type: ValueType
    /// The integer; the bits of the real; where the bytes begin.
    let value: Int64
    let length: Int
  }

  /// The most bytes of texts and blobs that a row may have.
  public static let limit = 16_000_000

  private var cells: [Cell] = []
  private(set) var bytes: [UInt8] = []

  /// Makes an empty row.
  public init() {}

  /// How many values there are.
  public var count: Int { cells.count }

  /// How many bytes the texts and blobs have.
  public var size: Int { bytes.count }

  /// Forgets all values, and keeps the memory.
  public mutating func removeAll() {
    cells.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Adds a null.
  public mutating func appendNull() { cells.append(Cell(type: .null, value: 0, length: 0)) }

  /// Adds an integer.
  public mutating func append(_ integer: Int64) {
    cells.append(Cell(type: .integer, value: integer, length: 0))
  }

  /// Adds a floating-point number.
  public mutating func append(_ real: Double) {
    cells.append(Cell(type: .real, value: Int64(bitPattern: real.bitPattern), length: 0))
  }

  /// Adds a text.
  public mutating func append(_ text: String) {
    cells.append(Cell(type: .text, value: Int64(bytes.count), length: text.utf8.count))
    bytes += text.utf8
  }

  /// Adds bytes.
  public mutating func append(blob: some Collection<UInt8>) {
    cells.append(Cell(type: .blob, value: Int64(bytes.count), length: blob.count))
    bytes += blob
  }

  /// Adds a text of these bytes, if they are UTF-8.
  mutating func append(text: some Collection<UInt8>) -> Bool {
    var bits: UInt8 = 0
    for byte in text { bits |= byte }
    if bits >= 0x80, String(validating: text, as: UTF8.self) == nil { return false }
    cells.append(Cell(type: .text, value: Int64(bytes.count), length: text.count))
    bytes += text
    return true
  }

  /// The type of the value in a column.
  public func type(_ column: Int) -> ValueType { cells[column].type }

  /// The integer in a column; of another type, no meaningful number.
  public func integer(_ column: Int) -> Int64 { cells[column].value }

  /// The real in a column; of another type, no meaningful number.
  public func real(_ column: Int) -> Double {
    Double(bitPattern: UInt64(bitPattern: cells[column].value))
  }

  /// The bytes of the text or blob in a column; none of another type.
  public func bytes(_ column: Int) -> ArraySlice<UInt8> {
    let cell = cells[column]
    guard cell.type == .text || cell.type == .blob else { return [] }
    let start = Int(cell.value)
    return bytes[start..<start + cell.length]
  }
}
