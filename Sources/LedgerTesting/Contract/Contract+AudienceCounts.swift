import LedgerCore
import Testing

extension Contract {
  /// What every storage promises of audience counts.
  public static let audienceCounts: [Promise] = [
    Promise("counts are recorded, already recorded, conflicting or refused, one by one") {
      backend in
      let ledger = try backend.open()
      try ledger.recordEvents("a", "abb")
      let recorded = try count(10)
      #expect(try ledger.record([recorded], as: draft()).outcomes == [.recorded])
      let batch = [
        try count(11, at: "2021-12-08T18:01Z"), recorded, try count(12), try count(1, event: "ab"),
        try count(10, of: .views),
      ]
      let recording = try ledger.record(batch, as: draft())
      let unknown = LedgerError.unknownEvent("ab", near: ["a", "abb"], count: 2)
      #expect(recording.entry == 3)
      #expect(
        recording.outcomes == [
          .recorded, .alreadyRecorded, .conflicting(recorded: recorded), .refused(unknown),
          .recorded,
        ])
      #expect(try ledger.entries(limit: 1).first?.counts == Entry.Counts(.audienceCounts, 2))
    },

    Promise("a count that is twice in a batch is recorded once") { backend in
      let ledger = try backend.open()
      try ledger.recordEvents("a")
      let first = try count(10)
      let recording = try ledger.record(
        [first, count(5, at: "2021-12-08T17:00Z"), first, count(11)], as: draft())
      #expect(
        recording.outcomes == [
          .recorded, .recorded, .alreadyRecorded, .conflicting(recorded: first),
        ])
      #expect(try ledger.totals("a").audience.first?.counts == 2)
    },

    Promise("in an empty book every count is refused") { backend in
      let ledger = try backend.open()
      let recording = try ledger.record([count(1), count(2)], as: draft())
      let refused = Outcome<AudienceCount>.refused(.unknownEvent("a", near: [], count: 0))
      #expect(recording == Recording(receipt: nil, outcomes: [refused, refused]))
    },

    Promise("totals are those of a curve drawn by hand") { backend in
      let ledger = try backend.open()
      try ledger.recordEvents("a")
      let curve = [
        try count(100, at: "2021-12-08T18:00:00Z"), try count(300, at: "2021-12-08T18:00:10Z"),
        try count(300, at: "2021-12-08T18:00:20Z"), try count(0, at: "2021-12-08T18:00:30Z"),
      ]
      _ = try ledger.record(curve, as: draft())
      let expected = AudienceTotals(
        metric: .concurrent, counts: 4, firstAt: curve[0].at, lastAt: curve[3].at, latest: 0,
        peak: 300, peakAt: curve[1].at, twiceArea: (400 + 600 + 300) * 10_000)
      #expect(try ledger.totals("a").audience == [expected])
    },

    // Each order of the five counts, each cut into two batches at each place.
    Promise("totals do not depend on the order in which counts arrive") { backend in
      let ledger = try backend.open()
      let base: [(Int64, String)] = [
        (5, "1969-12-31T23:59:59.999Z"), (9, "1970-01-01T00:00Z"), (9, "1970-01-01T00:00:01Z"),
        (0, "1970-01-01T00:00:01.001Z"), (3, "1970-01-01T00:01Z"),
      ]
      var number = 0
      for order in permutations(Array(base.indices)) {
        number += 1
        let key = "e\(number)"
        try ledger.recordEvents(key)
        let counts = try order.map { try count(base[$0].0, event: key, at: base[$0].1) }
        let cut = number % 6
        for batch in [counts.prefix(cut), counts.dropFirst(cut)] {
          let recording = try ledger.record(Array(batch), as: draft())
          #expect(recording.outcomes == batch.map { _ in .recorded })
          let known = Array(counts.prefix(cut == 0 || batch.startIndex > 0 ? 5 : cut))
          guard !batch.isEmpty else { continue }
          #expect(
            try ledger.totals(key).audience.first == Model.totals(.concurrent, known),
            "\(order), cut at \(cut)")
        }
      }
    },

    Promise("a peak is dated when it was first reached, whenever that is learned") { backend in
      let ledger = try backend.open()
      try ledger.recordEvents("a")
      for second in [30, 10, 20] {
        _ = try ledger.record([count(7, at: "2021-12-08T18:00:\(second)Z")], as: draft())
      }
      #expect(
        try ledger.totals("a").audience.first?.peakAt == (try instant("2021-12-08T18:00:10Z")))
    },

    Promise("more counts than one statement inserts are all recorded") { backend in
      let ledger = try backend.open()
      try ledger.recordEvents("a", "b")
      var counts: [AudienceCount] = []
      for second in 0..<250 {
        let at = try #require(Instant(milliseconds: Int64(second) * 1000))
        for key in ["b", "a"] {
          counts.append(
            try AudienceCount(event: EventKey(key), metric: .views, at: at, count: Int64(second)))
        }
      }
      _ = try ledger.record(counts.reversed(), as: draft())
      for key in ["a", "b"] {
        let own = counts.filter { $0.event.description == key }
        #expect(try ledger.totals(key).audience == [try #require(Model.totals(.views, own))])
      }
      #expect(
        try ledger.record(counts, as: draft()).outcomes == counts.map { _ in .alreadyRecorded })
    },

    Promise("every metric has totals of its own, in the order of the metrics") { backend in
      let ledger = try backend.open()
      try ledger.recordEvents("a")
      let counts = try Metric.allCases.reversed().enumerated().map { number, metric in
        try count(Int64(number), of: metric)
      }
      _ = try ledger.record(counts, as: draft())
      let audience = try ledger.totals("a").audience
      #expect(audience.map(\.metric) == Metric.allCases)
      #expect(audience.map(\.latest) == (0..<Int64(Metric.allCases.count)).reversed())
    },

    // Twice the area under 10,000 million viewers for a week passes 64 bits.
    Promise("a curve whose area is too large is refused, with all that repeats it") { backend in
      let ledger = try backend.open()
      try ledger.recordEvents("a", "b")
      let first = try count(AudienceCount.maximum, at: "2021-12-01T00:00Z")
      let last = try count(AudienceCount.maximum, at: "2021-12-08T00:00Z")
      let fine = try count(1, event: "b")
      let recording = try ledger.record([first, last, fine, last, first], as: draft())
      let fates = recording.outcomes.map(\.fate)
      #expect(fates == [.refused, .refused, .recorded, .refused, .refused])
      #expect(try ledger.totals("a").audience.isEmpty)
      #expect(try ledger.record([first], as: draft()).outcomes == [.recorded])
      #expect(
        try ledger.record([last, first], as: draft()).outcomes.map(\.fate)
          == [.refused, .alreadyRecorded])
    },

    Promise("who was still watching is told by restated counts") { backend in
      let ledger = try backend.open()
      _ = try ledger.record([event("a", ends: "2021-12-08T19:00Z")], as: draft())
      let (start, end) = ("2021-12-08T18:00Z", "2021-12-08T19:00Z")
      func restate(_ number: Int64, at: String) throws -> RetainedViewers? {
        _ = try ledger.record([count(number, at: at)], as: draft(), onConflict: .restate)
        return try ledger.totals("a").retained
      }
      #expect(try restate(100, at: start) == nil)
      #expect(try restate(200, at: end)?[.quarter] == 125_000_000)
      #expect(try restate(300, at: start)?[.quarter] == 275_000_000)
      #expect(try restate(100, at: end)?[.threeQuarters] == 150_000_000)
      #expect(try restate(10, at: "2021-12-08T18:30Z")?[.half] == 10_000_000)
      #expect(try restate(20, at: "2021-12-08T18:30Z")?[.half] == 20_000_000)
    },
  ]
}

/// All orders of the elements.
func permutations<T>(_ elements: [T]) -> [[T]] {
  guard elements.count > 1 else { return [elements] }
  return elements.indices.flatMap { index in
    var rest = elements
    let element = rest.remove(at: index)
    return permutations(rest).map { [element] + $0 }
  }
}
