package import LedgerCore
import Synchronization

/// The zones of markets, for local times that a file says no zone of.
///
/// Rows are read on a thread of their own, so what was used is behind a lock; most times have a
/// zone and never get here.
package final class MarketZones: Sendable {
  private let zones: [Market.Code: (zone: TimeZone, setting: SettingRecord)]
  private let markets: [EventKey: Market.Code]
  private let usedMarkets = Mutex<Set<Market.Code>>([])

  /// Makes a lookup; `markets`: those of the events that the book has.
  package init(
    _ zones: [Market.Code: (zone: TimeZone, setting: SettingRecord)],
    markets: [EventKey: Market.Code]
  ) {
    self.zones = zones
    self.markets = markets
  }

  /// The settings whose zones times were read in, by market.
  package var used: [SettingRecord] {
    usedMarkets.withLock { $0 }.sorted().compactMap { zones[$0]?.setting }
  }

  /// The zone of a market, which is used from now on.
  func zone(of market: Market.Code?) -> TimeZone? {
    guard let market, let zone = zones[market]?.zone else { return nil }
    usedMarkets.withLock { _ = $0.insert(market) }
    return zone
  }

  /// The zone of an event's market, which is used from now on.
  func zone(of event: EventKey?) -> TimeZone? {
    guard let event else { return nil }
    return zone(of: markets[event])
  }
}
