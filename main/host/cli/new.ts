// `new BOOK`: makes a book.
import { basename } from 'node:path'
import { createBook } from '#main/db/book.ts'
import { cliPerson } from '#main/host/cli/cli-person.ts'
import { type CliVerb, cliPlaces, parsed, printJson, userPath } from '#main/host/cli/verb.ts'
import { AppError } from '#shared/errors.ts'
import { findCountry } from '#shared/reference/countries.ts'
import { isCurrency } from '#shared/reference/currencies.ts'

const usage = 'new BOOK --currency CODE [--company NAME] [--country NAME|CC] [--person YOUR-NAME] [--json]'

export const newVerb: CliVerb = {
  usage,
  async run(args) {
    const { values, positionals } = parsed(
      {
        args,
        allowPositionals: true,
        options: {
          currency: { type: 'string' },
          company: { type: 'string' },
          country: { type: 'string', default: '' },
          person: { type: 'string' },
          // How --person was called before other verbs had it.
          name: { type: 'string' },
          json: { type: 'boolean' },
        },
      },
      usage,
    )
    const [path] = positionals
    if (!path || positionals.length > 1 || !values.currency) throw new AppError('cli/usage', { usage, reason: '' })
    const baseCurrency = values.currency.toUpperCase()
    if (!isCurrency(baseCurrency)) throw new AppError('rates/unknown-currency', { currency: values.currency })
    const file = userPath(path)
    const companyName = values.company ?? basename(file).replace(/\.quay$/i, '')
    const { settings } = cliPlaces()
    const country = countryOf(values.country)
    const book = createBook(file, { companyName, country, baseCurrency }, settings)
    cliPerson(book, settings.memory, values.person ?? values.name).signUp()
    book.close()
    if (values.json) printJson({ book: path, uid: book.uid, baseCurrency })
    else process.stdout.write(`${path}\n`)
    return 0
  },
}

/** A country's code, from a code or a name in English or Chinese; none given is none. */
function countryOf(text: string): string {
  const country = text.trim() === '' ? '' : findCountry(text)
  if (country === null) throw new AppError('book/unknown-country', { country: text })
  return country
}
