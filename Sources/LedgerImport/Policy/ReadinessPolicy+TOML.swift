public import LedgerCore

extension ReadinessPolicy {
  /// The text of the policy that is used unless another is named.
  public static var standardText: String {
    String(decoding: PackageResources.default_toml, as: UTF8.self)
  }

  /// The policy that is used unless another is named.
  ///
  /// - Throws: ``ProfileError``, where the program itself is wrong.
  public static func standard(_ reference: Reference) throws(ProfileError) -> ReadinessPolicy {
    try ReadinessPolicy(toml: standardText, name: "default policy", reference: reference)
  }

  /// Reads a policy.
  ///
  /// `name`: the policy's file, as messages are to show it.
  /// - Throws: ``ProfileError`` for what is no TOML, for a key that is not known, and for a number
  ///   that is missing or none.
  public init(toml: String, name: String, reference: Reference) throws(ProfileError) {
    let root = try Section(toml: toml, profile: name)
    let measures = ReadinessCriterion.Measure.allCases
    try root.allow(
      ["name", "version", "currency", "last_shows"] + measures.map(\.rawValue)
        + measures.compactMap(\.formerName))
    let code = try root.required("currency", root.text("currency"))
    let currency: Currency
    do { currency = try reference.currency(code) } catch {
      throw root.fault("currency", "is wrong: \(error.description)")
    }
    let shows = try root.required("last_shows", root.number("last_shows"))
    guard shows >= 1, shows <= 100_000, shows.rounded() == shows else {
      throw root.fault("last_shows", "is not a whole number from 1 to 100,000")
    }
    var criteria: [ReadinessCriterion] = []
    for measure in measures {
      let former = try measure.formerName.flatMap { name throws(ProfileError) in
        try root.section(name)
      }
      if let section = try root.section(measure.rawValue) ?? former {
        criteria.append(try Self.criterion(measure, section))
      }
    }
    guard !criteria.isEmpty else {
      throw root.fault(
        "name",
        "stands over no criterion; known are "
          + measures.map { "[\($0.rawValue)]" }.joined(separator: ", "))
    }
    let version = try root.required("version", root.number("version"))
    guard version >= 1, version <= 1_000_000, version.rounded() == version else {
      throw root.fault("version", "is not a whole number from 1 to 1,000,000")
    }
    self.init(
      name: try root.required("name", root.text("name")), version: Int64(version),
      currency: currency, lastShows: Int(shows), criteria: criteria)
  }

  private static func criterion(
    _ measure: ReadinessCriterion.Measure, _ section: Section
  ) throws(ProfileError) -> ReadinessCriterion {
    try section.allow(["pass", "stop", "reason"])
    let pass = try section.required("pass", section.number("pass"))
    let stop = try section.number("stop")
    let reason = try section.text("reason")
    do {
      return try ReadinessCriterion(measure: measure, pass: pass, stop: stop, reason: reason)
    } catch {
      throw section.fault("stop", "is better than pass")
    }
  }
}

extension Section {
  fileprivate func required<T>(_ key: String, _ value: T?) throws(ProfileError) -> T {
    guard let value else { throw fault(key, "is missing") }
    return value
  }
}
