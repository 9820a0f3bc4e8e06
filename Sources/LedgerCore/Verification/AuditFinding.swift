/// Something that a rule found among the facts: a warning, not a sign that the book was changed.
public struct AuditFinding: Equatable, Sendable {
  /// The rule.
  public let rule: AuditRule
  /// What it is about: an event's key, `SOURCE/ORDER`, `EVENT/METRIC`, `MARKET/CURRENCY`, or the
  /// keys of two events.
  public let subject: String
  /// The entry that recorded what it is about, where that is one.
  public let entry: Int64?
  /// What was found, in words, with the figures; an acceptance is of just these.
  public let detail: String
  /// The entry that accepted it.
  public internal(set) var acceptedBy: Int64?

  /// Makes a finding that nobody accepted.
  public init(rule: AuditRule, subject: String, entry: Int64? = nil, detail: String) {
    self.rule = rule
    self.subject = subject
    self.entry = entry
    self.detail = detail
  }

  /// What tells it from others.
  ///
  /// A finding whose figures change is another one.
  public var identity: Identity {
    Identity(rule: rule.rawValue, subject: subject, detail: detail)
  }

  /// What tells findings apart.
  public struct Identity: Hashable, Sendable {
    let rule: String
    let subject: String
    let detail: String

    /// Makes an identity; the rule may be one that only another version of the program knows.
    public init(rule: String, subject: String, detail: String) {
      self.rule = rule
      self.subject = subject
      self.detail = detail
    }
  }
}

/// What became of accepting findings.
public struct AcceptanceRecord: Equatable, Sendable {
  /// The entry that records it; `nil` where all had been accepted before.
  public let entry: Int64?
  /// What it accepts.
  public let accepted: [AuditFinding]

  /// Makes a record.
  public init(entry: Int64?, accepted: [AuditFinding]) {
    self.entry = entry
    self.accepted = accepted
  }
}
