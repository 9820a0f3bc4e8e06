import LedgerCore

/// What an order says of its parts, by going through all sales.
extension Model {
  /// The model with cancellations and refunds that name no event credited as their order's sales.
  func followed() -> Model {
    var model = self
    model.sales = sales.map { movement in
      guard mayFollow(movement), let event = settled(movement) ?? nil else { return movement }
      return movement.with(movement.sale.credited(to: event))
    }
    return model
  }

  /// Cancellations and refunds of a market whose event cannot be told, once others are credited.
  func unsettled(in market: Market.Code) -> [Movement] {
    let own = sales.filter { $0.market == market }
    guard own.contains(where: { $0.sale.event != nil }) else { return [] }
    return own.filter { mayFollow($0) && settled($0) == nil }
  }

  /// Whether a movement is such a cancellation or refund; one of nothing is not.
  func mayFollow(_ movement: Movement) -> Bool {
    let sale = movement.sale
    return sale.event == nil && [.cancellation, .refund].contains(sale.key.kind)
      && (sale.quantity != 0 || sale.isQuantityUnknown || sale.amount.micros != 0)
  }

  /// The event of its line, else of its whole order, or that there is none; `nil` if that is open.
  func settled(_ movement: Movement) -> EventKey?? {
    let sold = sold(of: movement)
    if let line = sold.first(where: { $0.key.line == movement.sale.key.line }) {
      return .some(line.event)
    }
    let events = Set(sold.map { $0.event?.description ?? "" })
    return events.count == 1 ? .some(sold[0].event) : nil
  }

  /// The sales of the order of a movement in its market.
  func sold(of movement: Movement) -> [Sale] { soldMovements(of: movement).map(\.sale) }

  func soldMovements(of movement: Movement) -> [Movement] {
    sales.filter {
      $0.market == movement.market && Self.isSameOrder($0.sale, movement.sale)
        && $0.sale.key.kind == .sale
    }
  }

  /// The model with the channel that sold each movement, as far as it is known.
  func labelled() -> Model {
    var model = self
    model.sales = sales.map { movement in
      var labelled = movement
      if movement.channel == nil, movement.sale.event != nil { labelled.channel = .live }
      return labelled
    }
    let stated = model
    model.sales = model.sales.map { movement in
      var labelled = movement
      let channels = Set(stated.soldMovements(of: movement).map { $0.channel?.rawValue ?? "" })
      if movement.channel == nil, channels.count == 1, let name = channels.first {
        labelled.channel = Channel(rawValue: name)
      }
      return labelled
    }
    return model
  }

  /// The orders of a market with several events, counting none as one, or currencies.
  func splitOrders(in market: Market.Code) -> [[Sale]] {
    var orders: [[Sale]] = []
    for movement in sales where movement.market == market && movement.sale.key.kind == .sale {
      let lines = sold(of: movement).sorted { ($0.at, $0.key.line) < ($1.at, $1.key.line) }
      guard lines.first?.key == movement.sale.key,
        Set(lines.map { "\($0.event?.description ?? "") \($0.amount.currency.code)" }).count > 1
      else { continue }
      orders.append(lines)
    }
    return orders
  }
}

extension SplitOrder {
  /// `channels`: the model whose channels stand in place of products; `nil` for products.
  init(_ sales: [Sale], channels: Model?) {
    self.init(
      lines: sales.map { sale in
        let channel = channels?.sales.first { $0.sale.key == sale.key }?.channel
        return Line(
          event: sale.event, product: channels == nil ? sale.product : channel?.rawValue,
          currency: sale.amount.currency, at: sale.at,
          isPaid: sale.amount.micros > 0)
      })
  }
}

extension Sale {
  func credited(to event: EventKey) -> Sale {
    let sale = try? Sale(
      source: key.source, order: key.order, line: key.line, kind: key.kind, product: product,
      quantity: isQuantityUnknown ? nil : quantity, amount: amount, at: at, notBefore: notBefore,
      observedAt: observedAt, event: event, market: market)
    return sale ?? self
  }
}
