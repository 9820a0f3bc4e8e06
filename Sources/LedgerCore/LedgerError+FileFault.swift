extension LedgerError {
  /// What is wrong with a file beside a book: one that is read for it, or that it is written to.
  public enum FileFault: Equatable, Sendable, CustomStringConvertible {
    /// It cannot be read: what is wrong with it; the path `-` is standard input.
    case unreadable(FileUse, path: String, reason: String)
    /// It is larger than such a file can be; the path `-` is standard input.
    case tooLarge(FileUse, path: String)
    /// It is not UTF-8 text; the path `-` is standard input.
    case notText(FileUse, path: String)
    /// A folder has no file that can be imported: the extensions of names that can.
    case nothingToImport(folder: String, extensions: [String])
    /// It, or a folder, cannot be created: the system's reason.
    case cannotCreate(path: String, reason: String)
    /// It cannot be written: the system's reason.
    case cannotWrite(path: String, reason: String)
    /// The disk did not confirm that it was written.
    case unconfirmed(path: String)
    /// It is the file of a book that is open, and cannot be read as something else.
    case isBook(path: String)
    /// What is read of an export is not what was exported, in words.
    case notAsExported(path: String, reason: String)

    /// The path of the file.
    public var path: String {
      switch self {
      case .unreadable(_, let path, _), .tooLarge(_, let path), .notText(_, let path),
        .cannotCreate(let path, _),
        .cannotWrite(let path, _), .unconfirmed(let path), .isBook(let path),
        .notAsExported(let path, _),
        .nothingToImport(let path, _):
        path
      }
    }

    /// One sentence that names the file and says what to do.
    public var description: String {
      switch self {
      case .unreadable(let use, let path, let reason): "\(use.name(of: path)) \(reason)"
      case .tooLarge(let use, let path):
        "\(use.name(of: path)) is too large: a \(use.rawValue) has at most \(use.limitText)"
      case .notText(let use, let path): "\(use.name(of: path)) is not UTF-8 text"
      case .nothingToImport(let folder, let extensions):
        "\(quoted(folder)) has no file that can be loaded: names have to end in "
          + extensions.joined(separator: ", ") + ", or one of these and .gz"
      case .cannotCreate(let path, let reason): "\(quoted(path)) cannot be created: \(reason)"
      case .cannotWrite(let path, let reason): "\(quoted(path)) cannot be written: \(reason)"
      case .unconfirmed(let path): "the disk did not confirm that \(quoted(path)) was written"
      case .isBook(let path):
        "\(quoted(path)) is the file of a book that is open: name another file"
      case .notAsExported(let path, let reason): "\(quoted(path)) \(reason)"
      }
    }

    /// What kind of failure it is.
    var code: Code {
      switch self {
      case .unreadable, .nothingToImport: .notFound
      case .notText: .invalid
      case .cannotCreate, .cannotWrite: .denied
      case .unconfirmed: .internal
      case .isBook, .notAsExported, .tooLarge: .refused
      }
    }
  }

  /// What a file beside a book is read for.
  public enum FileUse: String, CaseIterable, Sendable {
    case policy, profile, statement

    /// The most bytes that it may have.
    package var limit: Int { self == .statement ? Query.sizeLimit : 1 << 20 }

    fileprivate var limitText: String {
      self == .statement ? "\(grouped(Int64(limit))) bytes" : "1 MB"
    }

    fileprivate func name(of path: String) -> String {
      path == "-" ? "the \(rawValue) on standard input" : "\(rawValue) \(quoted(path))"
    }
  }
}
