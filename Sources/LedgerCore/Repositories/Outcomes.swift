/// What happened to each fact of a batch, in its order.
///
/// Most facts are recorded, or were before; only the other facts have details.
public struct Outcomes<F: Fact>: Equatable, Sendable {
  private enum Fate: UInt8 { case recorded, alreadyRecorded, other }

  private var fates: [Fate]
  private var details: [Int: Outcome<F>] = [:]
  private var repeats = 0

  /// Makes the outcomes of `count` facts, all recorded.
  public init(recorded count: Int) { fates = Array(repeating: .recorded, count: count) }

  /// Makes the outcomes from a list.
  public init(_ outcomes: [Outcome<F>]) {
    self.init(recorded: outcomes.count)
    for (place, outcome) in outcomes.enumerated() { self[place] = outcome }
  }

  /// Adds the outcomes of the facts that come after these.
  public static func += (left: inout Outcomes, right: Outcomes) {
    for (place, outcome) in right.details { left.details[left.count + place] = outcome }
    left.fates += right.fates
    left.repeats += right.repeats
  }

  /// How many facts there were.
  public var count: Int { fates.count }

  /// How many were recorded, and how many had been before.
  public var plain: (recorded: Int, alreadyRecorded: Int) {
    (fates.count - repeats - details.count, repeats)
  }

  /// The outcomes of facts neither recorded nor already recorded, in order of position.
  public var others: [(place: Int, outcome: Outcome<F>)] {
    details.sorted { $0.key < $1.key }.map { (place: $0.key, outcome: $0.value) }
  }

  /// What happened to one fact.
  public subscript(place: Int) -> Outcome<F> {
    get {
      switch fates[place] {
      case .recorded: .recorded
      case .alreadyRecorded: .alreadyRecorded
      // Details always exist here.
      case .other: details[place] ?? .alreadyRecorded
      }
    }
    set {
      switch fates[place] {
      case .recorded: break
      case .alreadyRecorded: repeats -= 1
      case .other: details[place] = nil
      }
      switch newValue {
      case .recorded: fates[place] = .recorded
      case .alreadyRecorded:
        fates[place] = .alreadyRecorded
        repeats += 1
      case .conflicting, .restated, .refused:
        fates[place] = .other
        details[place] = newValue
      }
    }
  }
}
