/// A storage that keeps time zones, so that its reports and its SQL know the same local times.
public protocol KeepsZones {
  /// The release of the tz database that it keeps, such as `2025b`; `nil` if it keeps none.
  ///
  /// - Throws: ``LedgerError``
  func zoneRelease() throws(LedgerError) -> String?

  /// From which second since 1970 on a zone's clock was so many seconds ahead of UTC, in the years
  /// 2010 to 2037; empty for a name that it does not keep.
  ///
  /// - Throws: ``LedgerError``
  func clockChanges(of zone: String) throws(LedgerError) -> [(second: Int64, offset: Int)]
}
