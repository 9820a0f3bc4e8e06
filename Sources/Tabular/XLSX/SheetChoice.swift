/// Which sheet of a workbook to read.
package enum SheetChoice {
  /// The first sheet that is not hidden.
  case first

  /// The sheet with this name, hidden or not; case matters.
  case named(String)

  /// The first sheet with a header for which this is true, in the row given by ``HeaderRow``.
  case matching(([String]) -> Bool)
}
