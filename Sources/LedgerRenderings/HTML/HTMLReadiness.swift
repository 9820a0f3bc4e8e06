import LedgerCore

/// A readiness as a page of its own, or as a section of a report's page.
struct HTMLReadiness {
  private let readiness: Readiness
  private let hints: Hints

  init(_ readiness: Readiness, _ hints: Hints) {
    self.readiness = readiness
    self.hints = hints
  }

  var text: String {
    let name = "\(readiness.market.name) (\(readiness.market.code))"
    return HTMLPage(
      title: "\(name): \(ReadinessText.headline(readiness))",
      header: [.element("h1", [:], "\(name): readiness"), verdict],
      body: [details], book: readiness.book
    ).text
  }

  /// The verdict, on one line.
  var verdict: HTML {
    let kind: String
    switch readiness.verdict {
    case .goOn: kind = "go"
    case .wait: kind = "wait"
    case .stop: kind = "stop"
    }
    let shows = readiness.shows
    return .element(
      "p", ["class": "verdict \(kind)"],
      [
        .element("strong", [:], capitalized(ReadinessText.headline(readiness))),
        .element(
          "span", [:],
          " · \(readiness.market.name), based on its last "
            + "\(grouped(Int64(shows))) show\(shows == 1 ? "" : "s")"),
      ])
  }

  /// The criteria, and what would change the verdict.
  var details: HTML {
    let policy = readiness.policy
    let rows = readiness.findings.map { finding in
      [
        words(finding.criterion.measure.rawValue), ReadinessText.value(finding),
        ReadinessText.interval(finding), ReadinessText.threshold(finding.criterion),
        finding.isReasonToStop ? "stop" : finding.result.rawValue, finding.basis,
      ]
    }
    let changes = ReadinessText.changes(readiness, hints)
    return HTML([
      .part(
        "Readiness",
        [
          HTMLTable.table(
            "Policy “\(policy.name)”, version \(policy.version); amounts in "
              + "\(policy.currency.code). A criterion passes when its whole interval clears the "
              + "threshold.",
            ["Criterion", "Value", "95 % interval", "Threshold", "Result", "Evidence"], rows,
            texts: [4, 5])
        ]),
      .part("What would change the verdict", [.list(changes)]),
      readiness.remarks.isEmpty
        ? HTML([]) : .part("Settings", [.list(readiness.remarks)]),
    ])
  }

  private func words(_ name: String) -> String {
    capitalized(String(name.map { $0 == "_" ? " " : $0 })).replacingGMV
  }

  private func capitalized(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}

extension String {
  fileprivate var replacingGMV: String { hasPrefix("Gmv") ? "GMV" + dropFirst(3) : self }
}
