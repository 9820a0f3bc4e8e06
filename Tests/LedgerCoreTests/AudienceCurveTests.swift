import LedgerCore
import Testing

@Suite struct AudienceCurveTests {
  private func curve(_ counts: [Int64]) throws -> AudienceCurve {
    AudienceCurve(
      points: try counts.enumerated().map { minute, count in
        let at = try #require(Instant(milliseconds: Int64(minute) * 60_000))
        return AudienceCurve.Point(at: at, count: count)
      })
  }

  @Test func `a curve is thinned, and keeps its ends, its peak and its dip`() throws {
    var counts = (0..<1000).map { Int64(500 + $0 % 7) }
    counts[613] = 9000
    counts[614] = 9000
    counts[700] = 3
    let thinned = try curve(counts).thinned(to: 50)
    #expect(thinned.points.count <= 50 && thinned.points.count > 40)
    #expect(thinned.points.first?.count == 500)
    #expect(thinned.points.last?.at.milliseconds == Int64(999 * 60_000))
    #expect(thinned.peak?.at.milliseconds == Int64(613 * 60_000))
    #expect(thinned.points.contains { $0.count == 3 })
    #expect(thinned.points.map(\.at) == thinned.points.map(\.at).sorted())
  }

  @Test func `a short curve stays as it is`() throws {
    let short = try curve([1, 5, 2])
    #expect(short.thinned(to: 3) == short)
    #expect(try curve([]).thinned(to: 300).peak == nil)
  }
}
