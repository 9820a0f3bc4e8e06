import LedgerCore
import Testing

extension Contract {
  /// What every storage promises of how people watched a show.
  public static let viewing: [Promise] = [
    Promise("each mark of a show is known by the counts around it, in whatever order they come") {
      backend in
      let ledger = try backend.open()
      let points = [("18:05", 10), ("18:20", 40), ("18:40", 60)] as [(String, Int64)]
      for (number, order) in permutations(points).enumerated() {
        let key = "show-\(number)"
        _ = try ledger.record([event(key, ends: "2021-12-08T19:00Z")], as: draft())
        for (time, people) in order {
          _ = try ledger.record(
            [count(people, event: key, at: "2021-12-08T\(time)Z")], as: draft())
        }
      }
      for asOf in [nil, try ledger.lastEntry] {
        for show in try ledger.totals(of: uk, during: .always, asOf: asOf).events {
          #expect(show.retained == RetainedViewers(micros: [30_000_000, 50_000_000, nil]))
        }
      }
      let shown = try ledger.totals("show-0").retained
      #expect(shown == RetainedViewers(micros: [30_000_000, 50_000_000, nil]))
      _ = try ledger.record(
        [count(20, event: "show-0", at: "2021-12-08T18:55Z")], as: draft())
      #expect(try ledger.totals("show-0").retained?[.threeQuarters] == 46_666_667)
    },

    Promise("what lies between counts that are too far apart was not observed") { backend in
      let ledger = try backend.open()
      _ = try ledger.record([event("a", ends: "2021-12-08T19:00Z")], as: draft())
      // Each minute of the first ten and of the last twenty, with no count between them.
      let minutes = Array(0...10) + Array(40...59)
      let counts = try minutes.map { minute in
        try count(100, at: "2021-12-08T18:\(minute < 10 ? "0" : "")\(minute)Z")
      }
      _ = try ledger.record(counts, as: draft())
      let views = [(10, "18:10"), (70, "18:40"), (127, "19:00")] as [(Int64, String)]
      _ = try ledger.record(
        views.map { try count($0, of: .views, at: "2021-12-08T\($1)Z") }, as: draft())
      let observed: Int64 = 29 * 60_000
      func check(_ show: EventTotals?) {
        let curve = show?.audience(.concurrent)
        #expect(curve?.gaps.map(\.length) == [1_800_000])
        #expect(curve?.observedSpan == observed)
        #expect(curve?.observedTwiceArea == 200 * observed)
        // The marks at a quarter and at half of the hour lie between the counts.
        #expect(show?.retained == RetainedViewers(micros: [nil, nil, 100_000_000]))
        // The views from 18:00 to 18:10, and those from 18:40 to 18:59.
        #expect(show?.watched == WatchTime(twiceArea: 200 * 29 * 60_000, viewsMicros: 64_150_000))
      }
      check(try ledger.totals("a"))
      for asOf in [nil, try ledger.lastEntry] {
        check(try ledger.totals(of: uk, during: .always, asOf: asOf).events.first)
      }
      // Every five minutes is too far apart in a show that is counted every minute.
      for minute in stride(from: 15, through: 35, by: 5) {
        _ = try ledger.record([count(100, at: "2021-12-08T18:\(minute)Z")], as: draft())
      }
      let gaps = try #require(ledger.totals("a").audience(.concurrent)).gaps
      #expect(gaps.map(\.length) == Array(repeating: 300_000, count: 6))
    },

    Promise("hourly counts are no gaps, and the usual step is of all counts") { backend in
      let ledger = try backend.open()
      try ledger.recordEvents("a")
      func gaps(after time: String) throws -> [Int64] {
        _ = try ledger.record([count(5, at: "2021-12-08T\(time)Z")], as: draft())
        for asOf in [nil, try ledger.lastEntry] {
          let totals = try ledger.totals(of: uk, during: .always, asOf: asOf).events.first
          #expect(try totals?.audience(.concurrent) == ledger.totals("a").audience(.concurrent))
        }
        return try #require(ledger.totals("a").audience(.concurrent)).gaps.map(\.length)
      }
      for time in ["18:00", "19:00", "20:00", "21:00"] { #expect(try gaps(after: time) == []) }
      // With more counts of a minute than of an hour, the hours were not observed.
      #expect(try gaps(after: "21:01") == [] && gaps(after: "21:02") == [])
      #expect(try gaps(after: "21:03") == [3_600_000, 3_600_000, 3_600_000])
      let last = try ledger.lastEntry ?? 0
      _ = try ledger.void(last, reason: "wrong", as: draft())
      #expect(try ledger.totals("a").audience(.concurrent)?.gaps == [])
    },

    Promise("a show without an end has no marks") { backend in
      let ledger = try backend.open()
      try ledger.recordEvents("a")
      _ = try ledger.record(
        [count(10), count(20, at: "2021-12-08T18:30Z"), count(30, at: "2021-12-08T19:00Z")],
        as: draft())
      #expect(try ledger.totals("a").retained == nil)
    },

    Promise("a watch time is of the time in which both people and views were observed") {
      backend in
      let ledger = try backend.open()
      /// Seconds per view of a show of an hour, with 100 people at once.
      func seconds(
        _ key: String, people: [String], views: [String: Int64]
      ) throws -> Int128? {
        _ = try ledger.record([event(key, ends: "2021-12-08T19:00Z")], as: draft())
        let counts =
          try people.map { try count(100, event: key, at: "2021-12-08T\($0)Z") }
          + views.map { try count($1, of: .views, event: key, at: "2021-12-\($0)Z") }
        _ = try ledger.record(counts, as: draft())
        let watched = try ledger.totals(key).watched
        for asOf in [nil, try ledger.lastEntry] {
          let totals = try ledger.totals(of: uk, during: .always, asOf: asOf)
          #expect(totals.events.first { $0.event.key.description == key }?.watched == watched)
        }
        return watched.map { $0.twiceArea * 500 / $0.viewsMicros }
      }
      let all = ["18:00", "18:30", "19:00"]
      // 100 people × 3,600 s ÷ 500 views
      #expect(try seconds("whole", people: all, views: ["08T19:00": 500]) == 720)
      // Views that are seen later are those of the end.
      #expect(try seconds("later", people: all, views: ["09T12:00": 500]) == 720)
      // 100 × 1,800 s ÷ 500, and not 100 × 3,600 s ÷ 500
      #expect(try seconds("views", people: all, views: ["08T18:30": 500]) == 360)
      #expect(try seconds("cut", people: ["18:00", "19:00"], views: ["08T18:30": 500]) == 360)
      // 100 × 1,800 s ÷ 200, those between a quarter past and a quarter to
      #expect(
        try seconds("people", people: ["18:15", "18:45"], views: ["08T19:00": 400]) == 900)
      #expect(
        try seconds(
          "counted", people: ["18:15", "18:45"],
          views: ["08T18:10": 10, "08T18:20": 30, "08T18:45": 120, "08T19:00": 400]) == 1800)
      #expect(try seconds("apart", people: ["18:45", "19:00"], views: ["08T18:30": 500]) == nil)
      #expect(try seconds("once", people: ["18:30"], views: ["08T19:00": 500]) == nil)
    },
  ]
}

extension Ledger {
  /// The number of the last entry.
  fileprivate var lastEntry: Int64? {
    get throws { try entries(limit: 1).first?.number }
  }
}
