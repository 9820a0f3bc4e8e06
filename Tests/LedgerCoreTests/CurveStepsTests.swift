import LedgerCore
import TestSupport
import Testing

/// What of a curve is observed, against a walk along it second by second.
@Suite struct CurveStepsTests {
  /// A curve of counts at whole seconds, whose steps are mostly alike.
  private func randomCurve(_ random: inout SeededGenerator) -> [CurvePoint] {
    let usual = random.pick([1, 20, 30, 33, 34, 60, 66, 67, 120, 300, 330, 900, 3600] as [Int64])
    var points: [CurvePoint] = []
    var second: Int64 = 0
    for _ in 0..<random.number(0...30) {
      points.append(CurvePoint(at: second * 1000, count: random.number(0...1000)))
      let step = random.pick([1, 1, 1, 1, 2, 3, 4, 6, 20] as [Int64]) * usual
      second += max(1, random.chance(20) ? step + random.number(-1...1) : step)
    }
    return points
  }

  /// Seconds that were observed, and twice the people × seconds in them.
  private func walked(_ points: [CurvePoint]) -> (seconds: Int64, twiceArea: Double) {
    let steps = zip(points, points.dropFirst()).map { ($1.at - $0.at) / 1000 }.sorted()
    guard !steps.isEmpty else { return (0, 0) }
    let median = steps[(steps.count - 1) / 2]
    let edges: [Int64] = [
      33, 66, 132, 330, 660, 1_320, 3_300, 6_600, 13_200, 33_000, 66_000, 132_000,
    ]
    let longest = max(120, 3 * (edges.first { $0 >= median } ?? 0))
    var (seconds, area, index): (Int64, Double, Int) = (0, 0, 0)
    for second in points[0].at / 1000..<points[points.count - 1].at / 1000 {
      while points[index + 1].at <= second * 1000 { index += 1 }
      let (left, right) = (points[index], points[index + 1])
      let length = (right.at - left.at) / 1000
      guard length <= longest else { continue }
      func people(_ second: Int64) -> Double {
        Double(left.count)
          + Double(right.count - left.count) * Double(second - left.at / 1000) / Double(length)
      }
      seconds += 1
      area += people(second) + people(second + 1)
    }
    return (seconds, area)
  }

  @Test func `what is observed is what a walk along the curve finds`() throws {
    var random = SeededGenerator(for: "gaps")
    var gaps = 0
    for _ in 0..<200 {
      let points = randomCurve(&random)
      guard let totals = Curve.totals(points, metric: .concurrent) else { continue }
      let walked = walked(points)
      #expect(totals.observedSpan == walked.seconds * 1000, "SEED=\(random.seed)")
      let area = Double(totals.observedTwiceArea) / 1000
      #expect(abs(area - walked.twiceArea) < 1e-3, "SEED=\(random.seed)")
      if !totals.gaps.isEmpty { gaps += 1 }
    }
    #expect(gaps > 40)
  }

  @Test func `steps that come in any order are those of the whole`() throws {
    var random = SeededGenerator(for: "steps")
    for _ in 0..<200 {
      let points = randomCurve(&random)
      var (known, steps): ([CurvePoint], CurveSteps) = ([], CurveSteps())
      for point in points.shuffled(using: &random) {
        let left = known.last { $0.at < point.at }.map { [$0] } ?? []
        let right = known.first { $0.at > point.at }.map { [$0] } ?? []
        steps.add(left + right, removing: true)
        steps.add(left + [point] + right)
        known = (known + [point]).sorted { $0.at < $1.at }
      }
      #expect(steps == CurveSteps(of: points), "SEED=\(random.seed)")
    }
  }

  @Test(
    arguments: [
      // A median of a minute, a little more or less, is one of a minute.
      ([60_000], 198_000), ([59_800, 60_200], 198_000), ([66_000], 198_000), ([66_001], 396_000),
      ([1_000], 120_000), ([33_000], 120_000), ([33_001], 198_000), ([3_600_000], 19_800_000),
    ] as [([Int64], Int64)])
  func `the usual step is the upper edge of the class of the median`(
    lengths: [Int64], longest: Int64
  ) {
    var (points, at): ([CurvePoint], Int64) = ([CurvePoint(at: 0, count: 1)], 0)
    for length in lengths {
      at += length
      points.append(CurvePoint(at: at, count: 1))
    }
    #expect(CurveSteps(of: points).longestObserved == longest)
  }

  @Test func `the shorter one of two steps in the middle is the usual one`() {
    let points = [0, 60_000, 3_660_000].map { CurvePoint(at: $0, count: 1) }
    #expect(CurveSteps(of: points).gaps(in: points).map(\.length) == [3_600_000])
  }
}
