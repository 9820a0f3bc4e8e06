import LedgerCore
import LedgerImport

/// The profiles of an import, completed by the options that hold for all rows.
struct ImportProfiles {
  /// Values of fields that no column has.
  let constants: [(field: String, value: String?)]
  /// The zone of times without one.
  let zoneName: String?

  /// The profile of a name: one that the program knows, or a file.
  func chosen(_ name: String) throws -> Profile {
    let isName = !name.contains("/") && !name.hasSuffix(".toml")
    do {
      // A name is never a file by accident, nor a file a name: ./NAME is the file.
      if isName, let known = try KnownExports.profile(name) { return try adapted(known) }
      guard let bytes = System.contents(of: name, limit: 1 << 20) else {
        throw CommandFailure(
          "profile \(quoted(name)) cannot be read: check its name"
            + (isName ? "; `ledger profiles` lists those that need no file" : ""))
      }
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw CommandFailure("profile \(quoted(name)) is not UTF-8 text", .invalid)
      }
      let file = name.split(separator: "/").last.map(String.init) ?? name
      return try adapted(try Profile(toml: text, name: file))
    } catch let error as ProfileError {
      throw CommandFailure(ImportAdvice(constants).sentence(error), error.code)
    }
  }

  /// A profile with the constants and the zone that the options state.
  func adapted(_ profile: Profile) throws(ProfileError) -> Profile {
    var profile = profile
    for (field, value) in constants {
      if let value { profile = try profile.settingConstant(field, value) }
    }
    return zoneName.map(profile.settingTimeZone) ?? profile
  }
}
