/// A file of rows under a header, read from its beginning to its end, whatever its format.
///
/// The row in hand is lent: it lasts until the next one is asked for.
public protocol RecordReader: ~Copyable {
  /// The names of the columns, as they stand in the file.
  var header: [String] { get }

  /// Goes to the next row; nil at the end.
  ///
  /// A row that has come only in part when the source pauses is given whole, later.
  /// - Throws: `TabularError` if the rest cannot be read; the same error again if called again.
  mutating func next() throws(TabularError) -> TabularRow?

  /// The line on which the row began, counted from 1; in a sheet, the number of its row.
  var line: Int { get }

  /// The number of fields found in the row.
  var fieldCount: Int { get }

  /// Lends the bytes of a field, which are UTF-8.
  ///
  /// Only of a `record`, and for an index below the number of columns.
  func withField<Result, Failure>(
    _ index: Int, _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result

  /// The text of a field.
  ///
  /// Only of a `record`, and for an index below the number of columns.
  func text(_ index: Int) -> String

  /// What the file knows of a field besides its text.
  ///
  /// Only of a `record`, and for an index below the number of columns.
  func type(_ index: Int) -> FieldType

  /// Whether a field looks like a number of which digits were lost, see ``looksRounded(_:)``.
  ///
  /// Only of a `record`, and for an index below the number of columns.
  func isRounded(_ index: Int) -> Bool

  /// The row as it stands in the file, or as CSV where it does not stand there as text.
  var rawRecord: [UInt8] { get }

  /// Adds the row as it stands in the file.
  func appendRawRecord(to bytes: inout [UInt8])

  /// How many bytes the row has, but for separators that do not stand in the file.
  var rawLength: Int { get }

  /// Columns that rows have had so far and the header has not, from which nothing is read.
  var laterColumns: [String] { get }

  /// How many bytes of the file have been read so far, compressed if they are.
  var bytesRead: Int { get }
}

extension RecordReader where Self: ~Copyable {
  /// Text, where a file has nothing else.
  @inlinable
  public func type(_ index: Int) -> FieldType { .text }

  /// Whether the text of a field looks like a number of which digits were lost.
  @inlinable
  public func isRounded(_ index: Int) -> Bool {
    withField(index) { bytes in looksRounded(bytes) }
  }

  /// Adds ``rawRecord``.
  public func appendRawRecord(to bytes: inout [UInt8]) { bytes += rawRecord }

  /// None, where a row cannot have more columns than the header.
  public var laterColumns: [String] { [] }
}
