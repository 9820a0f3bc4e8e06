/// The zone of a country whose clocks differ: the one in which most of its people live.
public struct PrincipalZone: Hashable, Sendable {
  /// Its name in the tz database.
  public let name: String
  /// Whether so many people live by other clocks that it is only assumed: more than one in ten.
  public let isAssumed: Bool

  /// Makes a zone as the reference table gives it.
  public init(name: String, isAssumed: Bool) {
    self.name = name
    self.isAssumed = isAssumed
  }

  /// The zones of the countries for which the table of markets has none, by market code.
  ///
  /// Shares of the population by the latest census of each country. Clocks that differed only in
  /// the past (Argentina, Cyprus) count as one; where nobody lives, UTC is assumed.
  package static let all: [(market: String, zone: PrincipalZone)] =
    [
      ("AR", "America/Argentina/Buenos_Aires"), ("CL", "America/Santiago"),
      ("CN", "Asia/Shanghai"), ("CY", "Asia/Nicosia"), ("EC", "America/Guayaquil"),
      ("ES", "Europe/Madrid"), ("GL", "America/Nuuk"), ("KI", "Pacific/Tarawa"),
      ("MN", "Asia/Ulaanbaatar"), ("NZ", "Pacific/Auckland"), ("PF", "Pacific/Tahiti"),
      ("PG", "Pacific/Port_Moresby"), ("PS", "Asia/Hebron"), ("PT", "Europe/Lisbon"),
      ("UA", "Europe/Kyiv"),
    ].map { ($0, PrincipalZone(name: $1, isAssumed: false)) }
    + [
      ("AQ", "Antarctica/McMurdo"), ("AU", "Australia/Sydney"), ("BR", "America/Sao_Paulo"),
      ("BV", "UTC"), ("CA", "America/Toronto"), ("CD", "Africa/Kinshasa"),
      ("FM", "Pacific/Chuuk"), ("HM", "UTC"), ("ID", "Asia/Jakarta"), ("KZ", "Asia/Almaty"),
      ("MX", "America/Mexico_City"), ("RU", "Europe/Moscow"), ("UM", "Pacific/Wake"),
      ("US", "America/New_York"),
    ].map { ($0, PrincipalZone(name: $1, isAssumed: true)) }
}
