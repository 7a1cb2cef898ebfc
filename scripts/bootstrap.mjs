// The one door behind every npm script: `node scripts/bootstrap.mjs <command> [args…]`.
// Plain JavaScript without dependencies that runs on Node 20, so that it works before anything is installed.

const commands = {
  start: () => import('./start.mjs'),
  web: () => import('./web.mjs'),
  dev: () => import('./dev.mjs'),
  quayside: () => import('./quayside.mjs'),
  test: () => import('./test.mjs'),
  check: () => import('./check.mjs'),
  build: () => import('./build-command.mjs'),
  pack: () => import('./pack.mjs'),
  vectors: () => import('./tool.mjs'),
  bench: () => import('./tool.mjs'),
  shots: () => import('./tool.mjs'),
  torture: () => import('./torture.mjs'),
}

async function main([name, ...args]) {
  if (!Object.hasOwn(commands, name ?? '')) {
    console.error(`There is no command "${name ?? ''}". The commands: ${Object.keys(commands).join(', ')}.`)
    return 2
  }
  const command = await commands[name]()
  return command.run(args, name)
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  // A PlainFailure carries a sentence for the person at the keyboard; anything else is a fault of these scripts.
  console.error(error?.name === 'PlainFailure' ? error.message : error)
  process.exitCode = 1
}
