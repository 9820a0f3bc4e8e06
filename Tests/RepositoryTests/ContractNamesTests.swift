import LedgerCore
import Testing

/// What every storage promises of the names that its shows have.
@Suite struct ContractNamesTests {
  private func show(_ key: String, brand: String, creator: String) throws -> Event {
    try event(key, brands: [brand], creators: [Creator(name: creator, role: .host)])
  }

  @Test(arguments: Backend.allCases)
  func `names are those of shows that were recorded up to an entry and not voided by then`(
    backend: Backend
  ) throws {
    let ledger = try backend.open()
    let none = EventNames(keys: [], platforms: [], brands: [], creators: [])
    #expect(try ledger.eventNames(asOf: nil) == none)
    _ = try ledger.record([show("a", brand: "NYX", creator: "Amy")], as: draft())
    _ = try ledger.record([show("b", brand: "Boots", creator: "Ben")], as: draft())
    _ = try ledger.void(2, reason: "wrong", as: draft())
    let first = EventNames(
      keys: ["a"], platforms: ["tiktok"], brands: ["NYX"], creators: ["Amy"])
    #expect(try ledger.eventNames(asOf: nil) == first)
    #expect(try ledger.eventNames(asOf: 1) == first)
    #expect(try ledger.eventNames(asOf: 0) == none)
    let both = EventNames(
      keys: ["a", "b"], platforms: ["tiktok"], brands: ["NYX", "Boots"],
      creators: ["Amy", "Ben"])
    #expect(try ledger.eventNames(asOf: 2) == both)
  }

  @Test(arguments: Backend.allCases)
  func `a show has the names of its amendments, and those that it had before`(
    backend: Backend
  ) throws {
    let ledger = try backend.open()
    _ = try ledger.record([show("a", brand: "NYX", creator: "Amy")], as: draft())
    var amendment = EventAmendment()
    amendment.platform = "instagram"
    amendment.brands = ["Boots"]
    amendment.creators = [try Creator(name: "Ben", role: .guest)]
    _ = try ledger.amend(EventKey("a"), amendment, as: draft())
    let names = try ledger.eventNames(asOf: nil)
    #expect(names.platforms == ["tiktok", "instagram"])
    #expect(names.brands == ["NYX", "Boots"])
    #expect(names.creators == ["Amy", "Ben"])
    #expect(try ledger.eventNames(asOf: 1).brands == ["NYX"])
    _ = try ledger.void(2, reason: "wrong", as: draft())
    #expect(try ledger.eventNames(asOf: nil).brands == ["NYX"])
  }

  @Test func `a name that no show has is refused with those that are near, whatever their case`()
    throws
  {
    let names = EventNames(
      keys: ["on-trend"], platforms: ["tiktok"], brands: ["Nutri Bullet"], creators: ["Amy"])
    try names.check(
      events: ["on-trend"], platforms: ["TikTok"], brands: ["nutri bullet"], creators: ["AMY"])
    #expect(throws: LedgerError.unknownEvent("on-trand", near: ["on-trend"], count: 1)) {
      try names.check(events: ["on-trand"])
    }
    #expect(throws: LedgerError.unknownName(.platform, "TikTak", near: ["tiktok"])) {
      try names.check(platforms: ["TikTak"])
    }
    #expect(throws: LedgerError.unknownName(.brand, "Nutribullet", near: ["Nutri Bullet"])) {
      try names.check(brands: ["nutri bullet", "Nutribullet"])
    }
    #expect(throws: LedgerError.unknownName(.creator, "Zoe", near: [])) {
      try names.check(creators: ["Zoe"])
    }
  }
}
