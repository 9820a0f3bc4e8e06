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

  /// Counts at minutes, as a stream that dropped leaves them.
  private func counted(_ minutes: [Int64]) throws -> AudienceCurve {
    AudienceCurve(
      points: try minutes.map {
        .init(at: try #require(Instant(milliseconds: $0 * 60_000)), count: 80_000)
      })
  }

  @Test func `a stretch without counts is a gap, and a thinned curve keeps it`() throws {
    // Every minute but from 37 to 42, which is longer than three minutes.
    let curve = try counted(Array(0...37) + Array(42...1000))
    #expect(
      curve.gaps.map { [$0.from.milliseconds, $0.to.milliseconds] } == [[2_220_000, 2_520_000]])
    #expect(curve.pieces.map(\.count) == [38, 959])
    let thinned = curve.thinned(to: 20)
    #expect(thinned.points.count <= 20)
    #expect(thinned.gaps == curve.gaps && thinned.pieces.count == 2)
    #expect(thinned.pieces.first?.last?.at.milliseconds == 2_220_000)
    #expect(thinned.pieces.last?.first?.at.milliseconds == 2_520_000)
  }

  @Test(
    arguments: [
      // Hourly counts are no gaps, nor is three times the usual step.
      ([0, 60, 120, 180], 0), ([0, 1, 2, 5, 6], 0), ([0, 1, 2, 6, 7], 1), ([0, 60, 400, 460], 1),
      ([0], 0), ([], 0), ([0, 500], 0),
    ] as [([Int64], Int)])
  func `what is too long depends on the usual step`(minutes: [Int64], gaps: Int) throws {
    #expect(try counted(minutes).gaps.count == gaps)
  }
}
