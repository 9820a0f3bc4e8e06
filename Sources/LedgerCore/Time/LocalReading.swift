/// What a reading of a zone's clock can mean.
///
/// Instants are seconds since 1970 UTC; offsets are seconds.
enum LocalReading: Equatable {
  /// The clock showed it once.
  case once(offset: Int)
  /// The clock showed it, was set back, and showed it again.
  case repeated(earlier: Int, later: Int)
  /// The clock was set forward past it, at the instant `change`.
  case skipped(change: Int64, before: Int, after: Int)
}
