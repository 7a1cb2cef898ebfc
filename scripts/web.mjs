// `npm run web`: browser mode on purpose.
import { run as start } from './start.mjs'

export function run(args) {
  return start(['--web', ...args])
}
