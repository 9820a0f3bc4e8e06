/// The values of a row, in memory that the next row reuses.
///
/// Most answers are long and are written out as they arrive, so no value becomes a `String` on the
/// way.
public struct RowBuffer: Sendable {
  /// The type of a value.
  @frozen public enum ValueType: Sendable { case null, integer, real, text, blob }

  @usableFromInline struct Cell: Sendable {
    @usableFromInline let type: ValueType
    /// The integer, the bits of the real, or the offset of the bytes.
    @usableFromInline let value: Int64
    @usableFromInline let length: Int

    @inlinable init(type: ValueType, value: Int64, length: Int) {
      (self.type, self.value, self.length) = (type, value, length)
    }
  }

  /// The most bytes of text and blobs that a row may have.
  public static let limit = 16_000_000

  @usableFromInline var cells: [Cell] = []
  /// The bytes of all texts and blobs.
  public private(set) var bytes: [UInt8] = []

  /// Makes an empty row.
  public init() {}

  /// How many values there are.
  @inlinable public var count: Int { cells.count }

  /// How many bytes the texts and blobs take.
  public var size: Int { bytes.count }

  /// Removes all values but keeps the memory.
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
  public mutating func append(blob: some Collection<UInt8>) { append(blob, as: .blob) }

  /// Adds a value.
  public mutating func append(_ value: Value) {
    switch value {
    case .null: appendNull()
    case .integer(let integer): append(integer)
    case .real(let real): append(real)
    case .text(let text): append(text)
    case .blob(let bytes): append(blob: bytes)
    }
  }

  /// Adds these bytes as a text or blob, unchecked.
  public mutating func append(_ bytes: some Collection<UInt8>, as type: ValueType) {
    cells.append(Cell(type: type, value: Int64(self.bytes.count), length: bytes.count))
    self.bytes += bytes
  }

  /// Adds these bytes as text if they are UTF-8; returns whether they are.
  public mutating func append(text: some Collection<UInt8>) -> Bool {
    var bits: UInt8 = 0
    for byte in text { bits |= byte }
    if bits >= 0x80, String(validating: text, as: UTF8.self) == nil { return false }
    append(text, as: .text)
    return true
  }

  /// The type of the value in a column.
  @inlinable public func type(_ column: Int) -> ValueType { cells[column].type }

  /// The integer in a column; meaningless for another type.
  @inlinable public func integer(_ column: Int) -> Int64 { cells[column].value }

  /// The real in a column; meaningless for another type.
  public func real(_ column: Int) -> Double {
    Double(bitPattern: UInt64(bitPattern: cells[column].value))
  }

  /// The bytes of the text or blob in a column; empty for another type.
  public func bytes(_ column: Int) -> ArraySlice<UInt8> { bytes[range(column)] }

  /// The range in `bytes` of the text or blob in a column; empty for another type.
  @inlinable public func range(_ column: Int) -> Range<Int> {
    let cell = cells[column]
    guard cell.type == .text || cell.type == .blob else { return 0..<0 }
    let start = Int(cell.value)
    return start..<start + cell.length
  }
}
