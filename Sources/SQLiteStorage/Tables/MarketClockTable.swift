/// The `market_clock` table: how the clocks of the markets are set.
///
/// The views read it; reports ask the time zone database of the system.
struct MarketClockTable: Table {
  static let name = "market_clock"
  static let columns: [Column] = [
    .text("market"), .integer("set_at"), .integer("offset_seconds", nullable: true),
  ]
  static let key = ["market", "set_at"]
  static let statements: [String] = []
}
