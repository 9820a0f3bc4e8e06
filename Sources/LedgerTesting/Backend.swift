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
  /// Whether its ledgers take their salts from ``salt(for:attempt:)``.
  ///
  /// Then each receipt is compared with that of the model. With salts that nobody can guess, the
  /// receipts of two books differ as soon as a person is named.
  public let isSalted: Bool

  /// Creates a backend.
  public init(
    _ name: String, isSalted: Bool = false,
    openTwice: (@Sendable () throws -> (any Ledger, any Ledger))? = nil,
    open: @escaping @Sendable () throws -> any Ledger
  ) {
    self.name = name
    self.open = open
    self.openTwice = openTwice
    self.isSalted = isSalted
  }

  /// ``ModelLedger``, which only its own process can read.
  public static let model = Backend("model", isSalted: true) { ModelLedger() }

  /// The salts of books in tests: 16 bytes that depend on the text and the attempt alone.
  public static func salt(for text: String, attempt: Int) -> [UInt8] {
    var salt = [UInt8](repeating: UInt8(truncatingIfNeeded: attempt), count: Salts.length)
    for (index, byte) in text.utf8.enumerated() {
      salt[index % Salts.length] = salt[index % Salts.length] &* 31 &+ byte
    }
    return salt
  }

  /// ``salt(for:attempt:)``, as storages of this package are opened with it.
  package static let salts = Salts { salt(for: $0, attempt: $1) }

  /// The name.
  public var testDescription: String { name }
}
