/// The `market_clock` table: when the clocks of the markets are set, and to which offset.
///
/// The views read it; reports use the system's time zone database.
struct MarketClockTable: Table {
  static let name = "market_clock"
  static let columns: [Column] = [
    .text("market"), .integer("set_at", "start of the offset"),
    .integer(
      "offset_seconds", "offset from UTC; negative: behind UTC; null: not known", nullable: true),
  ]
  static let key = ["market", "set_at"]
}
