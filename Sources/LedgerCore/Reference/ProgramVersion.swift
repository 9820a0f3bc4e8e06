/// The version of the ledger; `CHANGELOG.md` says what is in it.
public let programVersion = "0.1.0"
