// Bundles tests/<name>/main.ts into out/tools/<name>.js. Runs under Node 24, started by tool.mjs.
import path from 'node:path'
import { build } from 'vite'
import { outFolder, root } from './places.mjs'

const [name] = process.argv.slice(2)
await build({
  root,
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
  build: {
    ssr: path.join(root, 'tests', name, 'main.ts'),
    outDir: path.join(outFolder, 'tools'),
    emptyOutDir: false,
    target: 'node24',
    minify: false,
    rolldownOptions: { output: { format: 'es', entryFileNames: `${name}.js`, codeSplitting: false } },
  },
})
