/// Why a line is not an object that can be a row, and at which byte.
struct JSONFault: Error {
  let reason: String
  /// The byte of the line, counted from 0; nil if it would not help.
  let index: Int?

  init(_ reason: String, at index: Int? = nil) {
    self.reason = reason
    self.index = index
  }
}
