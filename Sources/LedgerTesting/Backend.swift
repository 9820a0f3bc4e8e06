public import LedgerCore
public import Testing

/// A storage, as the contract opens it.
///
/// A storage of another package runs the whole contract with these lines in its tests:
///
/// ```swift
/// let mine = Backend("my storage") { try MyLedger.makeEmpty() }
///
/// @Test(arguments: [mine], Contract.all)
/// func `my storage keeps its promises`(mine: Backend, promise: Promise) throws {
///   try promise.check(mine)
/// }
/// ```
public struct Backend: Sendable, CustomTestStringConvertible {
  /// The name that a failure shows.
  public let name: String
  /// Returns a ledger with a new, empty book.
  public let open: @Sendable () throws -> any Ledger
  /// Returns two ledgers with one new, empty book; `nil` if the storage cannot open a book twice.
  ///
  /// The second one gives up at once if the first keeps it from recording.
  public let openTwice: (@Sendable () throws -> (any Ledger, any Ledger))?

  /// Creates a backend.
  public init(
    _ name: String, openTwice: (@Sendable () throws -> (any Ledger, any Ledger))? = nil,
    open: @escaping @Sendable () throws -> any Ledger
  ) {
    self.name = name
    self.open = open
    self.openTwice = openTwice
  }

  /// ``ModelLedger``, which only its own process can read.
  public static let model = Backend("model") { ModelLedger() }

  /// The name.
  public var testDescription: String { name }
}
