/// Whether a market is ready: a verdict, and its evidence.
public struct Readiness: Equatable, Sendable {
  /// What to do with the market.
  public enum Verdict: String, Sendable {
    /// Every criterion passes.
    case goOn = "go on"
    /// No criterion is a reason to stop, and not all of them pass.
    case wait
    /// For at least one criterion, the whole interval lies beyond its stop.
    case stop
  }

  /// The market.
  public let market: Market
  /// The policy that it is judged by.
  public let policy: ReadinessPolicy
  /// The state of the book.
  public let book: Report.Book
  /// How the criteria came out, in the policy's order.
  public let findings: [ReadinessFinding]
  /// How many shows were judged.
  public let shows: Int
  /// The settings of the book that decided what the request left open.
  public let settings: [SettingRecord]
  /// That the zone of its days is only assumed, in a sentence; `nil` where it is not.
  public let assumption: String?

  /// Creates the readiness that findings on a market amount to.
  public init(
    market: Market, policy: ReadinessPolicy, book: Report.Book, findings: [ReadinessFinding],
    shows: Int, settings: [SettingRecord] = [], assumption: String? = nil
  ) {
    self.market = market
    self.policy = policy
    self.book = book
    self.findings = findings
    self.shows = shows
    self.settings = settings
    self.assumption = assumption
  }

  /// What was decided by the book's settings, and what was assumed, a sentence each.
  public var remarks: [String] { settings.map(\.remark) + [assumption].compactMap(\.self) }

  /// The verdict that follows from the findings.
  public var verdict: Verdict {
    if findings.contains(where: \.isReasonToStop) { return .stop }
    let isReady = !findings.isEmpty && findings.allSatisfy { $0.result == .pass }
    return isReady ? .goOn : .wait
  }

  /// Whether no criterion could be judged.
  public var isWithoutData: Bool { findings.allSatisfy { $0.result == .notEnoughData } }

  /// The findings that decided the verdict.
  public var deciding: [ReadinessFinding] {
    switch verdict {
    case .stop: findings.filter(\.isReasonToStop)
    case .wait: findings.filter { $0.result != .pass }
    case .goOn: findings
    }
  }
}
