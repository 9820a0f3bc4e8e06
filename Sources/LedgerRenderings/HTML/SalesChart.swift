import LedgerCore

/// A chart of what was sold over time in one currency, with one column per period.
struct SalesChart {
  let groups: [ReportGroup]
  let grouping: Grouping
  let currency: Currency

  private static let most = 60

  /// The chart; `nil` if nothing was sold in the currency.
  var figure: HTML? {
    let all = groups.map { ($0.key.label, $0.figures.figure(.gmvNet, in: currency)) }
    let shown = Array(all.suffix(Self.most))
    let numbers = shown.map { $0.1?.number ?? 0 }
    guard let (label, best) = shown.max(by: { ($0.1?.number ?? 0) < ($1.1?.number ?? 0) }),
      let best, shown.contains(where: { $0.1?.value != nil })
    else { return nil }
    let (left, right, top, bottom) = (8.0, 312.0, 26.0, 160.0)
    let (high, low) = (max(0, numbers.max() ?? 0), min(0, numbers.min() ?? 0))
    let scale = (bottom - top) / max(high - low, .leastNonzeroMagnitude)
    let zero = top + high * scale
    let step = (right - left) / Double(shown.count)
    let width = min(step * 0.8, 48)
    var shapes: [HTML] = []
    for (index, number) in numbers.enumerated() where number != 0 {
      let x = left + (Double(index) + 0.5) * step - width / 2
      shapes.append(
        number > 0
          ? ChartFrame.bar(x, zero - number * scale, width: width, height: number * scale)
          : ChartFrame.bar(x, zero, width: width, height: -number * scale, "below"))
    }
    shapes.append(ChartFrame.line(left, zero, right, zero, "axis"))
    shapes.append(ChartFrame.text("max: \(FigureText.value(best)), \(label)", left, 14, "value"))
    // As many labels as fit next to each other.
    let every = max(1, Int((84 / step).rounded(.up)))
    for index in stride(from: 0, to: shown.count, by: every) {
      let x = left + (Double(index) + 0.5) * step
      let anchor = shown.count == 1 || every == 1 ? "middle" : index == 0 ? "start" : "middle"
      guard x < right - 30 || every == 1 else { continue }
      shapes.append(
        ChartFrame.text(
          ChartFrame.fitted(shown[index].0, 76), anchor == "start" ? left : x, bottom + 18,
          anchor: anchor))
    }
    let earlier = all.count - shown.count
    return ChartFrame.figure(
      "GMV net by \(grouping.noun), \(currency.code)",
      description: shown.map { name, figure in
        "\(name): \(figure.map(FigureText.value) ?? TextTable.missing)"
      }.joined(separator: "; ") + ".",
      height: 186,
      note: earlier > 0 ? "The last \(shown.count); \(earlier) earlier ones are not shown." : nil,
      shapes)
  }
}
