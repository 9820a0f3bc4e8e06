/// An instant at which a zone's clock was set forward or back.
struct OffsetChange: Hashable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z.
  var instant: Int64
  /// Seconds east of UTC from then on.
  var offset: Int
}
