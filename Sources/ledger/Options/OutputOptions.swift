import ArgumentParser
import LedgerCore
import LedgerRenderings
import Terminal

/// Where a command writes its output.
struct OutputOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Write to a new file.", valueName: "file"))
  var output: String?

  /// The format that was asked for, else the one of the file's extension, else a default.
  func form<Form: FileForm>(_ asked: Form?, else other: Form) throws -> Form {
    if let asked { return asked }
    guard let output else { return other }
    guard let form = Form(path: output) else {
      throw CommandFailure(
        "no format has the extension of \(quoted(output)): add --format", status: 64)
    }
    return form
  }

  /// The columns of the terminal; `nil` where the output goes elsewhere.
  var width: Int? { output == nil && System.isScreen(1) ? System.columns(of: 1) : nil }

  /// Writes to the file, else to standard output.
  func write(_ text: String) throws {
    let output = try output.map { try Output(toNewFile: $0) } ?? Output()
    try output.write(text)
    try output.finish()
  }
}
