/// Why a file cannot be read, or cannot be read any further.
///
/// A row that is bad by itself is not an error: see ``TabularRow/malformed(_:)``.
public struct TabularError: Error, Equatable, CustomStringConvertible {
  /// What kept a file from being read.
  public enum Kind: String, CaseIterable, Sendable {
    /// There is no such file.
    case missing
    /// The system does not permit reading it, or it is a folder.
    case denied
    /// The system failed while reading it.
    case failed
    /// Its fields have another delimiter than expected.
    case delimiter
    /// It has values where the names of columns should be.
    case header
    /// Its contents are not those of such a file.
    case content
  }

  /// What kept the file from being read.
  public let kind: Kind

  /// The physical line, counted from 1; nil if the error concerns the whole file.
  public let line: Int?

  /// The byte, counted from 0; nil if it would not help.
  public let byteOffset: Int?

  /// What is wrong and what to do.
  ///
  /// It does not name the file: see ``ByteSource/name``.
  public let reason: String

  /// Makes an error about a position in a file, or about the whole file.
  public init(
    _ kind: Kind = .content, line: Int? = nil, byteOffset: Int? = nil, reason: String
  ) {
    self.kind = kind
    self.line = line
    self.byteOffset = byteOffset
    self.reason = reason
  }

  /// The position, as far as it is known, and the reason: `line 3, byte 41: …`.
  public var description: String {
    switch (line, byteOffset) {
    case (let line?, let offset?): "line \(line), byte \(offset): \(reason)"
    case (let line?, nil): "line \(line): \(reason)"
    case (nil, let offset?): "byte \(offset): \(reason)"
    case (nil, nil): reason
    }
  }
}
