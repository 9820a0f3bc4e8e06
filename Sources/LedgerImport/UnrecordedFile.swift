/// A file that is known by its header, and of which the book keeps nothing yet.
public struct UnrecordedFile: Equatable, Sendable {
  /// What the file is called: `Shopify payouts`.
  public let name: String
  /// What is in it, which has no place in the book.
  public let holds: String

  private struct Known {
    let file: UnrecordedFile
    let header: [String]
  }

  /// The file of such a header; `nil` for another one.
  static func of(_ names: [String]) throws(ProfileError) -> UnrecordedFile? {
    try known.get().first { known in
      known.header.allSatisfy { ColumnName.index(of: $0, in: names) != nil }
    }?.file
  }

  private static let known = Result { () throws(ProfileError) in
    let root = try Section(
      toml: String(decoding: PackageResources.unrecorded_toml, as: UTF8.self),
      profile: "unrecorded.toml")
    var all: [Known] = []
    for file in try root.sections("file") {
      guard let name = try file.text("name"), let holds = try file.text("holds"),
        let header = try file.list("header")
      else { throw root.fault("file", "needs name, holds and header") }
      all.append(Known(file: UnrecordedFile(name: name, holds: holds), header: header))
    }
    return all
  }
}
