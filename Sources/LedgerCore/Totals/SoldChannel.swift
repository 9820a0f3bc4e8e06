/// The channels that sold the movements of an order.
package enum SoldChannel {
  /// The movements with the channel of each, as far as it is known.
  ///
  /// It is that which credits state; else live, if the movement is credited to a show by what is
  /// recorded; else, of what came back of no line, that of all lines sold, if they have the same.
  package static func known(_ order: [Movement]) -> [Movement] {
    let followed = RecordedCredit.follow(order)
    var movements = zip(order, followed).map { own, followed in
      var movement = own
      if movement.channel == nil, followed.event != nil { movement.channel = .live }
      return movement
    }
    let sold = movements.filter { $0.kind == .sale }
    guard let first = sold.first?.channel, sold.allSatisfy({ $0.channel == first }) else {
      return movements
    }
    for index in movements.indices where movements[index].channel == nil {
      movements[index].channel = first
    }
    return movements
  }
}
