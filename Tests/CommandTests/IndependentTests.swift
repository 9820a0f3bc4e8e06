import Foundation
import Testing

/// The sums of the agency's quarter against `Tests/Independent/agency.py`, which has computed them
/// from the same files by other means.
@Suite struct AgencyTests {
  @Test func `the book of the agency's files adds up to what the files do`() throws {
    let file = Project.root.appending(path: "Tests/Independent/agency.json")
    let answers = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any]
    let markets = try #require(answers?["markets"] as? [String: [String: String]])
    let peaks = try #require(answers?["peak_concurrent"] as? [String: String])
    let printed = try Page.printed(
      by: """
        book=$PWD/agency.db
        $EXAMPLES/agency/make-book "$book" > log 2>&1 || { cat log; exit 1; }
        ledger report --db "$book" --market UK,DE --by event --format json
        """)
    let report = try #require(
      JSONSerialization.jsonObject(with: Data(printed.utf8)) as? [String: Any])
    var found: [String: String] = [:]
    for market in try #require(report["markets"] as? [[String: Any]]) {
      let code = try #require((market["market"] as? [String: Any])?["code"] as? String)
      let wanted = try #require(markets[code])
      let shown = figures(market)
      for (metric, answer) in wanted {
        #expect(
          shown[metric].flatMap { Decimal(string: $0) } == Decimal(string: answer),
          "\(code) \(metric)")
      }
      for group in try #require(market["groups"] as? [[String: Any]]) {
        if let key = group["key"] as? String { found[key] = figures(group)["peak_concurrent"] }
      }
    }
    for (event, peak) in peaks { #expect(found[event] == peak, "\(event)") }
  }

  @Test func `shows, creators and channels sold what the affiliate orders say`() throws {
    let file = Project.root.appending(path: "Tests/Independent/agency_credits.json")
    let answers = try #require(
      JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: [String: Any]])
    let printed = try Page.printed(
      by: """
        book=$PWD/agency.db
        $EXAMPLES/agency/make-book "$book" > log 2>&1 || { cat log; exit 1; }
        echo '{'
        for market in UK DE; do
          for by in event creator channel; do
            printf '"%s %s":' $market $by
            ledger report --db "$book" --market $market --credit none --by $by --format json
            echo ,
          done
          printf '"%s reconciled":' $market
          ledger reconcile --db "$book" --market $market --credit none --format json || true
          echo ,
        done
        echo '"end": 0 }'
        """)
    let found = try #require(
      JSONSerialization.jsonObject(with: Data(printed.utf8)) as? [String: Any])
    for (market, parts) in answers {
      for (by, part) in [("event", "shows"), ("creator", "creators"), ("channel", "channels")] {
        let report = try #require(found["\(market) \(by)"] as? [String: Any])
        let sections = try #require(report["markets"] as? [[String: Any]])
        let groups = try #require(sections.first?["groups"] as? [[String: Any]])
        for (name, wanted) in try #require(parts[part] as? [String: [String: Any]]) {
          let shown = try #require(groups.first { $0["key"] as? String == name }, "\(name)")
          #expect(figures(shown)["gmv_gross"] == "\(wanted["gross"] ?? "")", "\(market) \(name)")
          #expect(figures(shown)["orders"] == "\(wanted["orders"] ?? "")", "\(market) \(name)")
        }
      }
      let lines = try #require(found["\(market) reconciled"] as? [[String: Any]])
        .filter { $0["source"] as? String == "tiktok-live-detail" }
      for (show, wanted) in try #require(parts["reconciled"] as? [String: [String: String]]) {
        let line = try #require(lines.first { $0["show"] as? String == show }, "\(show)")
        for (column, value) in wanted {
          let isNone = column == "cancelled" && line[column] is NSNull
          #expect(isNone ? value.hasSuffix("0.00") : line[column] as? String == value, "\(show)")
        }
      }
    }
  }

  private func figures(_ part: [String: Any]) -> [String: String] {
    var values: [String: String] = [:]
    for figure in part["figures"] as? [[String: Any]] ?? [] {
      if let metric = figure["metric"] as? String, let value = figure["value"] {
        values[metric] = "\(value)"
      }
    }
    return values
  }
}

/// The figures of real data against `Tests/Independent/compute.py`, which has computed them from the
/// files by other means.
///
/// Skipped where the data is not there: it is not ours to ship.
@Suite struct IndependentTests {
  private static let data = Project.root.appending(path: "../shared/data").standardizedFileURL
  private static let isThere = FileManager.default.fileExists(atPath: data.path())

  private func answers(_ part: String) throws -> [String: [String: Any]] {
    let file = Project.root.appending(path: "Tests/Independent/answers.json")
    let all = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
    return try #require((all as? [String: Any])?[part] as? [String: [String: Any]])
  }

  /// The metrics of the groups of a report, by group.
  private func groups(_ commands: String) throws -> [String: [String: String]] {
    let profiles = Project.root.appending(path: "examples/profiles").path()
    let text = try Page.printed(
      by: "data=\(Self.data.path()); profiles=\(profiles); ledger init 2>/dev/null\n\(commands)")
    let report = try #require(
      JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let markets = try #require(report["markets"] as? [[String: Any]])
    var groups: [String: [String: String]] = [:]
    for group in try #require(markets.first?["groups"] as? [[String: Any]]) {
      guard let key = group["key"] as? String, let figures = group["figures"] as? [[String: Any]]
      else { continue }
      for figure in figures {
        guard let metric = figure["metric"] as? String, let value = figure["value"]
        else { continue }
        groups[key, default: [:]][metric] = "\(value)"
      }
    }
    return groups
  }

  /// Compares all groups with the answers, or with those of some groups.
  private func compare(
    _ groups: [String: [String: String]], with part: String, of some: Set<String>? = nil
  ) throws {
    let answers = try answers(part).filter { some?.contains($0.key) ?? true }
    #expect(Set(groups.keys) == Set(answers.keys))
    for (key, metrics) in answers {
      for (metric, answer) in metrics {
        let expected = try #require(Double("\(answer)"))
        let shown = groups[key]?[metric].flatMap(Double.init)
        #expect(shown.map { abs($0 - expected) < 1e-6 } ?? false, "\(key) \(metric) \(expected)")
      }
      for mark in ["retained_at_25", "retained_at_50", "retained_at_75"] where metrics[mark] == nil
      {
        #expect(groups[key]?[mark].flatMap(Double.init) == nil, "\(key) \(mark)")
      }
    }
  }

  @Test(.enabled(if: isThere, "../shared/data is not there"))
  func `the order lines of a web shop by month, in two of its months`() throws {
    let groups = try groups(
      """
      ledger import sales --profile $profiles/online-retail.toml --quiet \
        --limit-rejects 100000 $data/sales/online-retail/2011-0[12]-*.csv >/dev/null 2>&1 \
        || [ $? = 2 ]
      ledger report --market UK --by month --format json
      """)
    try compare(groups, with: "online_retail_uk_by_month", of: ["2011-01", "2011-02"])
  }

  @Test(.enabled(if: isThere, "../shared/data is not there"))
  func `the viewers per minute of marathons by event`() throws {
    let groups = try groups(
      """
      ledger import events --profile $profiles/gdq-minutes-events.toml --quiet \
        $data/audience/gdq-minutes/events.csv >/dev/null 2>&1
      ledger import audience --profile $profiles/gdq-minutes-audience.toml --quiet \
        $data/audience/gdq-minutes/audience.csv >/dev/null 2>&1 || [ $? = 2 ]
      ledger report --market US --by event --format json
      """)
    try compare(groups, with: "gdq_minutes_by_event")
  }
}
