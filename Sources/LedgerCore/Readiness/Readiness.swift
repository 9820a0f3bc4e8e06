/// Whether a market is ready: a verdict, and what it rests on.
public struct Readiness: Equatable, Sendable {
  /// What to do with the market.
  public enum Verdict: String, Sendable {
    /// Every criterion passes.
    case goOn = "go on"
    /// No criterion speaks for stopping, and not all of them pass.
    case wait
    /// A criterion lies beyond its stop with its whole interval.
    case stop
  }

  /// The market.
  public let market: Market
  /// By which criteria.
  public let policy: ReadinessPolicy
  /// The state of the book.
  public let book: Report.Book
  /// The criteria, in the policy's order.
  public let findings: [ReadinessFinding]
  /// How many shows were judged.
  public let shows: Int

  /// Judges a market.
  public init(
    market: Market, policy: ReadinessPolicy, book: Report.Book, findings: [ReadinessFinding],
    shows: Int
  ) {
    self.market = market
    self.policy = policy
    self.book = book
    self.findings = findings
    self.shows = shows
  }

  /// The verdict.
  public var verdict: Verdict {
    if findings.contains(where: \.isReasonToStop) { return .stop }
    let isReady = !findings.isEmpty && findings.allSatisfy { $0.result == .pass }
    return isReady ? .goOn : .wait
  }

  /// Whether nothing at all could be judged.
  public var isWithoutData: Bool { findings.allSatisfy { $0.result == .notEnoughData } }

  /// The criteria that made the verdict what it is.
  public var deciding: [ReadinessFinding] {
    switch verdict {
    case .stop: findings.filter(\.isReasonToStop)
    case .wait: findings.filter { $0.result != .pass }
    case .goOn: findings
    }
  }
}
