public import LedgerCore
import LedgerImport

/// The files that are to be imported, by the paths of files and folders.
public struct ImportFiles: Equatable, Sendable {
  /// Their paths, with the files of a folder in its place, in the order of their names.
  public private(set) var paths: [String] = []
  /// Those of them that are in a folder, and were not named themselves.
  public private(set) var ofFolders: Set<String> = []
  /// What was found in each folder, in a sentence.
  public private(set) var remarks: [String] = []

  /// Finds the files; `-` is standard input.
  ///
  /// Of a folder, these are the files with names that can be loaded, without those in folders
  /// within it.
  ///
  /// - Throws: ``LedgerError/file(_:)`` for a folder without such a file.
  public init(_ paths: [String]) throws(LedgerError) {
    for path in paths {
      guard path != "-", let names = Host.names(inFolder: path) else {
        self.paths.append(path)
        continue
      }
      let folder = path.hasSuffix("/") ? path : path + "/"
      let found = names.filter { name in
        FileFormat.mayRead(name) && Host.names(inFolder: folder + name) == nil
      }
      guard !found.isEmpty else {
        throw .file(.nothingToImport(folder: path, extensions: FileFormat.endings))
      }
      remarks.append(
        "\(fileName(ofPath: path)): \(found.count) \(found.count == 1 ? "file" : "files"): "
          + found.map(fileName(ofPath:)).joined(separator: ", "))
      self.paths += found.map { folder + $0 }
      ofFolders.formUnion(found.map { folder + $0 })
    }
  }
}
