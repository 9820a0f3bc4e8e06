public import LedgerImport

/// Follows an import, and may stop it.
///
/// All methods are called on the thread that imports. An observer that collects something is a
/// class.
public protocol ImportObserver {
  /// A file begins; `size`: its bytes, if that is known.
  func begin(_ file: String, size: Int?)

  /// The names of the columns, where the file is a table.
  func read(_ header: TableHead)

  /// A row or a value is not recorded; in the order of lines, once the chunk that it is in is
  /// recorded.
  func reject(_ rejection: Rejection)

  /// Something about the format that is worth telling.
  func remark(_ remark: ImportRemark, in file: String)

  /// What has been done so far, all of which is durable; says whether to go on.
  ///
  /// In a task, `Task.isCancelled ? .stop : .goOn` stops with the task.
  func afterChunk(_ progress: ImportProgress) -> ImportStep

  /// Whether a rejection has its row as it stands in the file.
  var needsRows: Bool { get }

  /// Whether progress has the outcome of each line.
  var needsLines: Bool { get }
}

extension ImportObserver {
  /// Does nothing.
  public func begin(_ file: String, size: Int?) {}
  /// Does nothing.
  public func read(_ header: TableHead) {}
  /// Does nothing.
  public func reject(_ rejection: Rejection) {}
  /// Does nothing.
  public func remark(_ remark: ImportRemark, in file: String) {}
  /// Goes on.
  public func afterChunk(_ progress: ImportProgress) -> ImportStep { .goOn }
  /// No.
  public var needsRows: Bool { false }
  /// No.
  public var needsLines: Bool { false }
}

/// An observer that does nothing.
public struct SilentObserver: ImportObserver, Sendable {
  /// Makes an observer.
  public init() {}
}
