/// Why a line is no object that can be a row, and where in it.
struct JSONFault: Error {
  let reason: String
  /// The byte of the line, from 0 on; nil where it would not help.
  let index: Int?

  init(_ reason: String, at index: Int? = nil) {
    self.reason = reason
    self.index = index
  }
}
