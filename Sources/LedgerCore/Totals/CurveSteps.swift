/// How many steps from count to count a curve has, by how long they are.
///
/// The classes end at 1, 2 and 5 times a power of ten minutes, the first one at half a minute. Each
/// ends a tenth later: steps that are meant to take a minute take a little more or less.
package struct CurveSteps: Equatable {
  /// The number of steps of each class, by its upper edge in milliseconds; none is 0.
  package private(set) var classes: [Int64: Int64]

  package init(classes: [Int64: Int64] = [:]) { self.classes = classes }

  package init(of points: [CurvePoint]) {
    classes = [:]
    add(points)
  }

  /// Adds the steps of some counts in the order of time, or takes them out.
  package mutating func add(_ points: [CurvePoint], removing: Bool = false) {
    // Steps are mostly alike: each run of one class is added at once.
    var own: (above: Int64, edge: Int64) = (0, 0)
    var run: Int64 = 0
    for (left, right) in zip(points, points.dropFirst()) {
      let length = right.at - left.at
      if length <= own.above || length > own.edge {
        change(own.edge, by: removing ? -run : run)
        (own, run) = (Self.bounds(of: length), 0)
      }
      run += 1
    }
    change(own.edge, by: removing ? -run : run)
  }

  private mutating func change(_ edge: Int64, by number: Int64) {
    let number = classes[edge, default: 0] + number
    classes[edge] = number == 0 ? nil : number
  }

  /// What the class of a step is longer than, and its upper edge.
  private static func bounds(of length: Int64) -> (above: Int64, edge: Int64) {
    var bounds: (above: Int64, edge: Int64) = (0, 33_000)
    var unit: Int64 = 66_000
    while length > bounds.edge {
      for edge in [unit, 2 * unit, 5 * unit] where length > bounds.edge {
        bounds = (bounds.edge, edge)
      }
      unit *= 10
    }
    return bounds
  }

  /// The longest step in which a curve is observed, in milliseconds: three times the usual one, and
  /// two minutes at least.
  ///
  /// The usual step is the upper edge of the class that has the median; of two in the middle, the
  /// shorter one.
  package var longestObserved: Int64 {
    var rest = (classes.values.reduce(0, +) + 1) / 2
    for (edge, number) in classes.sorted(by: { $0.key < $1.key }) {
      rest -= number
      if rest <= 0 { return max(3 * edge, Self.leastGap) }
    }
    return Self.leastGap
  }

  /// A step that is no longer than this is never a gap.
  package static let leastGap: Int64 = 120_000

  /// The gaps of counts in the order of time, which need not be the whole curve.
  package func gaps(in points: [CurvePoint]) -> [UnobservedTime] {
    let longest = longestObserved
    return zip(points, points.dropFirst()).compactMap { left, right in
      right.at - left.at > longest ? UnobservedTime(left, right) : nil
    }
  }
}

extension UnobservedTime {
  /// What is between two counts; `nil` if its area exceeds 64 bits.
  package init?(_ left: CurvePoint, _ right: CurvePoint) {
    guard let from = Instant(milliseconds: left.at), let to = Instant(milliseconds: right.at),
      let area = Int64(exactly: Curve.twiceArea([left, right]))
    else { return nil }
    self.init(from: from, to: to, twiceArea: area)
  }
}
