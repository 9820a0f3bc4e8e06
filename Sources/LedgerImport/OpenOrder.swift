/// The last order of a file, which the next file may continue.
public struct OpenOrder: Equatable, Sendable {
  /// The profile that the file was read by.
  let profile: String
  /// Its number, as it stands in the file.
  let order: String
  /// What only its first row has, by the names of the columns.
  let texts: [String: String]
  /// How many rows it has had.
  let rows: Int64
}
