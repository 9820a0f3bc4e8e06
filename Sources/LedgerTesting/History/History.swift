import LedgerCore
import TestSupport
import Testing

/// A random history of a book, recorded in a storage and in the model, whose answers have to agree.
///
/// It has few keys, instants and numbers, so that much is repeated and much conflicts.
///
/// ```swift
/// @Test func `my storage agrees with the model`() throws {
///   for seed in 1...20 { try History.run(on: mine, seed: UInt64(seed)) }
/// }
/// ```
public struct History {
  let ledger: any Ledger
  let model = ModelLedger()
  /// Whether both have the same salts, so that their receipts are compared.
  let isSalted: Bool
  var random: SeededGenerator
  /// The receipts of what was recorded.
  private var receipts: [Receipt] = []

  /// Runs the history of a seed with a new book of a backend.
  ///
  /// Answers that differ are issues of the test that calls it; each names the batch and the seed.
  public static func run(on backend: Backend, seed: UInt64, batches: Int = 16) throws {
    var history = History(
      ledger: try backend.open(), isSalted: backend.isSalted, random: SeededGenerator(seed: seed))
    for batch in 1...batches {
      let step = "batch \(batch), SEED=\(seed)"
      try history.advance(step)
      try history.compare(step)
    }
    try history.compareEntries("SEED=\(seed)")
    try history.compareFindings("SEED=\(seed)")
    try history.compareDrift("SEED=\(seed)")
  }

  private init(ledger: any Ledger, isSalted: Bool, random: SeededGenerator) {
    self.ledger = ledger
    self.isSalted = isSalted
    self.random = random
  }

  var book: ModelBook { model.book }

  private mutating func advance(_ step: String) throws {
    var draft = try draft()
    if random.chance(50) {
      let files = Set(book.imports.values).sorted()
      draft.chunk = Entry.Chunk(first: random.chance(80) ? files.last : nil)
    }
    if random.chance(30) { draft.note = random.pick(["a note", "another", "Amy"]) }
    if random.chance(70) { draft.author = random.pick(["Amy", "Mia", "Joe", "another"]) }
    var steps = [
      "events", "amendment", "counts", "counts", "sales", "sales", "totals", "void", "void", "void",
      "claims", "claims", "surveys", "rates", "memberships", "memberships", "targets", "settings",
      "coverages", "credits", "credits", "same shows", "marks", "aliases", "accept",
    ]
    // With other salts a forgotten text reads otherwise.
    if isSalted { steps += ["forget", "forget"] }
    let kind = book.lastEntry == 0 ? "events" : random.pick(steps)
    switch kind {
    case "void":
      let number = random.number(0...book.lastEntry + 1)
      let extent = random.chance(30) ? VoidExtent.entry : .file
      draft.chunk = nil
      both("\(kind) \(number), \(step)") { ledger throws(LedgerError) in
        let record = try ledger.void(number, extent, reason: "wrong", as: draft)
        return Answer(record.receipt, ["\(record.voided) \(record.counts.phrase)"])
      }
    case "forget":
      let words = randomWords()
      draft.chunk = nil
      both("\(kind) \(words), \(step)") { ledger throws(LedgerError) in
        let result = try ledger.forget(words, as: draft)
        return Answer(result.receipt, ["\(result.forgotten) \(result.plain)"])
      }
    case "accept":
      let keys = random.chance(50) ? nil : [random.pick(["a", "b", "c", "d"])]
      let rule = random.pick(AuditRule.allCases)
      draft.chunk = nil
      both("\(kind), \(step)") { ledger throws(LedgerError) in
        let record = try ledger.accept(rule, of: keys, reason: "nobody knows", as: draft)
        return Answer(record.receipt, Self.texts(record.accepted))
      }
    case "amendment":
      let (key, amendment) = try randomAmendment()
      both("\(kind), \(step)") { ledger throws(LedgerError) in
        let amended = try ledger.amend(key, amendment, as: draft)
        return Answer(amended.receipt, ["\(amended.before)", "\(amended.after)"])
      }
    default: try record(kind, draft, "\(kind), \(step)")
    }
  }

  private mutating func record(_ kind: String, _ draft: Entry.Draft, _ step: String) throws {
    let size = Int(random.number(0...12))
    let rule = random.pick([ConflictRule.refuse, .restate])
    switch kind {
    case "events":
      let facts = try (0...size / 2).map { _ in try randomEvent() }
      batch(step) { ledger throws(LedgerError) in
        try ledger.record(facts, as: draft, onConflict: rule)
      }
    case "counts":
      let facts = try (0..<size).map { _ in try randomCount() }
      batch(step) { ledger throws(LedgerError) in
        try ledger.record(AudienceBatch(facts), as: draft, onConflict: rule)
      }
    case "sales":
      let facts = try (0..<size).map { _ in try randomSale() }
      batch(step) { ledger throws(LedgerError) in try ledger.record(facts, as: draft) }
    case "totals":
      let facts = try (0..<size).map { _ in try randomTotal() }
      batch(step) { ledger throws(LedgerError) in try ledger.record(facts, as: draft) }
    case "claims":
      let facts = try (0..<size / 2).map { _ in try randomClaim() }
      batch(step) { ledger throws(LedgerError) in try ledger.record(facts, as: draft) }
    case "surveys":
      let facts = try (0..<size / 2).map { _ in try randomSurvey() }
      batch(step) { ledger throws(LedgerError) in try ledger.record(facts, as: draft) }
    case "rates":
      let facts = try (0..<size / 2).map { _ in try randomRate() }
      batch(step) { ledger throws(LedgerError) in
        try ledger.record(facts, as: draft, onConflict: rule)
      }
    case "memberships":
      let facts = try (0..<size / 2).map { _ in try randomMembership() }
      batch(step) { ledger throws(LedgerError) in try ledger.record(facts, as: draft) }
    case "settings":
      let facts = try (0..<size / 3).map { _ in try randomSetting() }
      batch(step) { ledger throws(LedgerError) in try ledger.record(facts, as: draft) }
    case "coverages":
      let facts = try (0..<size / 3).map { _ in try randomCoverage() }
      batch(step) { ledger throws(LedgerError) in try ledger.record(facts, as: draft) }
    case "same shows":
      let facts = try (0..<size / 3).compactMap { _ in try randomSameShow() }
      batch(step) { ledger throws(LedgerError) in try ledger.record(facts, as: draft) }
    case "marks":
      let facts = try (0..<size).map { _ in try randomMark() }
      batch(step) { ledger throws(LedgerError) in try ledger.record(facts, as: draft) }
    case "aliases":
      let facts = try (0..<size / 3).compactMap { _ in try randomAlias() }
      batch(step) { ledger throws(LedgerError) in try ledger.record(facts, as: draft) }
    case "credits":
      let facts = try (0..<size).map { _ in try randomCredit() }
      batch(step) { ledger throws(LedgerError) in try ledger.record(facts, as: draft) }
    default:
      let facts = try (0..<size / 2).map { _ in try randomTarget() }
      batch(step) { ledger throws(LedgerError) in
        try ledger.record(facts, as: draft, onConflict: rule)
      }
    }
  }

  /// What recording something came to.
  private struct Answer {
    let receipt: Receipt?
    let texts: [String]

    init(_ receipt: Receipt?, _ texts: [String]) {
      self.receipt = receipt
      self.texts = texts
    }
  }

  private mutating func batch<F>(
    _ step: String, _ record: (any Ledger) throws(LedgerError) -> Recording<F>
  ) {
    both(step) { ledger throws(LedgerError) in
      let recording = try record(ledger)
      return Answer(recording.receipt, recording.outcomes.map(\.text))
    }
  }

  /// Records something in both ledgers, which have to do the same.
  private mutating func both(
    _ step: String, _ record: (any Ledger) throws(LedgerError) -> Answer
  ) {
    func answer(of ledger: any Ledger) -> (receipt: Receipt?, texts: [String]) {
      do throws(LedgerError) {
        let answer = try record(ledger)
        return (answer.receipt, answer.texts)
      } catch {
        // Which of several reasons is given does not matter.
        if case .cannotVoid = error { return (nil, ["cannot be voided"]) }
        return (nil, ["\(error)"])
      }
    }
    let (own, expected) = (answer(of: ledger), answer(of: model))
    #expect(own.texts == expected.texts, "\(step)")
    #expect(own.receipt?.entry == expected.receipt?.entry, "\(step)")
    if isSalted { #expect(own.receipt == expected.receipt, "\(step)") }
    if let receipt = own.receipt { receipts.append(receipt) }
  }

  private func compareEntries(_ step: String) throws {
    #expect(
      try ledger.entries(limit: nil).map(\.withoutDigest)
        == model.entries(limit: nil).map(\.withoutDigest), "\(step)")
    #expect(
      try ledger.entries(limit: nil).compactMap(\.receipt) == receipts.reversed(), "\(step)")
  }

  private func compareFindings(_ step: String) throws {
    let result = try ledger.verify(VerificationPlan(receipts: receipts))
    #expect(result.flaws == [], "\(step)")
    #expect(result.receipt == receipts.last, "\(step)")
    let (found, expected) = (
      Self.texts(result.findings), Self.texts(try model.verify(VerificationPlan()).findings)
    )
    #expect(
      found == expected, "\(step); \(Set(found).symmetricDifference(expected).sorted())")
  }

  private static func texts(_ findings: [AuditFinding]) -> [String] {
    findings.map { finding in
      // Several entries may have recorded movements in a foreign currency.
      let entry = finding.rule == .foreignCurrency ? nil : finding.entry
      return "\(finding.rule) \(finding.subject) \(finding.detail), \(entry ?? 0), "
        + "\(finding.acceptedBy ?? 0)"
    }.sorted()
  }
}
