/// What became of the facts of a batch, in its order.
///
/// Most are recorded, or were before; only of the others is more kept than that.
public struct Outcomes<F: Fact>: Equatable, Sendable {
  private enum Fate: UInt8 { case recorded, alreadyRecorded, other }

  private var fates: [Fate]
  private var details: [Int: Outcome<F>] = [:]
  private var repeats = 0

  /// Of so many facts, all recorded.
  public init(recorded count: Int) { fates = Array(repeating: .recorded, count: count) }

  /// As they are listed.
  public init(_ outcomes: [Outcome<F>]) {
    self.init(recorded: outcomes.count)
    for (place, outcome) in outcomes.enumerated() { self[place] = outcome }
  }

  /// How many facts there were.
  public var count: Int { fates.count }

  /// How many were recorded, and how many had been before.
  public var plain: (recorded: Int, alreadyRecorded: Int) {
    (fates.count - repeats - details.count, repeats)
  }

  /// Those that were neither recorded nor there just so, in order.
  public var others: [(place: Int, outcome: Outcome<F>)] {
    details.sorted { $0.key < $1.key }.map { (place: $0.key, outcome: $0.value) }
  }

  /// What became of one fact.
  public subscript(place: Int) -> Outcome<F> {
    get {
      switch fates[place] {
      case .recorded: .recorded
      case .alreadyRecorded: .alreadyRecorded
      // There always are details.
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
