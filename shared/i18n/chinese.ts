// All Chinese text by feature, with the keys of english.ts (a test).
import alerts from './zh-CN/alerts.json' with { type: 'json' }
import attachments from './zh-CN/attachments.json' with { type: 'json' }
import backups from './zh-CN/backups.json' with { type: 'json' }
import batches from './zh-CN/batches.json' with { type: 'json' }
import bin from './zh-CN/bin.json' with { type: 'json' }
import bookFile from './zh-CN/book-file.json' with { type: 'json' }
import calendar from './zh-CN/calendar.json' with { type: 'json' }
import carriers from './zh-CN/carriers.json' with { type: 'json' }
import categories from './zh-CN/categories.json' with { type: 'json' }
import channels from './zh-CN/channels.json' with { type: 'json' }
import charges from './zh-CN/charges.json' with { type: 'json' }
import clashes from './zh-CN/clashes.json' with { type: 'json' }
import classes from './zh-CN/classes.json' with { type: 'json' }
import common from './zh-CN/common.json' with { type: 'json' }
import company from './zh-CN/company.json' with { type: 'json' }
import copies from './zh-CN/copies.json' with { type: 'json' }
import counting from './zh-CN/counting.json' with { type: 'json' }
import customers from './zh-CN/customers.json' with { type: 'json' }
import dispatch from './zh-CN/dispatch.json' with { type: 'json' }
import erasure from './zh-CN/erasure.json' with { type: 'json' }
import errors from './zh-CN/errors.json' with { type: 'json' }
import expected from './zh-CN/expected.json' with { type: 'json' }
import exports from './zh-CN/exports.json' with { type: 'json' }
import fields from './zh-CN/fields.json' with { type: 'json' }
import forecast from './zh-CN/forecast.json' with { type: 'json' }
import health from './zh-CN/health.json' with { type: 'json' }
import help from './zh-CN/help.json' with { type: 'json' }
import history from './zh-CN/history.json' with { type: 'json' }
import importing from './zh-CN/import.json' with { type: 'json' }
import insights from './zh-CN/insights.json' with { type: 'json' }
import lanes from './zh-CN/lanes.json' with { type: 'json' }
import lists from './zh-CN/lists.json' with { type: 'json' }
import merge from './zh-CN/merge.json' with { type: 'json' }
import notes from './zh-CN/notes.json' with { type: 'json' }
import orders from './zh-CN/orders.json' with { type: 'json' }
import packing from './zh-CN/packing.json' with { type: 'json' }
import papers from './zh-CN/papers.json' with { type: 'json' }
import parties from './zh-CN/parties.json' with { type: 'json' }
import past from './zh-CN/past.json' with { type: 'json' }
import payments from './zh-CN/payments.json' with { type: 'json' }
import people from './zh-CN/people.json' with { type: 'json' }
import places from './zh-CN/places.json' with { type: 'json' }
import planning from './zh-CN/planning.json' with { type: 'json' }
import products from './zh-CN/products.json' with { type: 'json' }
import proof from './zh-CN/proof.json' with { type: 'json' }
import purchases from './zh-CN/purchases.json' with { type: 'json' }
import rates from './zh-CN/rates.json' with { type: 'json' }
import receivables from './zh-CN/receivables.json' with { type: 'json' }
import receiving from './zh-CN/receiving.json' with { type: 'json' }
import records from './zh-CN/records.json' with { type: 'json' }
import replenishment from './zh-CN/replenishment.json' with { type: 'json' }
import sales from './zh-CN/sales.json' with { type: 'json' }
import scores from './zh-CN/scores.json' with { type: 'json' }
import search from './zh-CN/search.json' with { type: 'json' }
import shell from './zh-CN/shell.json' with { type: 'json' }
import shipments from './zh-CN/shipments.json' with { type: 'json' }
import sourcing from './zh-CN/sourcing.json' with { type: 'json' }
import stock from './zh-CN/stock.json' with { type: 'json' }
import stockReports from './zh-CN/stock-reports.json' with { type: 'json' }
import suppliers from './zh-CN/suppliers.json' with { type: 'json' }
import tasks from './zh-CN/tasks.json' with { type: 'json' }
import timeline from './zh-CN/timeline.json' with { type: 'json' }
import today from './zh-CN/today.json' with { type: 'json' }
import tracking from './zh-CN/tracking.json' with { type: 'json' }
import versions from './zh-CN/versions.json' with { type: 'json' }
import views from './zh-CN/views.json' with { type: 'json' }
import warehouses from './zh-CN/warehouses.json' with { type: 'json' }
import welcome from './zh-CN/welcome.json' with { type: 'json' }

export const chinese = {
  alerts,
  attachments,
  backups,
  batches,
  bin,
  bookFile,
  calendar,
  carriers,
  categories,
  charges,
  clashes,
  channels,
  classes,
  common,
  company,
  copies,
  counting,
  customers,
  dispatch,
  erasure,
  errors,
  exports,
  expected,
  fields,
  forecast,
  health,
  help,
  history,
  import: importing,
  insights,
  lanes,
  lists,
  merge,
  notes,
  orders,
  packing,
  papers,
  parties,
  past,
  payments,
  receivables,
  people,
  places,
  planning,
  products,
  proof,
  purchases,
  rates,
  receiving,
  records,
  replenishment,
  sales,
  scores,
  search,
  shell,
  stock,
  stockReports,
  shipments,
  sourcing,
  suppliers,
  tasks,
  timeline,
  today,
  tracking,
  versions,
  views,
  warehouses,
  welcome,
}
