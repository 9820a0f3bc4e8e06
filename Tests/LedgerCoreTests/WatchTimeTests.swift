import Testing

@testable import LedgerCore

/// The time over which people and views are compared.
@Suite struct WatchTimeTests {
  private func points(_ counts: [(time: String, count: Int64)]) throws -> [CurvePoint] {
    try counts.map {
      CurvePoint(at: try instant("2022-01-01T\($0.time)Z").milliseconds, count: $0.count)
    }
  }

  /// The minutes and the views of a show from 18:00 to 19:00 that 100 people watch at once.
  private func watched(
    people times: [String], views: [(time: String, count: Int64)]
  ) throws -> [Int128]? {
    let (curve, views) = (try points(times.map { ($0, 100) }), try points(views))
    let audience = [
      try #require(Curve.totals(curve, metric: .concurrent)),
      try #require(Curve.totals(views, metric: .views)),
    ]
    let together = ObservedTogether(
      audience, from: try instant("2022-01-01T18:00Z"), to: try instant("2022-01-01T19:00Z"))
    return together?.watchTime(curve: curve, views: views).map {
      [$0.twiceArea / 200 / 60_000, $0.viewsMicros / 1_000_000]
    }
  }

  private let all = ["17:30", "18:00", "18:30", "19:00", "19:30"]

  @Test func `it begins with the show, or with the first count of views before it`() throws {
    #expect(try watched(people: all, views: [("19:30", 500)]) == [90, 500])
    #expect(try watched(people: all, views: [("17:45", 20), ("19:30", 500)]) == [105, 480])
    #expect(try watched(people: all, views: [("18:15", 20), ("19:30", 500)]) == [90, 500])
  }

  @Test func `it ends with the last count of people or of views`() throws {
    #expect(try watched(people: all, views: [("18:45", 300)]) == [45, 300])
    #expect(try watched(people: Array(all.prefix(4)), views: [("19:30", 500)]) == [60, 500])
    #expect(
      try watched(people: ["18:00", "18:30"], views: [("18:15", 100), ("18:45", 300)]) == [30, 200])
    #expect(try watched(people: ["18:45", "19:00"], views: [("18:30", 300)]) == nil)
  }
}
