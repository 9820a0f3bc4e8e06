/// In which row of a sheet the header stands.
public enum HeaderRow {
  /// In the first one that has any text.
  case first

  /// In the row of this number, counted from 1.
  case number(Int)

  /// In the first one of which this is true, among the first 20 rows that have any text: some
  /// exports begin with a title.
  case matching(([String]) -> Bool)

  /// How many rows are looked at for a header.
  static let searchLimit = 20
}
