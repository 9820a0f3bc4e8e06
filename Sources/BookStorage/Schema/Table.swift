import Rows

/// A table as this program reads and writes it.
package protocol Table {
  /// Its name.
  static var name: String { get }
  /// Its columns, in order. A test compares them with the migrated schema.
  static var columns: [Column] { get }
  /// The columns of its primary key, in order.
  static var key: [String] { get }
  /// The statements that are run on it.
  static var statements: [String] { get }
}

extension Table {
  static var statements: [String] { [] }
  package static var key: [String] { columns.prefix(1).map(\.name) }
}

/// A column of a table.
package struct Column: Equatable {
  package enum ColumnType: String { case integer = "INTEGER", text = "TEXT" }

  /// What a column is to a digest.
  package enum Role {
    /// A value that stands as it is.
    case value
    /// The entry that recorded the row.
    case entry
    /// A number of the row that the engine gave.
    case id
    /// The row of an event, which has another number in another engine.
    case event
    /// The row of a source of sales, likewise.
    case source
    /// The hash of a person's words; in an entry of recipe 1, the words themselves.
    case words
  }

  package let name: String
  package let type: ColumnType
  package let isNullable: Bool
  /// The value in rows from before the column was added.
  package var defaultValue: Int64?
  package var role = Role.value

  static func integer(
    _ name: String, nullable: Bool = false, defaultValue: Int64? = nil
  ) -> Column {
    Column(name: name, type: .integer, isNullable: nullable, defaultValue: defaultValue)
  }

  static func text(_ name: String, nullable: Bool = false) -> Column {
    Column(name: name, type: .text, isNullable: nullable)
  }

  static func words(_ name: String, nullable: Bool = false) -> Column {
    Column(name: name, type: .text, isNullable: nullable, role: .words)
  }

  static let id = Column(name: "id", type: .integer, isNullable: false, role: .id)
  static let entry = Column(name: "entry", type: .integer, isNullable: false, role: .entry)
  static let event = Column(name: "event", type: .integer, isNullable: false, role: .event)
  static let optionalEvent = Column(name: "event", type: .integer, isNullable: true, role: .event)
  static let source = Column(name: "source", type: .integer, isNullable: false, role: .source)
}

/// All tables of a book.
package enum Schema {
  package static var tables: [any Table.Type] {
    [
      CurrencyTable.self, MarketTable.self, MarketClockTable.self, EntryTable.self,
      DigestTable.self, VoidTable.self,
      EventTable.self,
      EventAmendmentTable.self, AmendedBrandTable.self, AmendedCreatorTable.self,
      EventBrandTable.self,
      EventCreatorTable.self, MetricTable.self, AudienceCountTable.self, AudienceTotalTable.self,
      EventRetentionTable.self,
      SaleSourceTable.self, SaleTable.self, EventSaleTotalTable.self,
      EventSaleQuarterTable.self, MarketSaleTotalTable.self, MarketSaleDayTable.self,
      ProductSaleTotalTable.self,
      ReportedTotalTable.self,
      ClaimTable.self, SurveyTable.self, SurveyAnswerTable.self,
      RateTable.self, TargetTable.self,
      MembershipTable.self, QuestionTable.self, QuestionParameterTable.self,
      AcceptanceTable.self, PersonTextTable.self, ForgottenTextTable.self,
      SettingTable.self,
    ]
  }

  /// The tables that migrations fill; rows can be added, but not changed.
  package static var filled: [any Table.Type] {
    [CurrencyTable.self, MarketTable.self, MarketClockTable.self, MetricTable.self]
  }

  /// The table of the clocks of markets, in which each row changes what the views show.
  package static var clocks: any Table.Type { MarketClockTable.self }
}
