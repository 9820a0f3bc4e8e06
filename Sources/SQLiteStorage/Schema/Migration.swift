import BookStorage
import Rows
import SQLite

/// One step of the schema.
///
/// Its position in ``all``, counted from 1, is the version that it leads to.
struct Migration: Sendable {
  let name: String
  let sql: String
  /// What SQL cannot do, run after the SQL in the same transaction.
  let finish: @Sendable (Connection) throws(StorageError) -> Swift.Void

  /// What the step says of itself: the first line of its comment.
  var rule: String {
    let line = sql.prefix { $0 != "\n" }
    return line.hasPrefix("-- ") ? String(line.dropFirst(3)) : name
  }

  private init(
    _ name: String, _ script: [UInt8],
    finish: @escaping @Sendable (Connection) throws(StorageError) -> Swift.Void = { _ in }
  ) {
    self.name = name
    sql = String(decoding: script, as: UTF8.self)
    self.finish = finish
  }

  /// The version that the last step leads to that writes rows.
  ///
  /// Later steps only add columns, views, empty tables and those of zones, which the program can
  /// fill at any time: a book of this version or a later one is read as it is, with what it lacks
  /// over it (``Overlay``).
  static let lastFilling = 40

  /// The first version with entries.
  static let firstWithEntries = 5
  /// The first version with the digests of entries.
  static let firstWithDigests = 20

  /// All migrations, oldest first.
  ///
  /// A step that has been released is never edited; the next one corrects it.
  ///
  /// The compiler's resource embedding mangles the first digit of a file's name.
  static let all = [
    Migration("0001_create_reference", PackageResources._001_create_reference_sql),
    Migration("0002_fill_currency", PackageResources._002_fill_currency_sql),
    Migration("0003_fill_market_a_to_l", PackageResources._003_fill_market_a_to_l_sql),
    Migration("0004_fill_market_m_to_z", PackageResources._004_fill_market_m_to_z_sql),
    Migration("0005_create_entry", PackageResources._005_create_entry_sql),
    Migration("0006_create_void", PackageResources._006_create_void_sql),
    Migration("0007_create_event", PackageResources._007_create_event_sql),
    Migration("0008_create_audience_count", PackageResources._008_create_audience_count_sql),
    Migration("0009_create_sale", PackageResources._009_create_sale_sql),
    Migration("0010_create_views", PackageResources._010_create_views_sql),
    Migration("0011_create_reported_total", PackageResources._011_create_reported_total_sql),
    Migration("0012_count_more_facts", PackageResources._012_count_more_facts_sql),
    Migration(
      "0013_keep_finer_sale_totals", PackageResources._013_keep_finer_sale_totals_sql),
    Migration(
      "0014_fill_finer_sale_totals", PackageResources._014_fill_finer_sale_totals_sql),
    Migration("0015_create_claim", PackageResources._015_create_claim_sql),
    Migration("0016_create_survey", PackageResources._016_create_survey_sql),
    Migration("0017_create_rate", PackageResources._017_create_rate_sql),
    Migration("0018_create_target", PackageResources._018_create_target_sql),
    Migration("0019_create_membership", PackageResources._019_create_membership_sql),
    Migration("0020_create_digest", PackageResources._020_create_digest_sql) {
      connection throws(StorageError) in try SQLiteSession(connection).fillDigests()
    },
    Migration("0021_create_summaries", PackageResources._021_create_summaries_sql),
    Migration("0022_create_more_summaries", PackageResources._022_create_more_summaries_sql),
    Migration("0023_create_histories", PackageResources._023_create_histories_sql),
    Migration("0024_create_more_histories", PackageResources._024_create_more_histories_sql),
    Migration("0025_keep_retained_viewers", PackageResources._025_keep_retained_viewers_sql) {
      connection throws(StorageError) in try SQLiteSession(connection).fillRetention()
    },
    Migration("0026_create_question", PackageResources._026_create_question_sql),
    Migration("0027_create_acceptance", PackageResources._027_create_acceptance_sql),
    Migration("0028_create_amendment", PackageResources._028_create_amendment_sql),
    Migration("0029_show_amended_events", PackageResources._029_show_amended_events_sql),
    Migration("0030_create_market_clock", PackageResources._030_create_market_clock_sql),
    Migration(
      "0031_fill_market_clock_fixed_and_africa",
      PackageResources._031_fill_market_clock_fixed_and_africa_sql),
    Migration(
      "0032_fill_market_clock_america", PackageResources._032_fill_market_clock_america_sql),
    Migration("0033_fill_market_clock_asia", PackageResources._033_fill_market_clock_asia_sql),
    Migration("0034_fill_market_clock_europe", PackageResources._034_fill_market_clock_europe_sql),
    Migration("0035_fill_market_clock_oceans", PackageResources._035_fill_market_clock_oceans_sql),
    Migration("0036_show_local_time", PackageResources._036_show_local_time_sql),
    Migration(
      "0037_show_local_time_of_counts", PackageResources._037_show_local_time_of_counts_sql),
    Migration("0038_show_local_time_of_sales", PackageResources._038_show_local_time_of_sales_sql),
    Migration("0039_keep_sales_by_day", PackageResources._039_keep_sales_by_day_sql),
    Migration("0040_count_gifts", PackageResources._040_count_gifts_sql),
    Migration("0041_keep_words_apart", PackageResources._041_keep_words_apart_sql),
    Migration("0042_show_words", PackageResources._042_show_words_sql),
    Migration("0043_create_setting", PackageResources._043_create_setting_sql),
    Migration("0044_record_authors", PackageResources._044_record_authors_sql),
    Migration("0045_show_authors", PackageResources._045_show_authors_sql),
    Migration("0046_show_more_authors", PackageResources._046_show_more_authors_sql),
    Migration("0047_guard_rows", PackageResources._047_guard_rows_sql),
    Migration("0048_follow_refunds", PackageResources._048_follow_refunds_sql),
    Migration("0049_show_followed_refunds", PackageResources._049_show_followed_refunds_sql),
    Migration("0050_create_coverage", PackageResources._050_create_coverage_sql),
    Migration("0051_create_zones", PackageResources._051_create_zones_sql) {
      connection throws(StorageError) in
      try connection.execute(ZoneRows.script)
      try connection.execute(DecimalText.note)
    },
    Migration("0052_guard_zones", PackageResources._052_guard_zones_sql),
    Migration("0053_show_numbers_of_counts", PackageResources._053_show_numbers_of_counts_sql),
    Migration("0054_show_numbers_of_shows", PackageResources._054_show_numbers_of_shows_sql),
    Migration("0055_show_numbers_of_months", PackageResources._055_show_numbers_of_months_sql),
    Migration("0056_show_numbers_of_reports", PackageResources._056_show_numbers_of_reports_sql),
    Migration("0057_show_numbers_of_sales", PackageResources._057_show_numbers_of_sales_sql),
    Migration("0058_show_numbers_of_targets", PackageResources._058_show_numbers_of_targets_sql),
    Migration("0059_record_bounds", PackageResources._059_record_bounds_sql),
    Migration("0060_show_bounds", PackageResources._060_show_bounds_sql),
    Migration("0061_show_bounds_of_sales", PackageResources._061_show_bounds_of_sales_sql),
    Migration("0062_show_unknown_units", PackageResources._062_show_unknown_units_sql),
    Migration("0063_keep_larger_totals", PackageResources._063_keep_larger_totals_sql),
    Migration("0064_list_creators_once", PackageResources._064_list_creators_once_sql),
    Migration("0065_state_positive_answers", PackageResources._065_state_positive_answers_sql),
    Migration("0066_show_larger_totals", PackageResources._066_show_larger_totals_sql),
    Migration(
      "0067_show_larger_totals_of_shows", PackageResources._067_show_larger_totals_of_shows_sql),
  ]
}
