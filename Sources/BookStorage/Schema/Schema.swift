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
      CurveStepTable.self, CurveGapTable.self, EventRetentionTable.self,
      SaleSourceTable.self, SaleTable.self, EventSaleTotalTable.self,
      EventSaleQuarterTable.self, EventCreditQuarterTable.self, MarketSaleTotalTable.self,
      MarketSaleDayTable.self,
      ProductSaleTotalTable.self,
      ReportedTotalTable.self,
      ClaimTable.self, SurveyTable.self, SurveyAnswerTable.self,
      RateTable.self, TargetTable.self,
      MembershipTable.self, QuestionTable.self, QuestionParameterTable.self,
      AcceptanceTable.self, PersonTextTable.self, ForgottenTextTable.self,
      SettingTable.self, CoverageTable.self, CreditTable.self, SameShowTable.self,
      EventMarkTable.self, AliasTable.self,
      ZoneTable.self, ZoneClockTable.self, ZoneReleaseTable.self,
      PrincipalZoneTable.self, DecimalTextTable.self,
    ]
  }

  /// The tables that migrations fill; rows can be added, but not changed.
  package static var filled: [any Table.Type] {
    [CurrencyTable.self, MarketTable.self, MarketClockTable.self, MetricTable.self]
      + ZoneRows.tables
  }

  /// The table of the clocks of markets, in which each row changes what older views show.
  package static var clocks: any Table.Type { MarketClockTable.self }
}
