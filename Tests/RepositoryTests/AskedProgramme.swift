import LedgerCore
import LedgerTesting
import TestSupport
import Testing

@testable import BookStorage
@testable import SQLiteStorage

/// Creators who join and leave, and claims about markets, in a random book.
struct AskedProgramme {
  private(set) var memberships: [Membership] = []
  private(set) var claims: [Claim] = []
  private var random: SeededGenerator

  /// Records them in a book.
  init(_ book: AskedBook, seed: UInt64) throws {
    random = SeededGenerator(seed: seed)
    try addMemberships(book.ledger)
    try addClaims(book.ledger)
  }

  /// Up to two memberships of each name and market, some of which are taken back.
  private mutating func addMemberships(_ ledger: SQLiteLedger) throws {
    for (market, creator) in [uk, germany].flatMap({ market in
      ["Amy", "Bob", "Cat", "Eve"].map { (market, $0) }
    }) {
      for year in [2021, 2022] where random.chance(60) {
        let left = random.chance(50) ? "\(year)-1\(random.number(0...2))-05" : nil
        let member = try membership(
          creator, joined: "\(year)-0\(random.number(1...9))-0\(random.number(1...9))", left: left,
          reason: left != nil && random.chance(70) ? random.pick(["sales", "no show"]) : nil,
          platform: year == 2021 ? nil : "tiktok", in: market)
        let entry = try ledger.record([member], as: draft()).entry
        guard random.chance(20), let entry else {
          memberships.append(member)
          continue
        }
        _ = try ledger.void(entry, reason: "wrong", as: draft())
      }
    }
  }

  /// Claims of which some dispute an earlier one, and some are taken back.
  private mutating func addClaims(_ ledger: SQLiteLedger) throws {
    var known: [String] = []
    var voided: [Int64] = []
    for index in 0..<12 {
      let disputed = known.isEmpty || random.chance(40) ? nil : random.pick(known)
      // A claim without a stage says only that another is wrong.
      let stage: Claim.Stage? =
        disputed == nil || random.chance(60) ? random.pick([.planned, .live]) : nil
      let claim = try claim(
        "c\(index)", in: random.pick([uk, germany]), stage: stage,
        effective: stage == nil ? nil : random.pick(["2022", "2022-H1", "2022-07", nil]),
        reported: random.pick(["2022", "2022-07", "2022-07-05", "2022-07-13", "2021-Q4", "2022-H2"]
        ),
        source: random.pick(["FT", "TikTok"]), disputes: disputed)
      let entry = try #require(try ledger.record([claim], as: draft()).entry)
      known.append("c\(index)")
      if random.chance(20) { voided.append(entry) } else { claims.append(claim) }
    }
    for entry in voided { _ = try ledger.void(entry, reason: "wrong", as: draft()) }
  }
}
