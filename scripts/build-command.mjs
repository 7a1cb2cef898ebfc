// `npm run build`: out/ from the sources, if they changed.
import { ensureReady } from './build.mjs'
import { say } from './say.mjs'

export async function run() {
  await ensureReady()
  say('out/ is up to date.')
  return 0
}
