import LedgerCore
import LedgerRenderings
import Testing

@Suite struct ListingRenderingTests {
  static let goldens = [ListingFormat.table, .jsonl].flatMap { format in
    [
      golden("events", format) { .events(try Facts.events()) },
      golden("claims", format) { .claims(try Facts.rollout().history) },
      golden("conflicts", format) { .conflicts(try Facts.rollout().conflicts) },
      golden("targets", format) { .targets(try Targets.records()) },
      golden("surveys", format) {
        .surveys([try Facts.survey().fact, try Facts.bareSurvey().fact])
      },
      golden("rates", format) { .rates(try Array(Rates.all().prefix(3))) },
      golden("log", format) { .log(try Books.log(), for: format) },
      golden("drift", format) { .drift(try Histories.drift(), hasFacts: true) },
      golden("drift-figures", format) { .drift(try Histories.drift(), hasFacts: false) },
      golden("queries", format) { .savedQueries(try Answers.question()) },
      golden("versions", format) { .versions(try Answers.question()) },
      golden("settings", format) { .settings(try Settings.all().filter { $0.voidedBy == nil }) },
      golden("setting-versions", format) { .settingVersions(try Settings.all()) },
      golden("profiles", format) {
        .profiles([("shop-orders", "sales", "Orders of a shop"), ("plain", "events", nil)])
      },
    ]
  }

  private static func golden(
    _ name: String, _ format: ListingFormat, _ listing: @escaping @Sendable () throws -> Listing
  ) -> Golden {
    Golden("listings/\(name).\(format.fileExtension)") {
      String(decoding: try listing().bytes(AnswerStyle(format: format)), as: UTF8.self)
    }
  }

  @Test(arguments: goldens)
  func `a listing is what its golden files hold`(golden: Golden) throws { try golden.check() }

  @Test func `each row of a listing has a value for each column`() throws {
    let listing = Listing.events(try Facts.events())
    #expect(listing.rows.count == 2)
    #expect(listing.rows.allSatisfy { $0.count == listing.columns.count })
  }
}
