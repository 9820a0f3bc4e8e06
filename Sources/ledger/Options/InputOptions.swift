public import ArgumentParser
import LedgerCore
public import LedgerImport
import LedgerKit

/// Which files to read, and what is known of their format.
struct InputOptions: ParsableArguments {
  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "The format of the files (default: detected).", valueName: "format")
  )
  var format: FileFormat?
  @Option(help: ArgumentHelp("The sheet of an Excel workbook.", valueName: "name"))
  var sheet: String?
  @Option(
    help: ArgumentHelp(
      "What separates the fields of CSV: , ; | or tab.", valueName: "character"))
  var delimiter: Delimiter?
  @Argument(
    help: ArgumentHelp(
      "Files of CSV, JSON Lines or Excel (xlsx), or folders of them; - is standard input.",
      valueName: "file"))
  var paths: [String] = []

  /// The options about the format.
  var layout: FileLayout {
    FileLayout(format: format, delimiter: delimiter?.byte, sheet: sheet)
  }

  /// The files, with those of a folder in the order of their names in its place.
  func files() throws -> [String] {
    var files: [String] = []
    for path in paths {
      guard path != "-", let names = Host.names(inFolder: path) else {
        files.append(path)
        continue
      }
      let folder = path.hasSuffix("/") ? path : path + "/"
      let found = names.filter { name in
        FileFormat.mayRead(name) && Host.names(inFolder: folder + name) == nil
      }
      let shown = fileName(ofPath: path)
      guard !found.isEmpty else {
        throw CommandFailure(
          "\(shown): no file in this folder can be loaded: names have to end in "
            + FileFormat.endings.joined(separator: ", ") + ", or one of these and .gz")
      }
      let list = found.map(fileName(ofPath:)).joined(separator: ", ")
      Messages.remark("\(shown): \(found.count) \(found.count == 1 ? "file" : "files"): \(list)")
      files += found.map { folder + $0 }
    }
    return files
  }
}

extension FileFormat: ExpressibleByArgument {}
