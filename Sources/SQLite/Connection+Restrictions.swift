public import Rows

extension Connection {
  /// Restricts untrusted statements to reading what `permission` allows.
  ///
  /// This cannot be undone: a restricted connection stays restricted.
  ///
  /// - Throws: ``StorageError``
  public func restrict(
    to permission: Permission, limits: StatementLimits = StatementLimits(),
    by restrictions: Set<Restriction> = Set(Restriction.allCases)
  ) throws(StorageError) {
    self.restrictions = restrictions
    if restrictions.contains(.queryOnly) { try execute("PRAGMA query_only = on") }
    if restrictions.contains(.temporaryInMemory) { try execute("PRAGMA temp_store = memory") }
    for restriction in restrictions { handle.apply(restriction) }
    if restrictions.contains(.limits) { handle.apply(limits) }
    guard restrictions.contains(.authorizer) else { return }
    // SQLite declares these tables when a statement first names them, and asks the authorizer
    // whether that statement may create a table. So this names them before the authorizer is set.
    for table in Permission.computedTables + permission.pragmas.map({ "pragma_\($0)" }) {
      _ = try? handle.prepare("SELECT 1 FROM \(table)", persistent: false)
    }
    handle.authorize(permission)
  }

  /// Calls `isOver` every few steps, and interrupts the statement once it returns true.
  ///
  /// The statement then fails with ``SQLiteCode/interrupt``. A single call of a function is
  /// not interrupted and may take long.
  public func interrupt(when isOver: @escaping @Sendable () -> Bool) {
    handle.interrupt(when: isOver)
  }

  /// What was last refused while a statement was prepared, as a sentence fragment for people.
  public var refusal: String? { handle.refusal }

  /// The ``refusal`` of a statement that would write, attach a file or open a transaction.
  public static let writingRefusal = "it would do more than read"

  /// Attaches another file under a name, with the access that this connection has.
  ///
  /// `isStill`: whether nobody writes the file meanwhile; it is then opened as
  ///   ``OpenMode/immutable``.
  ///
  /// - Throws: ``StorageError``
  public func attach(_ path: String, as name: String, isStill: Bool) throws(StorageError) {
    var statement = try uncachedStatement("ATTACH ?1 AS ?2")
    let file = Self.fileName(path, mode: isStill ? .immutable : .readOnly)
    try statement.run(.text(file), .text(name))
  }

  /// How much memory all connections of the program use together, in bytes.
  public static var memoryInUse: Int64 { DatabaseHandle.memoryInUse }

  /// Limits the memory that all connections of the program may use together, in bytes.
  public static func limitMemory(bytes: Int64) { DatabaseHandle.limitMemory(bytes: bytes) }
}
