/// What a target is set for: a metric of the reports, by its name.
public struct TargetMetric: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The name: `gmv_net`.
  public let description: String

  /// Makes a metric of a name, with hyphens or underscores.
  ///
  /// This is the one place that decides which names are metrics.
  /// - Throws: ``LedgerError/invalid(field:value:reason:)`` for what is no name of words.
  public init(name: String) throws(LedgerError) {
    let plain = String(name.lowercased().map { $0 == "-" ? "_" : $0 })
    let words = plain.utf8.split(separator: UInt8(ascii: "_"), omittingEmptySubsequences: false)
    let isName = words.allSatisfy { word in
      !word.isEmpty && word.allSatisfy { (0x61...0x7a).contains($0) || (0x30...0x39).contains($0) }
    }
    guard isName, plain.utf8.count <= 64, plain.utf8.first.map({ $0 >= 0x61 }) ?? false else {
      throw .invalid(
        field: "metric", value: name, reason: "is not the name of a metric, such as gmv_net")
    }
    description = plain
  }

  /// Alphabetical order.
  public static func < (left: TargetMetric, right: TargetMetric) -> Bool {
    left.description < right.description
  }
}
