extension Connection {
  /// Keeps strangers' statements from doing anything but reading what they are permitted to.
  ///
  /// There is no way back: a connection that was restricted stays so.
  ///
  /// - Throws: ``SQLiteError``
  public func restrict(
    to permission: Permission, limits: StatementLimits = StatementLimits(),
    by restrictions: Set<Restriction> = Set(Restriction.allCases)
  ) throws(SQLiteError) {
    self.restrictions = restrictions
    if restrictions.contains(.queryOnly) { try execute("PRAGMA query_only = on") }
    if restrictions.contains(.temporaryInMemory) { try execute("PRAGMA temp_store = memory") }
    for restriction in restrictions { handle.apply(restriction) }
    if restrictions.contains(.limits) { handle.apply(limits) }
    guard restrictions.contains(.authorizer) else { return }
    // SQLite declares these tables when they are first named, and asks the authorizer whether the
    // statement may make a table.
    for table in Permission.computedTables + permission.pragmas.map({ "pragma_\($0)" }) {
      _ = try? handle.prepare("SELECT 1 FROM \(table)", persistent: false)
    }
    handle.authorize(permission)
  }

  /// Asks `isOver` at every few steps of each statement, and ends it with
  /// ``SQLiteError/Code/interrupt`` when that is so.
  ///
  /// A single call of a function is not interrupted, and may take long.
  public func interrupt(when isOver: @escaping @Sendable () -> Bool) {
    handle.interrupt(when: isOver)
  }

  /// What was last refused while a statement was prepared, in words.
  public var refusal: String? { handle.refusal }

  /// What ``refusal`` says of a statement that writes, attaches or opens a transaction.
  public static let writingRefusal = "it would do more than read"

  /// Opens another file beside this one under a name, as this one was opened.
  ///
  /// - Throws: ``SQLiteError``
  public func attach(_ path: String, as name: String, isStill: Bool) throws(SQLiteError) {
    var statement = try uncachedStatement("ATTACH ?1 AS ?2")
    let file = Self.fileName(path, mode: isStill ? .immutable : .readOnly)
    try statement.run(.text(file), .text(name))
  }

  /// The most memory that all connections of the program may use together, in bytes.
  public static func limitMemory(bytes: Int64) { DatabaseHandle.limitMemory(bytes: bytes) }
}
