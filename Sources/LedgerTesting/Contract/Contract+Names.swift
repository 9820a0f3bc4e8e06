import LedgerCore
import Testing

extension Contract {
  /// What every storage promises of the names that its shows have.
  public static let names: [Promise] = [
    Promise("names are those of shows that were recorded up to an entry and not voided by then") {
      backend in
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
    },

    Promise("a show has the names of its amendments, and those that it had before") { backend in
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
    },
  ]
}

private func show(_ key: String, brand: String, creator: String) throws -> Event {
  try event(key, brands: [brand], creators: [Creator(name: creator, role: .host)])
}
