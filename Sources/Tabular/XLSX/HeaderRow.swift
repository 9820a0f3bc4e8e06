/// Which row of a sheet is the header.
package enum HeaderRow {
  /// The first row that has any text.
  case first

  /// The row with this number, counted from 1.
  case number(Int)

  /// The first row for which this is true, among the first 20 rows that have any text.
  ///
  /// Some exports begin with a title.
  case matching(([String]) -> Bool)

  /// How many rows are searched for a header.
  static let searchLimit = 20
}
