import ArgumentParser

/// A length of time, with its unit.
struct SQLTimeout: ExpressibleByArgument, CustomStringConvertible {
  let description: String
  let seconds: Double

  static let standard = SQLTimeout(description: "30s", seconds: 30)

  var defaultValueDescription: String { description }

  private init(description: String, seconds: Double) {
    self.description = description
    self.seconds = seconds
  }

  init?(argument: String) {
    let units: KeyValuePairs = ["ms": 0.001, "s": 1, "m": 60, "h": 3600]
    guard let unit = units.first(where: { argument.hasSuffix($0.key) }),
      let number = Int(argument.dropLast(unit.key.count)), (1...86_400_000).contains(number)
    else { return nil }
    self.init(description: argument, seconds: Double(number) * unit.value)
  }
}
