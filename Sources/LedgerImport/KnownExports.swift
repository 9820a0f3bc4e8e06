/// The exports that the program knows by their headers, and how to read them.
public enum KnownExports {
  private static let texts: [(name: String, bytes: [UInt8])] = [
    ("tiktok-orders", PackageResources.tiktok_orders_toml),
    ("tiktok-affiliate-orders", PackageResources.tiktok_affiliate_orders_toml),
    ("tiktok-creator-orders", PackageResources.tiktok_creator_orders_toml),
    ("tiktok-creator-live-v1", PackageResources.tiktok_creator_live_v1_toml),
    ("tiktok-creator-live-v2", PackageResources.tiktok_creator_live_v2_toml),
    ("tiktok-live-detail", PackageResources.tiktok_live_detail_toml),
    ("tiktok-seller-live", PackageResources.tiktok_seller_live_toml),
    ("shopify-orders", PackageResources.shopify_orders_toml),
    ("whatnot-seller-report", PackageResources.whatnot_seller_report_toml),
    ("youtube-table-data", PackageResources.youtube_table_data_toml),
    ("twitch-stream-summary", PackageResources.twitch_stream_summary_toml),
    ("twitch-daily", PackageResources.twitch_daily_toml),
    ("sullygnome-streams", PackageResources.sullygnome_streams_toml),
    ("shopee-live-daily", PackageResources.shopee_live_daily_toml),
    ("shopee-live-list", PackageResources.shopee_live_list_toml),
    ("shopee-orders", PackageResources.shopee_orders_toml),
    ("amazon-date-range", PackageResources.amazon_date_range_toml),
    ("ebay-orders", PackageResources.ebay_orders_toml),
    ("etsy-order-items", PackageResources.etsy_order_items_toml),
    ("lazada-orders", PackageResources.lazada_orders_toml),
    ("square-items", PackageResources.square_items_toml),
    ("douyin-orders", PackageResources.douyin_orders_toml),
    ("timestamp-viewers", PackageResources.timestamp_viewers_toml),
  ]

  /// The names of the profiles, in the order in which they are listed.
  public static var names: [String] { texts.map(\.name) }

  /// The text of a profile, as a file of one's own may begin; `nil` for a name that is none.
  public static func text(_ name: String) -> String? {
    texts.first { $0.name == name }.map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  /// The profile of a name; `nil` for a name that is none.
  ///
  /// - Throws: ``ProfileError``, where the program itself is wrong.
  package static func profile(_ name: String) throws(ProfileError) -> Profile? {
    guard let text = text(name) else { return nil }
    return try Profile(toml: text, name: name)
  }

  static func profiles() throws(ProfileError) -> [Profile] { try all.get() }

  /// Read once, however many files are loaded.
  private static let all = Result { () throws(ProfileError) in
    var profiles: [Profile] = []
    for name in names {
      if let profile = try profile(name) { profiles.append(profile) }
    }
    return profiles
  }
}
