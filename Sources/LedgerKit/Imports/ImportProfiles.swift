import LedgerCore
import LedgerImport

/// The profiles of an import, completed by what holds for all rows.
struct ImportProfiles {
  /// Values of fields that no column has.
  let constants: [(field: String, value: String)]
  /// How values are stated to be written.
  var layout = FileLayout()
  /// The zone of times without one.
  let zone: String?
  /// As soon as this descriptor is readable, reading a profile stops.
  let stop: Int32?

  /// The profile of a name: one that the program knows, or a file.
  func chosen(_ name: String) throws -> Profile {
    // A name is never a file by accident, nor a file a name: ./NAME is the file.
    let isName = !name.contains("/") && !name.hasSuffix(".toml")
    if isName, let known = try KnownExports.profile(name) { return try adapted(known) }
    let text = try Host.text(of: name, for: .profile, stoppedBy: stop)
    let file = name.split(separator: "/").last.map(String.init) ?? name
    return try adapted(try Profile(toml: text, name: file))
  }

  /// A profile with the constants, the formats and the zone.
  func adapted(_ profile: Profile) throws(ProfileError) -> Profile {
    var profile = profile
    for (field, value) in constants { profile = try profile.stating(field, value) }
    profile = try profile.stating(layout)
    return zone.map(profile.settingTimeZone) ?? profile
  }
}
