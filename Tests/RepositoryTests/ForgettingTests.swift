import BookStorage
import Foundation
import LedgerCore
import LedgerTesting
import SQLite
import TestSupport
import Testing

@testable import SQLiteStorage

/// What is left of forgotten words in a file, and what an older book cannot forget.
@Suite struct ForgettingTests {
  private func name(_ number: Int) -> String {
    "A creator whose number is \(number * 7919 % 1000)!"
  }

  /// Whether any file of a book has these bytes.
  private func holds(_ text: String, _ path: String) throws -> Bool {
    try ["", "-wal", "-shm"].contains { ending in
      guard FileManager.default.fileExists(atPath: path + ending) else { return false }
      let bytes = try Data(contentsOf: URL(fileURLWithPath: path + ending))
      return bytes.range(of: Data(text.utf8)) != nil
    }
  }

  @Test func `no page of the file has forgotten words, nor has its log`() throws {
    let path = try Scratch.newPath()
    let ledger = try SQLiteLedger.make(at: path)
    // So many, one by one, that pages were split with their rows on them.
    for number in 0..<600 {
      let creator = try Creator(name: name(number), role: .host)
      _ = try ledger.record(
        [event("e\(number)", creators: [creator])], as: draft(note: "Of \(name(number))"))
    }
    _ = try ledger.record(
      [membership(name(3), left: "2022-01-01", reason: "An illness.")], as: draft())
    try ledger.close()
    #expect(try holds(name(3), path) && holds("An illness.", path))
    let before = try ledger.verify(VerificationPlan()).receipt

    #expect(try ledger.forget(.creator(name(3)), as: draft()).forgotten == 2)
    #expect(try ledger.forget(.note(ofEntry: 4), as: draft()).forgotten == 1)
    try ledger.close()
    #expect(try !holds(name(3), path))
    #expect(try !holds("An illness.", path))
    #expect(try holds(name(4), path))
    let plan = VerificationPlan(receipts: [try #require(before)])
    let result = try ledger.verify(plan)
    #expect(result.flaws == [])
    #expect(result.forgottenTexts == 3)
  }

  @Test func `a trial forgets nothing`() throws {
    let path = try Scratch.newPath()
    let ledger = try SQLiteLedger.make(at: path)
    _ = try ledger.record([membership("Mia Doe")], as: draft())
    let trial = try ledger.together(
      { try ledger.forget(.creator("Mia Doe"), as: draft()) }, isKept: { _ in false })
    #expect(trial.forgotten == 1)
    #expect(try ledger.memberships(in: uk, asOf: nil).map(\.creator) == ["Mia Doe"])
    #expect(try ledger.verify(VerificationPlan()).flaws == [])
    // What guards the words is there again.
    let connection = try Connection(path: path, mode: .readWrite)
    for statement in ["DELETE FROM person_text", "UPDATE person_text SET text = 'Zoe'"] {
      #expect(connection.error(of: statement)?.code == .constraintTrigger)
    }
  }

  @Test func `a file that somebody reads is said not to have forgotten yet`() throws {
    let path = try Scratch.newPath()
    let ledger = try SQLiteLedger.make(at: path)
    _ = try ledger.record([membership("Mia Doe")], as: draft())
    try ledger.close()
    let reader = try Connection(path: path, mode: .readOnly)
    try reader.execute("BEGIN; SELECT count(*) FROM person_text")
    _ = try ledger.forget(.creator("Mia Doe"), as: draft())
    try ledger.close()
    #expect(!ledger.isMerged)
    #expect(try holds("Mia Doe", path))
    try reader.execute("ROLLBACK")
    try ledger.close()
    #expect(ledger.isMerged)
    #expect(try !holds("Mia Doe", path))
  }

  @Test func `a name that reads like the hash of another person's is nobody's`() throws {
    let ledger = try SQLiteLedger.inMemory()
    _ = try ledger.record([membership("Mia Doe")], as: draft())
    let hash = try #require(ledger.connection.texts("SELECT hash FROM person_text").first)
    let namesake = try membership(hash, joined: "2021-12-02")
    #expect(try ledger.record([namesake], as: draft()).outcomes == [.recorded])
    #expect(try ledger.forget(.creator(hash), as: draft()).plain == [])
    #expect(try ledger.verify(VerificationPlan()).flaws == [])
  }

  @Test func `an older book keeps its receipts, and the words that it holds itself`() throws {
    let path = try Scratch.newPath()
    _ = try OldBook.make(at: path, version: 40)
    let old = try Connection(path: path, mode: .readOnly)
    let receipts = try old.texts("SELECT number || ':' || digest FROM digest ORDER BY number")
      .map { try #require(Receipt($0)) }
    let ledger = try SQLiteLedger.open(path, for: .recording)
    let amy = try Creator(name: "Amy", role: .host)
    _ = try ledger.record([event("b", creators: [amy])], as: draft())
    #expect(try ledger.verify(VerificationPlan(receipts: receipts)).flaws == [])

    let forgetting = try ledger.forget(.creator("Amy"), as: draft())
    #expect(forgetting.forgotten == 1)
    #expect(forgetting.plain == [1])
    #expect(try ledger.event(EventKey("a")).totals.event.creators.map(\.name) == ["Amy"])
    let names = try ledger.event(EventKey("b")).totals.event.creators.map(\.name)
    #expect(names.allSatisfy { $0.hasPrefix("forgotten ") })
    #expect(try ledger.verify(VerificationPlan(receipts: receipts)).flaws == [])
  }

  @Test func `words that are changed, emptied or brought back are found`() throws {
    let changes = [
      "UPDATE person_text SET text = 'Zoe' WHERE text = 'Mia Doe'",
      "UPDATE person_text SET text = NULL, salt = NULL WHERE text = 'Mia Doe'",
      "DELETE FROM person_text WHERE text = 'Mia Doe'",
      "UPDATE person_text SET text = 'Zo', salt = '00' WHERE text IS NULL",
      "DELETE FROM person_text WHERE text IS NULL",
    ]
    for change in changes {
      let path = try Scratch.newPath()
      let ledger = try SQLiteLedger.make(at: path)
      _ = try ledger.record([membership("Mia Doe"), membership("Zo")], as: draft())
      _ = try ledger.forget(.creator("Zo"), as: draft())
      try ledger.close()
      let connection = try Connection(path: path, mode: .readWrite)
      for verb in ["updated", "deleted"] {
        try connection.execute("DROP TRIGGER person_text_is_never_\(verb)")
      }
      try connection.execute("PRAGMA ignore_check_constraints = on; \(change)")
      let flaws = try SQLiteLedger.open(path, for: .reading).verify(VerificationPlan()).flaws
      #expect(flaws.contains { $0.check == .digests || $0.check == .references }, "\(change)")
    }
  }
}
