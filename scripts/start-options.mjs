// The words after `npm start --`.
import path from 'node:path'
import { parseArgs } from 'node:util'
import { callerFolder } from './places.mjs'
import { PlainFailure } from './say.mjs'

const usage = 'npm start -- [--book FILE] [--web] [--port N] [--no-open]'

/** `{ book?, port?, web, open }`; the book as an absolute path, seen from the caller's folder. */
export function readStartOptions(args, from = callerFolder()) {
  const values = parse(args)
  if (values.port !== undefined && !isPort(values.port))
    throw new PlainFailure(`--port takes a number from 0 to 65535, not "${values.port}".`)
  return {
    book: values.book === undefined ? undefined : path.resolve(from, values.book),
    port: values.port,
    web: values.web ?? false,
    open: !values['no-open'],
  }
}

function parse(args) {
  const options = {
    book: { type: 'string' },
    port: { type: 'string' },
    web: { type: 'boolean' },
    'no-open': { type: 'boolean' },
  }
  try {
    return parseArgs({ args, options, strict: true }).values
  } catch (error) {
    throw new PlainFailure(`${error.message.split(/\.\s/)[0]}. Usage: ${usage}`)
  }
}

function isPort(text) {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65535
}
