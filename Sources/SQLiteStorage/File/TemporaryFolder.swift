/// A folder for one process, which is deleted with this value and everything in it.
final class TemporaryFolder {
  let path: String

  init() throws(FileSystem.Failure) { path = try FileSystem.makeTemporaryFolder() }

  deinit {
    for name in FileSystem.names(inFolder: path) ?? [] where name != "." && name != ".." {
      FileSystem.remove(path + "/" + name)
    }
    FileSystem.removeFolder(path)
  }
}
