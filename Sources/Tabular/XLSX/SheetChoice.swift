/// Which sheet of a workbook to read.
public enum SheetChoice {
  /// The first one that is not hidden.
  case first

  /// The one of this name, hidden or not; capitals count.
  case named(String)

  /// The first one that has a header for which this is true: in the row that ``HeaderRow`` says.
  case matching(([String]) -> Bool)
}
