// The tables of a book as types, made from the migrations (UPDATE_TABLE_TYPES=1 npm test -- table-types); never edited.

export interface AddressesTable {
  id: number
  party_id: number
  kind: string
  street: string
  city: string
  region: string
  postal_code: string
  country: string
  position: number
  salt: string
  deleted: number
  recipient: string
  phone: string
}

export interface AdmissionItemsTable {
  id: number
  party_id: number
  position: number
  item: string
  title: string
  state: string
  signed_on: string | null
  person_id: number | null
  note: string
  salt: string
  deleted: number
}

export interface AlertMarksTable {
  id: number
  rule: string
  record_kind: string
  record_id: number | null
  detail: string
  cause: string
  state: string
  until_on: string | null
  note: string
  deleted: number
}

export interface AlertSettingsTable {
  id: number
  rule: string
  is_on: number
  days: number | null
  deleted: number
}

export interface AttachmentsTable {
  id: number
  hash: string
  media_type: string
  name: string
  size: number
  content: Uint8Array
  thumbnail: Uint8Array | null
  salt: string
}

export interface BankAccountsTable {
  id: number
  party_id: number | null
  label: string
  beneficiary: string
  bank_name: string
  bank_address: string
  account_number: string
  swift: string
  bank_code: string
  currency: string
  note: string
  position: number
  salt: string
  archived: number
  deleted: number
}

export interface BatchBalancesTable {
  batch_id: number
  warehouse_id: number
  on_hand_milli: number
}

export interface BatchesTable {
  id: number
  product_id: number
  code: string
  made_on: string | null
  expires_on: string | null
  note: string
  archived: number
  deleted: number
}

export interface BinsTable {
  id: number
  warehouse_id: number
  code: string
  note: string
  archived: number
  deleted: number
}

export interface BooksTable {
  id: number
  uid: string
  company_name: string
  country: string
  base_currency: string
  time_zone: string
  rate_max_age_days: number
  is_sample: number
  made_at: number
  company_name_zh: string
  street: string
  city: string
  region: string
  postal_code: string
  street_zh: string
  city_zh: string
  region_zh: string
  phone: string
  email: string
  website: string
  financial_year_month: number
  working_days: string
  logo_id: number | null
  stamp_id: number | null
  cost_method: string
}

export interface CarrierRatesTable {
  id: number
  table_id: number
  zone_id: number | null
  position: number
  over_grams: number
  up_to_grams: number | null
  base_minor: number
  step_grams: number | null
  step_minor: number | null
  ton_minor: number | null
  minimum_tons_milli: number | null
  deleted: number
}

export interface CarrierServicesTable {
  id: number
  carrier_id: number
  code: string
  name: string
  mode: string
  weighs_by: string
  divisor: number | null
  round_up_grams: number
  rounds_sides: number
  max_piece_grams: number | null
  max_side_mm: number | null
  days_min: number | null
  days_max: number | null
  storage_days: number | null
  note: string
  archived: number
  deleted: number
}

export interface CarrierSurchargesTable {
  id: number
  table_id: number
  position: number
  kind: string
  name: string
  ppm: number
  shipment_minor: number
  piece_minor: number
  kg_minor: number
  zone_id: number | null
  on_request: number
  valid_from: string | null
  valid_to: string | null
  deleted: number
}

export interface CarrierZonePlacesTable {
  id: number
  zone_id: number
  country: string
  postal_prefix: string
  deleted: number
}

export interface CarrierZonesTable {
  id: number
  service_id: number
  name: string
  position: number
  deleted: number
}

export interface CategoriesTable {
  id: number
  name_en: string
  name_zh: string
  description: string
  archived: number
  deleted: number
}

export interface CertificatesTable {
  id: number
  party_id: number
  kind: string
  title: string
  number: string
  issuer: string
  issued_on: string | null
  expires_on: string | null
  note: string
  salt: string
  archived: number
  deleted: number
}

export interface ChangeContextTable {
  id: number
  operation_id: number | null
}

export interface ChangesTable {
  id: number
  operation_id: number
  table_name: string
  row_id: number
  kind: string
  before: string
  after: string
}

export interface ChannelSkusTable {
  id: number
  channel: string
  external_sku: string
  product_id: number | null
  factor_milli: number
  title: string
  note: string
  deleted: number
  reserve_milli: number | null
}

export interface ChannelsTable {
  id: number
  code: string
  name: string
  kind: string
  country: string
  currency: string
  warehouse_id: number | null
  prices_with_tax: number
  collects_money: number
  collects_tax: number
  fee_ppm: number
  payment_fee_ppm: number
  order_fee_minor: number
  note: string
  archived: number
  deleted: number
}

export interface ClaimsTable {
  id: number
  number: string
  party_id: number
  order_id: number | null
  receipt_id: number | null
  kind: string
  opened_on: string
  closed_on: string | null
  status: string
  currency: string
  claimed_minor: number | null
  settled_minor: number | null
  text: string
  salt: string
  archived: number
  deleted: number
  shipment_id: number | null
}

export interface ClashMarksTable {
  id: number
  rule: string
  cause: string
  note: string
  deleted: number
}

export interface ClassRunItemsTable {
  id: number
  run_id: number
  product_id: number
  abc: string
  xyz: string
  raw_abc: string
  raw_xyz: string
  reason: string
  value: number | null
  share: undefined | null
  variation: undefined | null
}

export interface ClassRunsTable {
  id: number
  made_on: string
  parameters: string
  note: string
}

export interface ClosedValuesTable {
  id: number
  closing_id: number
  movement_id: number
  value_minor: number | null
}

export interface CompanyNumbersTable {
  id: number
  kind: string
  country: string
  number: string
  note: string
  position: number
  deleted: number
}

export interface ConsentsTable {
  id: number
  party_id: number
  purpose: string
  state: string
  stated_on: string
  proof: string
  person_id: number | null
  note: string
  salt: string
  deleted: number
}

export interface ContactsTable {
  id: number
  party_id: number
  name: string
  title: string
  email: string
  phone: string
  fax: string
  position: number
  salt: string
  deleted: number
  born_on: string | null
  language: string
}

export interface CustomsEntriesTable {
  id: number
  shipment_id: number
  position: number
  direction: string
  country: string
  declaration_number: string
  declared_on: string | null
  status: string
  status_on: string | null
  broker_id: number | null
  currency: string
  duty_minor: number | null
  tax_minor: number | null
  note: string
  salt: string
  deleted: number
}

export interface CustomsLinesTable {
  id: number
  entry_id: number
  position: number
  hs_code: string
  description: string
  origin_country: string
  qty_milli: number | null
  unit: string
  net_grams: number | null
  gross_grams: number | null
  value_minor: number | null
  deleted: number
}

export interface DemandOverridesTable {
  id: number
  product_id: number
  month_on: string
  qty_milli: number
  reason: string
  deleted: number
}

export interface DispatchLinesTable {
  id: number
  dispatch_id: number
  line_id: number
  qty_milli: number
  deleted: number
}

export interface DispatchesTable {
  id: number
  order_id: number
  document_id: number | null
  dispatched_on: string | null
  carrier_id: number | null
  tracking_number: string
  reference: string
  status: string
  note: string
  salt: string
  deleted: number
  shipment_id: number | null
}

export interface DistinctPartiesTable {
  id: number
  first_id: number
  second_id: number
  deleted: number
}

export interface DocumentVersionsTable {
  id: number
  record_kind: string
  record_id: number
  version: number
  cause: string
  snapshot: string
  salt: string
}

export interface DraftsTable {
  form: string
  content: string
  saved_at: number
}

export interface DunningItemsTable {
  id: number
  letter_id: number
  order_id: number
  due_on: string
  open_minor: number
  deleted: number
}

export interface DunningLettersTable {
  id: number
  number: string
  party_id: number
  step: number
  as_of: string
  sent_on: string | null
  pay_by: string | null
  language: string
  currency: string
  open_minor: number
  fee_minor: number
  note: string
  salt: string
  archived: number
  deleted: number
}

export interface ErasedLeavesTable {
  operation_id: number
  table_name: string
  row_id: number
  place: number
  leaf: string
}

export interface ErasuresTable {
  id: number
  table_name: string
  row_id: number
}

export interface ExpectedGoodsTable {
  id: number
  product_id: number
  warehouse_id: number
  supplier_id: number | null
  qty_milli: number
  ordered_on: string | null
  expected_on: string | null
  received_on: string | null
  reference: string
  status: string
  note: string
  archived: number
  deleted: number
  source: string
}

export interface ForecastsTable {
  product_id: number
  made_on: string
  fingerprint: string
  reorder_milli: number | null
  daily_milli: number | null
  content: string
}

export interface GradeExceptionsTable {
  id: number
  party_id: number
  reason: string
  given_on: string
  until_on: string
  person_id: number | null
  salt: string
  deleted: number
}

export interface GridStatesTable {
  list: string
  state: string
}

export interface ImportMappingsTable {
  id: number
  name: string
  kind: string
  signature: string
  mapping: string
  deleted: number
}

export interface InspectionFindingsTable {
  id: number
  inspection_id: number
  position: number
  defect: string
  severity: string
  pieces: number
  note: string
  salt: string
  deleted: number
}

export interface InspectionsTable {
  id: number
  order_id: number
  line_id: number | null
  receipt_id: number | null
  kind: string
  inspected_on: string
  inspector: string
  lot_milli: number | null
  level: string
  aql_critical: string
  aql_major: string
  aql_minor: string
  sample_size: number | null
  result: string
  note: string
  salt: string
  archived: number
  deleted: number
}

export interface IssueCostsTable {
  product_id: number
  movement_id: number
  position: number
  layer_id: number
  layer_on: string
  qty_milli: number
  value_minor: number | null
}

export interface KitPartsTable {
  id: number
  kit_id: number
  part_id: number
  qty_milli: number
  deleted: number
}

export interface LandedCostSharesTable {
  id: number
  landed_cost_id: number
  movement_id: number
  base_minor: number
}

export interface LandedCostsTable {
  id: number
  document_id: number
  posted_on: string
  kind: string
  split_by: string
  amount_minor: number
  currency: string
  rate: string
  rate_on: string
  base_minor: number
  party_id: number | null
  reference: string
  note: string
  reverses_id: number | null
  salt: string
  charge_id: number | null
}

export interface MergesTable {
  id: number
  merged_at: number
  file_name: string
  operations: number
  head_before: string
  head_after: string
  backup_name: string
  report: string
}

export interface MessagesTable {
  id: number
  party_id: number
  order_id: number | null
  kind: string
  direction: string
  happened_on: string
  subject: string
  text: string
  closed_on: string | null
  person_id: number | null
  salt: string
  archived: number
  deleted: number
}

export interface MigrationsTable {
  number: number
  name: string
  checksum: string
  applied_at: number
}

export interface MilestonesTable {
  id: number
  order_id: number
  position: number
  kind: string
  title: string
  planned_on: string | null
  actual_on: string | null
  note: string
  salt: string
  deleted: number
}

export interface NotesTable {
  id: number
  record_kind: string
  record_id: number
  text: string
  is_pinned: number
  salt: string
  deleted: number
}

export interface OfferPricesTable {
  id: number
  offer_id: number
  from_milli: number
  price_micros: number
  deleted: number
}

export interface OffersTable {
  id: number
  supplier_id: number
  product_id: number
  supplier_code: string
  supplier_name: string
  currency: string
  vat_included: number
  vat_ppm: number
  incoterm: string
  place: string
  min_order_milli: number | null
  carton_milli: number | null
  lead_time_days: number | null
  valid_from: string
  valid_to: string | null
  answer_id: number | null
  source: string
  note: string
  salt: string
  archived: number
  deleted: number
}

export interface OperationsTable {
  id: number
  replica: number
  sequence: number
  name: string
  person_id: number | null
  clock: number
  wall_at: number
  schema_version: number
  first_id: number
  last_id: number
  merged_heads: string
  previous_hash: string
  digest: string
  hash: string
}

export interface OrderLinesTable {
  id: number
  order_id: number
  position: number
  external_id: string
  product_id: number | null
  description: string
  qty_milli: number
  price_micros: number
  discount_ppm: number
  total_minor: number
  base_minor: number | null
  deleted: number
  sold_on: string | null
  cost_base_minor: number | null
  external_sku: string
  tax_ppm: number
  discount_minor: number
  tax_minor: number
  promised_on: string | null
  cancelled_milli: number
  credits_line_id: number | null
  due_on: string | null
  shipped_milli: number
  returned_milli: number
  open_milli: number
  goods_back: string
}

export interface PaperContentsTable {
  id: number
  hash: string
  template: string
  data: string
  html: Uint8Array
  salt: string
}

export interface PaperTemplatesTable {
  id: number
  kind: string
  name: string
  content: string
  is_default: number
  archived: number
  deleted: number
}

export interface PapersTable {
  id: number
  kind: string
  number: string
  record_kind: string
  record_id: number | null
  version_id: number | null
  party_id: number | null
  content_id: number
  template_name: string
  template_version: string
  language: string
  page_size: string
  issued_on: string
  currency: string
  total_minor: number | null
  status: string
  sent_on: string | null
  sent_to: string
  note: string
  salt: string
  archived: number
  deleted: number
}

export interface ParcelLinesTable {
  id: number
  parcel_id: number
  line_id: number
  qty_milli: number
  deleted: number
}

export interface ParcelsTable {
  id: number
  shipment_id: number
  position: number
  packaging: string
  pieces: number
  length_mm: number | null
  width_mm: number | null
  height_mm: number | null
  net_grams: number | null
  gross_grams: number | null
  marks: string
  carrier_id: number | null
  tracking_number: string
  told_on: string | null
  salt: string
  deleted: number
  state: string
  state_on: string | null
  heard_at: number | null
  delivered_on: string | null
}

export interface PartiesTable {
  id: number
  code: string
  name: string
  name_zh: string
  is_customer: number
  is_supplier: number
  is_carrier: number
  is_forwarder: number
  is_service: number
  country: string
  language: string
  currency: string
  email: string
  phone: string
  fax: string
  website: string
  tax_number: string
  status: string
  note: string
  salt: string
  archived: number
  deleted: number
  supply_kind: string
  supply_status: string
  supply_incoterm: string
  supply_place: string
  supply_lead_time_days: number | null
  supply_capacity: string
  supply_deposit_ppm: number
  supply_due_from: string
  supply_due_days: number
  supply_vat_included: number
  supply_vat_ppm: number
  supply_vat_recoverable: number
  customer_kind: string
  eori: string
  source: string
  channel: string
  tier: string
  owner_id: number | null
  born_on: string | null
  sale_deposit_ppm: number
  sale_due_from: string
  sale_due_days: number
  credit_limit_minor: number | null
  credit_currency: string
  credit_action: string
  merged_into_id: number | null
  courier_code: string
  tracking_url: string
}

export interface PartyTagsTable {
  id: number
  party_id: number
  tag: string
  deleted: number
}

export interface PaymentSharesTable {
  id: number
  payment_id: number
  purchase_order_id: number | null
  sales_order_id: number | null
  purpose: string
  order_minor: number
  payment_minor: number
  reverses_id: number | null
  currency: string
}

export interface PaymentsTable {
  id: number
  number: string
  direction: string
  party_id: number | null
  paid_on: string
  amount_minor: number
  currency: string
  rate: string
  rate_on: string
  base_minor: number
  fee_minor: number
  method: string
  reference: string
  note: string
  reverses_id: number | null
  salt: string
}

export interface PeopleTable {
  id: number
  name: string
  salt: string
  archived: number
  deleted: number
  name_zh: string
  title: string
  email: string
  phone: string
}

export interface PeriodClosingsTable {
  id: number
  through_on: string
  note: string
  deleted: number
}

export interface PlanningSettingsTable {
  id: number
  key: string
  value: string
  deleted: number
}

export interface ProductBarcodesTable {
  id: number
  product_id: number
  code: string
  position: number
  deleted: number
}

export interface ProductPicturesTable {
  id: number
  product_id: number
  attachment_id: number
  position: number
  deleted: number
}

export interface ProductsTable {
  id: number
  sku: string
  name_en: string
  name_zh: string
  kind: string
  parent_id: number | null
  variant_label: string
  category_id: number | null
  unit: string
  hs_code: string
  origin_country: string
  customs_name_en: string
  customs_name_zh: string
  declaration_en: string
  declaration_zh: string
  vat_rate_ppm: number | null
  refund_rate_ppm: number | null
  net_weight_grams: number | null
  gross_weight_grams: number | null
  length_mm: number | null
  width_mm: number | null
  height_mm: number | null
  pieces_per_carton: number | null
  carton_length_mm: number | null
  carton_width_mm: number | null
  carton_height_mm: number | null
  carton_net_grams: number | null
  carton_gross_grams: number | null
  packing: string
  price_micros: number | null
  price_currency: string | null
  cost_micros: number | null
  cost_currency: string | null
  moq_milli: number | null
  supplier_id: number | null
  status: string
  no_sale: number
  note: string
  archived: number
  deleted: number
  tracking: string
  reorder_milli: number | null
  order_multiple_milli: number | null
  lead_time_days: number | null
}

export interface PurchaseLinesTable {
  id: number
  order_id: number
  position: number
  external_id: string
  product_id: number | null
  supplier_code: string
  description: string
  qty_milli: number
  price_micros: number
  discount_ppm: number
  promised_on: string | null
  total_minor: number
  base_minor: number | null
  sales_line_id: number | null
  let_go_milli: number
  freight_minor: number | null
  freight_word: string
  weight_grams: number | null
  weight_word: string
  told_with: string
  insurance_minor: number | null
  note: string
  salt: string
  deleted: number
  bought_on: string | null
  due_on: string | null
  received_milli: number
  rejected_milli: number
  last_received_on: string | null
  open_milli: number
  net_base_minor: number | null
}

export interface PurchaseOrdersTable {
  id: number
  number: string
  channel: string
  external_id: string
  supplier_id: number | null
  warehouse_id: number | null
  ordered_on: string
  promised_on: string | null
  status: string
  sent_on: string | null
  confirmed_on: string | null
  closed_on: string | null
  cancel_reason: string
  currency: string
  rate: string | null
  rate_on: string | null
  vat_included: number
  vat_ppm: number
  vat_recoverable: number
  freight_minor: number | null
  tax_minor: number | null
  incoterm: string
  place: string
  mode: string
  country: string
  deposit_ppm: number
  due_from: string
  due_days: number
  under_ppm: number
  over_ppm: number
  answer_id: number | null
  reference: string
  is_history: number
  has_receipt_days: number
  note: string
  salt: string
  archived: number
  deleted: number
  line_count: number
  total_minor: number
  base_total_minor: number | null
  next_on: string | null
  owed_on: string | null
  has_quantities: number
  has_rejects: number
  unsettled: number | null
}

export interface PurchaseReceiptLinesTable {
  id: number
  receipt_id: number
  line_id: number
  qty_milli: number
  rejected_milli: number
  defect: string
  remedy: string
  movement_id: number | null
  note: string
  salt: string
  deleted: number
}

export interface PurchaseReceiptsTable {
  id: number
  order_id: number
  document_id: number | null
  issue_id: number | null
  received_on: string | null
  reference: string
  status: string
  note: string
  salt: string
  deleted: number
  shipment_id: number | null
}

export interface QuoteAnswerLinesTable {
  id: number
  answer_id: number
  line_id: number
  price_micros: number | null
  supplier_code: string
  min_order_milli: number | null
  carton_milli: number | null
  lead_time_days: number | null
  note: string
  salt: string
  deleted: number
}

export interface QuoteAnswersTable {
  id: number
  request_id: number
  supplier_id: number
  sent_at: number | null
  answered_at: number | null
  state: string
  currency: string
  rate: string | null
  rate_on: string | null
  incoterm: string
  place: string
  freight_minor: number | null
  other_minor: number | null
  duty_ppm: number | null
  vat_included: number
  vat_ppm: number
  deposit_ppm: number
  due_from: string
  due_days: number
  lead_time_days: number | null
  valid_to: string | null
  reference: string
  note: string
  salt: string
  deleted: number
}

export interface QuoteRequestLinesTable {
  id: number
  request_id: number
  position: number
  product_id: number | null
  description: string
  qty_milli: number
  sales_line_id: number | null
  deleted: number
}

export interface QuoteRequestsTable {
  id: number
  number: string
  title: string
  requested_on: string
  answer_by: string | null
  needed_on: string | null
  incoterm: string
  place: string
  status: string
  note: string
  salt: string
  archived: number
  deleted: number
}

export interface RateTablesTable {
  id: number
  service_id: number
  name: string
  currency: string
  valid_from: string
  valid_to: string | null
  minimum_minor: number
  note: string
  archived: number
  deleted: number
}

export interface RatesTable {
  id: number
  from_currency: string
  to_currency: string
  rate_on: string
  rate: string
  source: string
  deleted: number
}

export interface RecentRecordsTable {
  record_kind: string
  record_id: number
  opened_at: number
}

export interface RecordAttachmentsTable {
  id: number
  record_kind: string
  record_id: number
  attachment_id: number
  name: string
  kind: string
  expires_on: string | null
  note: string
  salt: string
  deleted: number
}

export interface SalesCostsTable {
  id: number
  order_id: number | null
  channel: string
  product_id: number | null
  kind: string
  incurred_on: string
  amount_minor: number
  currency: string
  rate: string | null
  rate_on: string | null
  base_minor: number | null
  is_estimate: number
  settlement_line_id: number | null
  party_id: number | null
  reference: string
  note: string
  salt: string
  archived: number
  deleted: number
  charge_id: number | null
}

export interface SalesOrdersTable {
  id: number
  number: string
  channel: string
  external_id: string
  customer_id: number | null
  ordered_on: string
  required_on: string | null
  shipped_on: string | null
  status: string
  currency: string
  rate: string | null
  rate_on: string | null
  carrier_id: number | null
  freight_minor: number | null
  ship_to_name: string
  ship_to_street: string
  ship_to_city: string
  ship_to_region: string
  ship_to_postal_code: string
  ship_to_country: string
  is_history: number
  note: string
  salt: string
  archived: number
  deleted: number
  line_count: number
  total_minor: number
  base_total_minor: number | null
  purpose: string
  document: string
  credits_id: number | null
  credit_reason: string
  serves_id: number | null
  customer_reference: string
  external_status: string
  confirmed_on: string | null
  delivered_on: string | null
  closed_on: string | null
  hold_reason: string
  cancel_reason: string
  packing_note: string
  shipping_service: string
  ship_to_phone: string
  warehouse_id: number | null
  fulfilled_by: string
  collected_by: string
  tax_by: string
  tax_included: number
  freight_tax_minor: number
  other_minor: number
  deposit_ppm: number
  due_from: string
  due_days: number
  card_country: string
  flags_cleared_on: string | null
  tax_minor: number
  gross_minor: number
  gross_base_minor: number | null
  paid_minor: number
  open_minor: number
  due_on: string | null
  owed_on: string | null
  payment_state: string
  shipping_state: string
}

export interface SalesSettingsTable {
  id: number
  key: string
  value: string
  deleted: number
}

export interface SavedViewsTable {
  id: number
  list: string
  name: string
  state: string
  person_id: number | null
  position: number
  deleted: number
}

export interface ScoreRunItemsTable {
  id: number
  run_id: number
  party_id: number
  score: undefined | null
  own_score: undefined | null
  rank: number | null
  grade: string
  previous_grade: string
  cases: number
  coverage: undefined | null
  figures: string
}

export interface ScoreRunsTable {
  id: number
  made_on: string
  from_on: string
  to_on: string
  as_of: string
  parameters: string
  note: string
  person_id: number | null
}

export interface SettlementLinesTable {
  id: number
  settlement_id: number
  position: number
  transaction_type: string
  amount_type: string
  description: string
  kind: string
  external_order_id: string
  external_line_id: string
  external_sku: string
  qty_milli: number | null
  posted_on: string | null
  amount_minor: number
  order_id: number | null
  line_id: number | null
  product_id: number | null
  deleted: number
}

export interface SettlementsTable {
  id: number
  channel: string
  external_id: string
  starts_on: string | null
  ends_on: string | null
  deposited_on: string | null
  currency: string
  total_minor: number
  payment_id: number | null
  note: string
  archived: number
  deleted: number
}

export interface ShipmentChargesTable {
  id: number
  shipment_id: number
  position: number
  kind: string
  party_id: number | null
  estimate_minor: number | null
  estimate_currency: string | null
  estimate_rate: string | null
  estimate_rate_on: string | null
  estimate_base_minor: number | null
  actual_minor: number | null
  actual_currency: string | null
  actual_rate: string | null
  actual_rate_on: string | null
  actual_base_minor: number | null
  billed_on: string | null
  reference: string
  note: string
  salt: string
  deleted: number
}

export interface ShipmentEventsTable {
  id: number
  shipment_id: number
  parcel_id: number | null
  local_time: string
  zone: string
  happened_at: number
  place: string
  country: string
  text: string
  source: string
  source_code: string
  state: string
  read_by: string
  salt: string
  deleted: number
}

export interface ShipmentLegsTable {
  id: number
  shipment_id: number
  position: number
  mode: string
  carrier_id: number | null
  vessel: string
  voyage: string
  container_number: string
  seal_number: string
  bl_number: string
  from_code: string
  from_place: string
  from_country: string
  to_code: string
  to_place: string
  to_country: string
  planned_departure_on: string | null
  planned_arrival_on: string | null
  departed_on: string | null
  arrived_on: string | null
  note: string
  salt: string
  deleted: number
}

export interface ShipmentLinesTable {
  id: number
  shipment_id: number
  position: number
  order_line_id: number | null
  purchase_line_id: number | null
  product_id: number | null
  description: string
  qty_milli: number
  salt: string
  deleted: number
}

export interface ShipmentsTable {
  id: number
  number: string
  channel: string
  external_id: string
  kind: string
  status: string
  party_id: number | null
  warehouse_id: number | null
  to_warehouse_id: number | null
  carrier_id: number | null
  service_id: number | null
  mode: string
  from_country: string
  from_place: string
  ship_to_name: string
  ship_to_street: string
  ship_to_city: string
  ship_to_region: string
  ship_to_postal_code: string
  ship_to_country: string
  ship_to_phone: string
  ship_to_email: string
  incoterm: string
  place: string
  reference: string
  booked_on: string | null
  packed_on: string | null
  sent_on: string | null
  planned_on: string | null
  planned_by: string
  has_delivery_days: number
  told_grams: number | null
  told_volume_cm3: number | null
  chargeable_grams: number | null
  insured_minor: number | null
  insured_currency: string
  insurer: string
  policy_number: string
  kept_until: string | null
  decide_by: string | null
  decision: string
  decided_on: string | null
  decision_note: string
  follows_id: number | null
  is_history: number
  marks: string
  packing_note: string
  note: string
  salt: string
  archived: number
  deleted: number
  state: string
  state_on: string | null
  heard_at: number | null
  quiet_days: number | null
  left_on: string | null
  delivered_on: string | null
  is_open: number
  was_damaged: number
  was_lost: number
  line_count: number
  order_count: number
  piece_count: number
  weight_grams: number | null
  volume_cm3: number | null
  value_base_minor: number | null
  estimate_base_minor: number | null
  cost_base_minor: number | null
}

export interface ShippingSettingsTable {
  id: number
  key: string
  value: string
  deleted: number
}

export interface SourceKeysTable {
  id: number
  channel: string
  kind: string
  external_id: string
  record_id: number
  deleted: number
  salt: string
}

export interface SpecialDaysTable {
  id: number
  day_on: string
  is_working: number
  name: string
  deleted: number
}

export interface StockBalancesTable {
  product_id: number
  warehouse_id: number
  on_hand_milli: number
  value_minor: number | null
  uncosted_milli: number
  last_on: string | null
}

export interface StockCostStatesTable {
  product_id: number
  warehouse_id: number
  settled_on: string | null
  method: string | null
  receipt_value_minor: number | null
  receipt_qty_milli: number | null
}

export interface StockCountLinesTable {
  id: number
  count_id: number
  product_id: number
  batch_id: number | null
  bin_id: number | null
  position: number
  counted_milli: number | null
  note: string
  deleted: number
}

export interface StockCountsTable {
  id: number
  number: string
  warehouse_id: number
  counted_on: string
  scope: string
  scope_value: string
  is_blind: number
  status: string
  document_id: number | null
  note: string
  archived: number
  deleted: number
}

export interface StockDocumentsTable {
  id: number
  kind: string
  number: string
  moved_on: string
  warehouse_id: number
  to_warehouse_id: number | null
  party_id: number | null
  order_id: number | null
  reason: string
  reference: string
  note: string
  salt: string
  archived: number
  deleted: number
  shipment_id: number | null
}

export interface StockLayersTable {
  product_id: number
  warehouse_id: number
  position: number
  layer_id: number
  layer_on: string
  brought_by: number
  batch_id: number | null
  qty_milli: number
  value_minor: number | null
}

export interface StockMovementsTable {
  id: number
  product_id: number
  warehouse_id: number
  moved_on: string
  kind: string
  qty_milli: number
  reverses_id: number | null
  note: string
  batch_id: number | null
  bin_id: number | null
  reason: string
  document_id: number | null
  origin_id: number | null
  cost_micros: number | null
  cost_currency: string | null
  cost_rate: string | null
  cost_rate_on: string | null
  value_minor: number | null
}

export interface StockValuesTable {
  product_id: number
  warehouse_id: number
  valued_on: string
  movement_id: number
  cause: string
  kind: string
  qty_milli: number
  value_minor: number
  uncosted_milli: number
}

export interface SupplierDecisionsTable {
  id: number
  party_id: number
  run_id: number | null
  proposed: string
  decided: string
  decided_on: string
  person_id: number | null
  note: string
  salt: string
  archived: number
  deleted: number
}

export interface SupplierJudgementsTable {
  id: number
  party_id: number
  dimension: string
  score: number
  judged_on: string
  person_id: number | null
  note: string
  salt: string
  deleted: number
}

export interface SupplySettingsTable {
  id: number
  key: string
  value: string
  deleted: number
}

export interface SupplyStatusChangesTable {
  id: number
  party_id: number
  status: string
  changed_on: string
  reason: string
  person_id: number | null
  salt: string
}

export interface TaskItemsTable {
  id: number
  task_id: number
  position: number
  text: string
  is_done: number
  deleted: number
  salt: string
}

export interface TasksTable {
  id: number
  title: string
  note: string
  record_kind: string
  record_id: number | null
  due_on: string | null
  person_id: number | null
  status: string
  done_on: string | null
  repeat_unit: string
  repeat_every: number
  repeat_until: string | null
  follows_id: number | null
  series_on: string | null
  salt: string
  archived: number
  deleted: number
  aims_on: string | null
}

export interface ThisCopyTable {
  id: number
  replica: number
  counter: number
  sequence: number
  clock: number
  head: string
  writer_token: string
  pending_heads: string
  purge_due: number
}

export interface ToldCostsTable {
  id: number
  movement_id: number
  told_on: string
  cost_micros: number | null
  cost_currency: string | null
  cost_rate: string | null
  cost_rate_on: string | null
  value_minor: number | null
}

export interface TrackingRulesTable {
  id: number
  position: number
  source: string
  code: string
  phrase: string
  state: string
  note: string
  deleted: number
}

export interface UndoingsTable {
  id: number
  operation_id: number
}

export interface WarehousesTable {
  id: number
  name: string
  starts_on: string | null
  archived: number
  deleted: number
  kind: string
  code: string
  country: string
  is_sellable: number
  shortage: string
  note: string
}

export interface Tables {
  addresses: AddressesTable
  admission_items: AdmissionItemsTable
  alert_marks: AlertMarksTable
  alert_settings: AlertSettingsTable
  attachments: AttachmentsTable
  bank_accounts: BankAccountsTable
  batch_balances: BatchBalancesTable
  batches: BatchesTable
  bins: BinsTable
  books: BooksTable
  carrier_rates: CarrierRatesTable
  carrier_services: CarrierServicesTable
  carrier_surcharges: CarrierSurchargesTable
  carrier_zone_places: CarrierZonePlacesTable
  carrier_zones: CarrierZonesTable
  categories: CategoriesTable
  certificates: CertificatesTable
  change_context: ChangeContextTable
  changes: ChangesTable
  channel_skus: ChannelSkusTable
  channels: ChannelsTable
  claims: ClaimsTable
  clash_marks: ClashMarksTable
  class_run_items: ClassRunItemsTable
  class_runs: ClassRunsTable
  closed_values: ClosedValuesTable
  company_numbers: CompanyNumbersTable
  consents: ConsentsTable
  contacts: ContactsTable
  customs_entries: CustomsEntriesTable
  customs_lines: CustomsLinesTable
  demand_overrides: DemandOverridesTable
  dispatch_lines: DispatchLinesTable
  dispatches: DispatchesTable
  distinct_parties: DistinctPartiesTable
  document_versions: DocumentVersionsTable
  drafts: DraftsTable
  dunning_items: DunningItemsTable
  dunning_letters: DunningLettersTable
  erased_leaves: ErasedLeavesTable
  erasures: ErasuresTable
  expected_goods: ExpectedGoodsTable
  forecasts: ForecastsTable
  grade_exceptions: GradeExceptionsTable
  grid_states: GridStatesTable
  import_mappings: ImportMappingsTable
  inspection_findings: InspectionFindingsTable
  inspections: InspectionsTable
  issue_costs: IssueCostsTable
  kit_parts: KitPartsTable
  landed_cost_shares: LandedCostSharesTable
  landed_costs: LandedCostsTable
  merges: MergesTable
  messages: MessagesTable
  migrations: MigrationsTable
  milestones: MilestonesTable
  notes: NotesTable
  offer_prices: OfferPricesTable
  offers: OffersTable
  operations: OperationsTable
  order_lines: OrderLinesTable
  paper_contents: PaperContentsTable
  paper_templates: PaperTemplatesTable
  papers: PapersTable
  parcel_lines: ParcelLinesTable
  parcels: ParcelsTable
  parties: PartiesTable
  party_tags: PartyTagsTable
  payment_shares: PaymentSharesTable
  payments: PaymentsTable
  people: PeopleTable
  period_closings: PeriodClosingsTable
  planning_settings: PlanningSettingsTable
  product_barcodes: ProductBarcodesTable
  product_pictures: ProductPicturesTable
  products: ProductsTable
  purchase_lines: PurchaseLinesTable
  purchase_orders: PurchaseOrdersTable
  purchase_receipt_lines: PurchaseReceiptLinesTable
  purchase_receipts: PurchaseReceiptsTable
  quote_answer_lines: QuoteAnswerLinesTable
  quote_answers: QuoteAnswersTable
  quote_request_lines: QuoteRequestLinesTable
  quote_requests: QuoteRequestsTable
  rate_tables: RateTablesTable
  rates: RatesTable
  recent_records: RecentRecordsTable
  record_attachments: RecordAttachmentsTable
  sales_costs: SalesCostsTable
  sales_orders: SalesOrdersTable
  sales_settings: SalesSettingsTable
  saved_views: SavedViewsTable
  score_run_items: ScoreRunItemsTable
  score_runs: ScoreRunsTable
  settlement_lines: SettlementLinesTable
  settlements: SettlementsTable
  shipment_charges: ShipmentChargesTable
  shipment_events: ShipmentEventsTable
  shipment_legs: ShipmentLegsTable
  shipment_lines: ShipmentLinesTable
  shipments: ShipmentsTable
  shipping_settings: ShippingSettingsTable
  source_keys: SourceKeysTable
  special_days: SpecialDaysTable
  stock_balances: StockBalancesTable
  stock_cost_states: StockCostStatesTable
  stock_count_lines: StockCountLinesTable
  stock_counts: StockCountsTable
  stock_documents: StockDocumentsTable
  stock_layers: StockLayersTable
  stock_movements: StockMovementsTable
  stock_values: StockValuesTable
  supplier_decisions: SupplierDecisionsTable
  supplier_judgements: SupplierJudgementsTable
  supply_settings: SupplySettingsTable
  supply_status_changes: SupplyStatusChangesTable
  task_items: TaskItemsTable
  tasks: TasksTable
  this_copy: ThisCopyTable
  told_costs: ToldCostsTable
  tracking_rules: TrackingRulesTable
  undoings: UndoingsTable
  warehouses: WarehousesTable
  live_addresses: AddressesTable
  live_admission_items: AdmissionItemsTable
  live_alert_marks: AlertMarksTable
  live_alert_settings: AlertSettingsTable
  live_bank_accounts: BankAccountsTable
  live_batches: BatchesTable
  live_bins: BinsTable
  live_carrier_rates: CarrierRatesTable
  live_carrier_services: CarrierServicesTable
  live_carrier_surcharges: CarrierSurchargesTable
  live_carrier_zone_places: CarrierZonePlacesTable
  live_carrier_zones: CarrierZonesTable
  live_categories: CategoriesTable
  live_certificates: CertificatesTable
  live_channel_skus: ChannelSkusTable
  live_channels: ChannelsTable
  live_claims: ClaimsTable
  live_clash_marks: ClashMarksTable
  live_company_numbers: CompanyNumbersTable
  live_consents: ConsentsTable
  live_contacts: ContactsTable
  live_customs_entries: CustomsEntriesTable
  live_customs_lines: CustomsLinesTable
  live_demand_overrides: DemandOverridesTable
  live_dispatch_lines: DispatchLinesTable
  live_dispatches: DispatchesTable
  live_distinct_parties: DistinctPartiesTable
  live_dunning_items: DunningItemsTable
  live_dunning_letters: DunningLettersTable
  live_expected_goods: ExpectedGoodsTable
  live_grade_exceptions: GradeExceptionsTable
  live_import_mappings: ImportMappingsTable
  live_inspection_findings: InspectionFindingsTable
  live_inspections: InspectionsTable
  live_kit_parts: KitPartsTable
  live_messages: MessagesTable
  live_milestones: MilestonesTable
  live_notes: NotesTable
  live_offer_prices: OfferPricesTable
  live_offers: OffersTable
  live_order_lines: OrderLinesTable
  live_paper_templates: PaperTemplatesTable
  live_papers: PapersTable
  live_parcel_lines: ParcelLinesTable
  live_parcels: ParcelsTable
  live_parties: PartiesTable
  live_party_tags: PartyTagsTable
  live_people: PeopleTable
  live_period_closings: PeriodClosingsTable
  live_planning_settings: PlanningSettingsTable
  live_product_barcodes: ProductBarcodesTable
  live_product_pictures: ProductPicturesTable
  live_products: ProductsTable
  live_purchase_lines: PurchaseLinesTable
  live_purchase_orders: PurchaseOrdersTable
  live_purchase_receipt_lines: PurchaseReceiptLinesTable
  live_purchase_receipts: PurchaseReceiptsTable
  live_quote_answer_lines: QuoteAnswerLinesTable
  live_quote_answers: QuoteAnswersTable
  live_quote_request_lines: QuoteRequestLinesTable
  live_quote_requests: QuoteRequestsTable
  live_rate_tables: RateTablesTable
  live_rates: RatesTable
  live_record_attachments: RecordAttachmentsTable
  live_sales_costs: SalesCostsTable
  live_sales_orders: SalesOrdersTable
  live_sales_settings: SalesSettingsTable
  live_saved_views: SavedViewsTable
  live_settlement_lines: SettlementLinesTable
  live_settlements: SettlementsTable
  live_shipment_charges: ShipmentChargesTable
  live_shipment_events: ShipmentEventsTable
  live_shipment_legs: ShipmentLegsTable
  live_shipment_lines: ShipmentLinesTable
  live_shipments: ShipmentsTable
  live_shipping_settings: ShippingSettingsTable
  live_source_keys: SourceKeysTable
  live_special_days: SpecialDaysTable
  live_stock_count_lines: StockCountLinesTable
  live_stock_counts: StockCountsTable
  live_stock_documents: StockDocumentsTable
  live_supplier_decisions: SupplierDecisionsTable
  live_supplier_judgements: SupplierJudgementsTable
  live_supply_settings: SupplySettingsTable
  live_task_items: TaskItemsTable
  live_tasks: TasksTable
  live_tracking_rules: TrackingRulesTable
  live_warehouses: WarehousesTable
}
