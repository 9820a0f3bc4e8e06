/// A file of rows under a header, read from its beginning to its end, whatever its format.
///
/// The current row is lent: it is valid until the next one is requested.
public protocol RecordReader: ~Copyable {
  /// The names of the columns, as they are in the file.
  var header: [String] { get }

  /// Goes to the next row; nil at the end.
  ///
  /// A row that is incomplete when the input pauses is returned whole, later.
  /// - Throws: `TabularError` if the rest cannot be read; later calls throw the same error.
  mutating func next() throws(TabularError) -> TabularRow?

  /// The line on which the row begins, counted from 1; in a sheet, the number of the row.
  var line: Int { get }

  /// The number of fields found in the row.
  var fieldCount: Int { get }

  /// Lends the bytes of a field, which are UTF-8.
  ///
  /// Only for a `record`, and for an index below the number of columns.
  func withField<Result, Failure>(
    _ index: Int, _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result

  /// The text of a field.
  ///
  /// Only for a `record`, and for an index below the number of columns.
  func text(_ index: Int) -> String

  /// Whether a malformed row only has fewer fields than the header; those can be read.
  var isShort: Bool { get }

  /// Whether an empty row stands right before the row.
  var followsBlankRow: Bool { get }

  /// What the file states about a field besides its text.
  ///
  /// Only for a `record`, and for an index below the number of columns.
  func type(_ index: Int) -> FieldType

  /// Whether a field looks like a number that lost digits, see ``looksRounded(_:)``.
  ///
  /// Only for a `record`, and for an index below the number of columns.
  func isRounded(_ index: Int) -> Bool

  /// The row as it is in the file, or as CSV if the file does not hold it as text.
  var rawRecord: [UInt8] { get }

  /// Appends the row as it is in the file.
  func appendRawRecord(to bytes: inout [UInt8])

  /// How many bytes the row has, without separators that are not in the file.
  var rawLength: Int { get }

  /// Columns that rows have had so far and the header lacks; they are not read.
  var laterColumns: [String] { get }

  /// How many lines after the first began with a byte order mark, which was dropped.
  var strayMarks: Int { get }

  /// How many bytes of the file have been read so far, before decompression.
  var bytesRead: Int { get }
}

extension RecordReader where Self: ~Copyable {
  /// Text, for a file that states nothing else.
  @inlinable
  public func type(_ index: Int) -> FieldType { .text }

  /// Whether the text of a field looks like a number that lost digits.
  @inlinable
  public func isRounded(_ index: Int) -> Bool {
    withField(index) { bytes in looksRounded(bytes) }
  }

  /// False, for a format in which a missing field is an empty one.
  public var isShort: Bool { false }

  /// False, for a format that has no rows without fields.
  public var followsBlankRow: Bool { false }

  /// Appends ``rawRecord``.
  public func appendRawRecord(to bytes: inout [UInt8]) { bytes += rawRecord }

  /// None, for a format in which a row cannot have more columns than the header.
  public var laterColumns: [String] { [] }

  /// None.
  public var strayMarks: Int { 0 }
}
