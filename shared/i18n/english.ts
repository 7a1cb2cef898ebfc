// All English text by feature; its keys are the type that `t` accepts. A new file is one line here and one in chinese.ts.
import categories from './en/categories.json' with { type: 'json' }
import common from './en/common.json' with { type: 'json' }
import company from './en/company.json' with { type: 'json' }
import errors from './en/errors.json' with { type: 'json' }
import exports from './en/exports.json' with { type: 'json' }
import fields from './en/fields.json' with { type: 'json' }
import history from './en/history.json' with { type: 'json' }
import importing from './en/import.json' with { type: 'json' }
import insights from './en/insights.json' with { type: 'json' }
import lists from './en/lists.json' with { type: 'json' }
import orders from './en/orders.json' with { type: 'json' }
import parties from './en/parties.json' with { type: 'json' }
import products from './en/products.json' with { type: 'json' }
import rates from './en/rates.json' with { type: 'json' }
import shell from './en/shell.json' with { type: 'json' }
import today from './en/today.json' with { type: 'json' }
import welcome from './en/welcome.json' with { type: 'json' }

export const english = {
  categories,
  common,
  company,
  errors,
  exports,
  fields,
  history,
  import: importing,
  insights,
  lists,
  orders,
  parties,
  products,
  rates,
  shell,
  today,
  welcome,
}
