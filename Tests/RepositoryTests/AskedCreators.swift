import LedgerCore
import LedgerTesting

extension AskedBook {
  /// A creator's shows in a market, and the part of what these sold in each currency.
  struct AskedCreator {
    let market: Market.Code
    let name: String
    let shows: Int
    /// Of these shows; `nil` if none has a count.
    let views: Double?
    let sold: [(currency: String, orders: Double, net: Double)]
  }

  /// The creators of all shows: equal parts of what a show sold, and all of its views.
  var creators: [AskedCreator] {
    [uk, germany].flatMap { market in
      let shows = shows.filter { $0.market == market }
      return Set(shows.flatMap { $0.creators.map(\.name) }).map { name in
        let own = shows.filter { show in show.creators.contains { $0.name == name } }
        let views = own.compactMap { latest(.views, of: $0) }
        let currencies = Set(
          sales.filter { sale in own.contains { $0.key == sale.event } }
            .map(\.amount.currency.code))
        return AskedCreator(
          market: market, name: name, shows: own.count,
          views: views.isEmpty ? nil : Double(views.reduce(0, +)),
          sold: currencies.map { currency in
            let parts = own.map { show in
              let sold = sales.filter {
                $0.event == show.key && $0.amount.currency.code == currency
              }
              let count = Double(show.creators.count)
              return (orders: orders(sold) / count, net: net(sold) / count)
            }
            return (
              currency, parts.reduce(0) { $0 + $1.orders }, parts.reduce(0) { $0 + $1.net }
            )
          })
      }
    }
  }
}
