/// What a reader found where a row should be.
package enum TabularRow: Equatable, Sendable {
  /// A row with a field for each name of the header.
  case record

  /// A row that cannot be used, and why; the next one can be read.
  case malformed(String)

  /// No row yet: the input has paused, see ``ByteSource/pauses(after:stoppedBy:)``.
  case pause
}
