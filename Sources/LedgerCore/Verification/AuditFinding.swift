/// A likely mistake that a rule found: a warning, not a sign that the book has been altered.
public struct AuditFinding: Equatable, Sendable {
  /// The rule.
  public let rule: AuditRule
  /// What it is about: an event's key, `SOURCE/ORDER`, `EVENT/METRIC`, `MARKET/CURRENCY`, or the
  /// keys of two events.
  public let subject: String
  /// The entry that recorded the subject; `nil` if there is no single one.
  public let entry: Int64?
  /// What was found, in words, with the figures; an acceptance covers exactly these.
  public let detail: String
  /// What was found, as an acceptance records it: with hashes in place of the words of persons.
  package let recordedDetail: String
  /// The entry that accepted it; `nil` if it has not been accepted.
  public internal(set) var acceptedBy: Int64?

  /// Creates a finding that has not been accepted.
  public init(rule: AuditRule, subject: String, entry: Int64? = nil, detail: String) {
    self.init(rule: rule, subject: subject, entry: entry, detail: detail, recorded: detail)
  }

  /// Creates a finding that has not been accepted, and that holds words of persons.
  package init(
    rule: AuditRule, subject: String, entry: Int64?, detail: String, recorded: String
  ) {
    self.rule = rule
    self.subject = subject
    self.entry = entry
    self.detail = detail
    recordedDetail = recorded
  }

  /// What identifies the finding.
  ///
  /// A finding whose figures change is a different one.
  public var identity: Identity {
    Identity(rule: rule.rawValue, subject: subject, detail: recordedDetail)
  }

  /// What identifies a finding.
  public struct Identity: Hashable, Sendable {
    let rule: String
    let subject: String
    let detail: String

    /// Creates an identity; the rule may be one that only another version of the program knows.
    public init(rule: String, subject: String, detail: String) {
      self.rule = rule
      self.subject = subject
      self.detail = detail
    }
  }
}

/// The result of accepting findings.
public struct AcceptanceRecord: Equatable, Sendable {
  /// The receipt of the entry that records it; `nil` if all had been accepted before.
  public let receipt: Receipt?
  /// The findings that it accepts.
  public let accepted: [AuditFinding]

  /// The entry that records it; `nil` if all had been accepted before.
  public var entry: Int64? { receipt?.entry }

  /// Creates a record of an acceptance.
  public init(receipt: Receipt?, accepted: [AuditFinding]) {
    self.receipt = receipt
    self.accepted = accepted
  }
}
