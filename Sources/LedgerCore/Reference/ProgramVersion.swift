/// The version of the program; `CHANGELOG.md` lists the changes.
public let programVersion = "0.2.0"
