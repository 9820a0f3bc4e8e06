import LedgerCore

/// Why the promises of a book do not hold in full where its file is.
package enum PlaceCaution: Equatable, Sendable {
  /// A file system on another machine, by its type.
  case network(String)
  /// A folder that a program copies to other machines, by the program's name.
  case synchronised(String)

  /// What is known of a place by the system's table of mounts and by what is in its folders.
  static func of(_ path: String, mount: FileSystem.Mount?) -> PlaceCaution? {
    if let type = mount?.type, isNetwork(type) { return .network(type) }
    guard let real = FileSystem.realPath(BookCopy.folder(of: path)),
      var folder = String(validating: real, as: UTF8.self)
    else { return nil }
    while true {
      for (name, program) in signs where FileSystem.statusOfName(folder + "/" + name) != nil {
        return .synchronised(program)
      }
      guard folder != "/" else { return nil }
      folder = BookCopy.folder(of: folder)
    }
  }

  private static func isNetwork(_ type: String) -> Bool {
    networks.contains(type) || type.hasPrefix("fuse.") && !local.contains(type)
  }

  private static let networks: Set = [
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "virtiofs", "vboxsf", "afs", "coda", "ceph",
    "lustre", "gfs2", "ocfs2", "glusterfs", "beegfs", "orangefs", "davfs",
  ]

  /// File systems in user space that keep their bytes on a disk of this machine.
  private static let local: Set = [
    "fuse.gocryptfs", "fuse.encfs", "fuse.ntfs-3g", "fuse.exfat", "fuse.bindfs", "fuse.mergerfs",
    "fuse.fuse-overlayfs", "fuse.lxcfs",
  ]

  /// What synchronising programs leave in the topmost folder that they synchronise.
  private static let signs = [
    (".stfolder", "Syncthing"), (".dropbox", "Dropbox"), (".dropbox.cache", "Dropbox"),
    (".nextcloudsync.log", "Nextcloud"), (".owncloudsync.log", "ownCloud"),
    (".sync/ID", "Resilio Sync"), (".tmp.drivedownload", "Google Drive"),
    (".seafile-data", "Seafile"),
  ]
}
