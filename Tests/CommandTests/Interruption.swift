import Foundation

/// A command that was interrupted at a call of the system, in a copy of a folder with a book.
struct Interruption {
  /// Whether there was such a call.
  let happened: Bool
  let status: Int32
  let said: String
  private let folder: URL

  private static let calls = "write,pwrite64,fsync,fdatasync,ftruncate,unlink,rename,renameat2,link"

  /// Whether `strace` is there, and may trace.
  static let isPossible =
    (try? Shell.run("strace -qq -e trace=none true", in: FileManager.default.temporaryDirectory)
      .status)
    == 0

  init(of command: String, by fault: String, at call: Int, in prepared: URL) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.copyItem(at: prepared, to: folder)
    let trace = "strace -f -qq -o trace -e trace=\(Self.calls)"
    (status, said) = try Shell.run(
      "\(trace) -e inject=\(Self.calls):\(fault):when=\(call) \(command)", in: folder)
    let log = try String(contentsOf: folder.appending(path: "trace"), encoding: .utf8)
    happened = log.contains("(INJECTED)") || log.contains("killed by SIGKILL")
  }

  /// What the shell prints.
  func ask(_ question: String) throws -> String { try Shell.run(question, in: folder).output }

  func cleanUp() { try? FileManager.default.removeItem(at: folder) }

  /// A folder with a book and a file to load.
  static func prepared() throws -> URL {
    let folder = try Shell.newFolder()
    var counts = "event,at,count\n"
    for second in 0..<60 {
      let seconds = String(100 + second).dropFirst()
      counts += "on-trend-2021-12-08,2021-12-08T17:00:\(seconds)Z,\(second)\n"
    }
    try Data(counts.utf8).write(to: folder.appending(path: "counts.csv"))
    let events = Project.root.appending(path: "examples/on-trend/events.csv").path()
    _ = try Shell.run("ledger init && ledger import events \(events)", in: folder)
    return folder
  }
}
