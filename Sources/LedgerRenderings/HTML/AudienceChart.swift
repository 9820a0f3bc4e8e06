import LedgerCore

/// A chart of a show's audience counts, with the peak and the quarters of the show.
struct AudienceChart {
  let line: MarketReport.Line
  let curve: AudienceCurve
  let zone: TimeZone

  private let left = 8.0
  private let right = 312.0
  private let top = 44.0
  private let bottom = 170.0

  /// The chart; `nil` if there are fewer than two counts.
  var figure: HTML? {
    guard let first = curve.points.first, let last = curve.points.last, first.at < last.at,
      let peak = curve.peak
    else { return nil }
    let event = line.event
    let span = Self.span(event, first.at, last.at)
    let most = Double(max(peak.count, 1))
    func x(_ at: Instant) -> Double {
      let length = Double(span.end.milliseconds - span.start.milliseconds)
      let part = Double(at.milliseconds - span.start.milliseconds) / length
      return left + (right - left) * part
    }
    func y(_ count: Int64) -> Double { bottom - (bottom - top) * Double(count) / most }
    var shapes = curve.gaps.map { gap in
      ChartFrame.bar(
        x(gap.from), top, width: x(gap.to) - x(gap.from), height: bottom - top, "gap")
    }
    for piece in curve.pieces { shapes += self.piece(piece, x, y) }
    shapes.append(ChartFrame.line(left, bottom, right, bottom, "axis"))
    for mark in marks(within: span) {
      shapes.append(ChartFrame.line(x(mark.at), top - 8, x(mark.at), bottom, "mark"))
      shapes.append(ChartFrame.text(mark.name, x(mark.at), top - 12, anchor: "middle"))
    }
    shapes += [
      ChartFrame.dot(x(peak.at), y(peak.count)),
      ChartFrame.text(
        "peak \(grouped(peak.count)) at \(clock(peak.at, span))", left, 14, "value"),
      ChartFrame.text(clock(span.start, span), left, bottom + 18),
      ChartFrame.text(clock(span.end, span), right, bottom + 18, anchor: "end"),
    ]
    return ChartFrame.figure(
      "\(event.title), \(zone.day(of: event.startsAt))",
      description: description(peak, first, last),
      height: 196, note: "People watching at once (\(event.key)), times in \(zone.name)", shapes)
  }

  /// The line of counts from one gap to the next; a single count is a short stroke.
  private func piece(
    _ counts: [AudienceCurve.Point], _ x: (Instant) -> Double, _ y: (Int64) -> Double
  ) -> [HTML] {
    guard let first = counts.first, let last = counts.last else { return [] }
    if first == last {
      return [
        ChartFrame.line(x(first.at) - 1, y(first.count), x(first.at) + 1, y(first.count), "curve")
      ]
    }
    let points = counts.map {
      "\(ChartFrame.units(x($0.at))),\(ChartFrame.units(y($0.count)))"
    }
    let floor = ChartFrame.units(bottom)
    let area =
      "M\(ChartFrame.units(x(first.at))),\(floor) L" + points.joined(separator: " L")
      + " L\(ChartFrame.units(x(last.at))),\(floor) Z"
    return [
      HTML.element("path", ["d": area, "class": "area"]),
      .element("polyline", ["points": points.joined(separator: " "), "class": "curve"]),
    ]
  }

  /// The whole show if the counts cover more than half of it; otherwise the time of the counts.
  private static func span(
    _ event: Event, _ first: Instant, _ last: Instant
  ) -> (start: Instant, end: Instant) {
    guard let end = event.endsAt, let length = event.duration,
      last.milliseconds - first.milliseconds > length / 2
    else { return (first, last) }
    return (min(event.startsAt, first), max(end, last))
  }

  private func marks(within span: (start: Instant, end: Instant)) -> [(name: String, at: Instant)] {
    guard let end = line.event.endsAt else { return [] }
    return RetainedViewers.Mark.allCases.map { mark in
      (
        "\(mark.rawValue) %", RetainedViewers.instant(mark, from: line.event.startsAt, to: end)
      )
    }.filter { $0.at >= span.start && $0.at <= span.end }
  }

  private func clock(_ at: Instant, _ span: (start: Instant, end: Instant)) -> String {
    let text = "\(zone.civil(at))"
    // The time to the minute, with the day if there are several.
    let minute = text.prefix(16)
    return zone.day(of: span.start) == zone.day(of: span.end)
      ? String(minute.suffix(5)) : String(minute)
  }

  /// When nobody counted, in words.
  private var gaps: String {
    guard !curve.gaps.isEmpty else { return "" }
    let shown = curve.gaps.prefix(5).map { "\(zone.civil($0.from)) to \(zone.civil($0.to))" }
    let more = curve.gaps.count - shown.count
    return " Not counted: \(shown.joined(separator: ", "))"
      + (more > 0 ? " and \(more) more." : ".")
  }

  private func description(
    _ peak: AudienceCurve.Point, _ first: AudienceCurve.Point, _ last: AudienceCurve.Point
  ) -> String {
    let retained = [
      ReportMetric.retainedAtQuarter, .retainedAtHalf, .retainedAtThreeQuarters,
    ].compactMap { metric in
      line.figures.figure(metric).flatMap { figure in
        figure.value == nil ? nil : "\(metric.title.lowercasedFirst) \(FigureText.value(figure))"
      }
    }
    return
      "People watching at once: \(grouped(first.count)) at \(zone.civil(first.at)), "
      + "\(grouped(last.count)) at \(zone.civil(last.at)), peak \(grouped(peak.count)) at "
      + "\(zone.civil(peak.at))"
      + (retained.isEmpty ? "." : "; " + retained.joined(separator: ", ") + ".") + gaps
  }
}
