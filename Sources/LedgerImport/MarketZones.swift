package import LedgerCore
import Synchronization

/// The zones of markets, for local times that a file says no zone of: those that are set, else
/// those of countries in which nearly everyone lives by one clock.
///
/// Rows are read on a thread of their own, so what was used is behind a lock; most times have a
/// zone and never get here.
package final class MarketZones: Sendable {
  /// Why a market's times are read in a zone.
  package enum Basis: Equatable, Sendable {
    case set(SettingRecord)
    case principal(String)
  }

  private struct State {
    var events: [EventKey: Market.Code] = [:]
    var zones: [Market.Code: TimeZone] = [:]
  }

  private let bases: [Market.Code: Basis]
  private let lookup: @Sendable (Market.Code, Basis) -> TimeZone?
  private let state = Mutex(State())

  /// Makes a lookup; `lookup` finds the zone of a basis, once for each market.
  package init(
    _ bases: [Market.Code: Basis],
    lookup: @escaping @Sendable (Market.Code, Basis) -> TimeZone?
  ) {
    self.bases = bases
    self.lookup = lookup
  }

  /// The markets in whose zones times were read, and why in these.
  package var used: [(market: Market.Code, basis: Basis)] {
    state.withLock { state in
      state.zones.keys.sorted().compactMap { market in bases[market].map { (market, $0) } }
    }
  }

  /// Learns of which markets events are.
  func learn(_ events: [Event]) {
    state.withLock { state in
      for event in events { state.events[event.key] = event.market }
    }
  }

  /// The zone of a market, which is used from now on.
  func zone(of market: Market.Code?) -> TimeZone? {
    guard let market, let basis = bases[market] else { return nil }
    return state.withLock { state in
      if let known = state.zones[market] { return known }
      let zone = lookup(market, basis)
      state.zones[market] = zone
      return zone
    }
  }

  /// The zone of an event's market, which is used from now on.
  func zone(of event: EventKey?) -> TimeZone? {
    guard let event else { return nil }
    return zone(of: state.withLock { $0.events[event] })
  }
}
