/// What a reader found in the place of a row.
public enum TabularRow: Equatable, Sendable {
  /// A row with a field for each name of the header.
  case record

  /// A row that cannot be used, and why; the one after it can be read.
  case malformed(String)

  /// No row yet: the source has paused, see ``ByteSource/pauses(after:stoppedBy:)``.
  case pause
}
