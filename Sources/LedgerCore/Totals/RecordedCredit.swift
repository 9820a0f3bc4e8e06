/// The event that a cancellation or refund without one belongs to, by the sales of its order.
package enum RecordedCredit: Equatable {
  /// That of its line's sale, else of all sales of its order; `nil` if they name none either.
  case settled(event: Int64?)
  /// Its line is not sold, and the sales of its order are of several events, or not recorded.
  case unsettled

  /// Judges a movement by the movements of its order.
  private init(of movement: Movement, in order: [Movement]) {
    let sold = order.filter { $0.kind == .sale && $0.market == movement.market }
    let line = sold.first { $0.line == movement.line }
    if let line {
      self = .settled(event: line.event)
    } else if let first = sold.first, sold.allSatisfy({ $0.event == first.event }) {
      self = .settled(event: first.event)
    } else {
      self = .unsettled
    }
  }

  /// Credits the cancellations and refunds of an order that name no event as its sales are.
  package static func follow(_ order: [Movement]) -> [Movement] {
    guard order.contains(where: \.mayFollow) else { return order }
    return order.map { movement in
      guard movement.mayFollow,
        case .settled(let event?) = RecordedCredit(of: movement, in: order)
      else { return movement }
      return movement.credited(to: event)
    }
  }

  /// The movements of an order whose event cannot be told.
  package static func unsettled(_ order: [Movement]) -> [Movement] {
    order.filter { $0.mayFollow && RecordedCredit(of: $0, in: order) == .unsettled }
  }
}

extension Movement {
  /// Whether it takes back a sale and names no event; one of nothing moves no figure.
  fileprivate var mayFollow: Bool {
    event == nil && (kind == .cancellation || kind == .refund)
      && (quantity != 0 || isQuantityUnknown || micros != 0)
  }

  package func credited(to event: Int64) -> Movement {
    var movement = Movement(
      event: event, market: market, currency: currency, product: product, kind: kind, line: line,
      at: at, notBefore: notBefore, quantity: quantity, isQuantityUnknown: isQuantityUnknown,
      micros: micros)
    movement.channel = channel
    return movement
  }
}
