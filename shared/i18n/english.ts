// All English text by feature; its keys are the type that `t` accepts. A new file is one line here and one in chinese.ts.
import alerts from './en/alerts.json' with { type: 'json' }
import attachments from './en/attachments.json' with { type: 'json' }
import backups from './en/backups.json' with { type: 'json' }
import batches from './en/batches.json' with { type: 'json' }
import bin from './en/bin.json' with { type: 'json' }
import bookFile from './en/book-file.json' with { type: 'json' }
import calendar from './en/calendar.json' with { type: 'json' }
import carriers from './en/carriers.json' with { type: 'json' }
import categories from './en/categories.json' with { type: 'json' }
import channels from './en/channels.json' with { type: 'json' }
import charges from './en/charges.json' with { type: 'json' }
import clashes from './en/clashes.json' with { type: 'json' }
import classes from './en/classes.json' with { type: 'json' }
import common from './en/common.json' with { type: 'json' }
import company from './en/company.json' with { type: 'json' }
import copies from './en/copies.json' with { type: 'json' }
import counting from './en/counting.json' with { type: 'json' }
import customers from './en/customers.json' with { type: 'json' }
import dispatch from './en/dispatch.json' with { type: 'json' }
import erasure from './en/erasure.json' with { type: 'json' }
import errors from './en/errors.json' with { type: 'json' }
import expected from './en/expected.json' with { type: 'json' }
import exports from './en/exports.json' with { type: 'json' }
import fields from './en/fields.json' with { type: 'json' }
import forecast from './en/forecast.json' with { type: 'json' }
import health from './en/health.json' with { type: 'json' }
import help from './en/help.json' with { type: 'json' }
import history from './en/history.json' with { type: 'json' }
import importing from './en/import.json' with { type: 'json' }
import insights from './en/insights.json' with { type: 'json' }
import lanes from './en/lanes.json' with { type: 'json' }
import lists from './en/lists.json' with { type: 'json' }
import merge from './en/merge.json' with { type: 'json' }
import notes from './en/notes.json' with { type: 'json' }
import orders from './en/orders.json' with { type: 'json' }
import packing from './en/packing.json' with { type: 'json' }
import papers from './en/papers.json' with { type: 'json' }
import parties from './en/parties.json' with { type: 'json' }
import past from './en/past.json' with { type: 'json' }
import payments from './en/payments.json' with { type: 'json' }
import people from './en/people.json' with { type: 'json' }
import places from './en/places.json' with { type: 'json' }
import planning from './en/planning.json' with { type: 'json' }
import products from './en/products.json' with { type: 'json' }
import proof from './en/proof.json' with { type: 'json' }
import purchases from './en/purchases.json' with { type: 'json' }
import rates from './en/rates.json' with { type: 'json' }
import receivables from './en/receivables.json' with { type: 'json' }
import receiving from './en/receiving.json' with { type: 'json' }
import records from './en/records.json' with { type: 'json' }
import replenishment from './en/replenishment.json' with { type: 'json' }
import sales from './en/sales.json' with { type: 'json' }
import scores from './en/scores.json' with { type: 'json' }
import search from './en/search.json' with { type: 'json' }
import shell from './en/shell.json' with { type: 'json' }
import shipments from './en/shipments.json' with { type: 'json' }
import sourcing from './en/sourcing.json' with { type: 'json' }
import stock from './en/stock.json' with { type: 'json' }
import stockReports from './en/stock-reports.json' with { type: 'json' }
import suppliers from './en/suppliers.json' with { type: 'json' }
import tasks from './en/tasks.json' with { type: 'json' }
import timeline from './en/timeline.json' with { type: 'json' }
import today from './en/today.json' with { type: 'json' }
import tracking from './en/tracking.json' with { type: 'json' }
import versions from './en/versions.json' with { type: 'json' }
import views from './en/views.json' with { type: 'json' }
import warehouses from './en/warehouses.json' with { type: 'json' }
import welcome from './en/welcome.json' with { type: 'json' }

export const english = {
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
