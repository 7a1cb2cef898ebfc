// Bundles the program into out/: everything that runs is inside but better-sqlite3, the one runtime dependency.
import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const root = import.meta.dirname
const from = (...parts: string[]) => path.join(root, ...parts)

// fflate makes a `require` of its own, beside which there is no room for the one that electron-vite adds to a chunk.
const ownRequire = {
  name: 'own-require',
  transform: (code: string, id: string) =>
    /fflate[\\/]esm[\\/]index\.mjs$/.test(id) ? code.replaceAll(/\brequire\b/g, 'ownRequire') : null,
}

export default defineConfig({
  main: {
    plugins: [ownRequire],
    build: {
      // Development dependencies are bundled; `dependencies` of package.json stay outside.
      externalizeDeps: true,
      rolldownOptions: {
        input: {
          electron: from('main/host/electron/main.ts'),
          http: from('main/host/http/main.ts'),
          cli: from('main/host/cli/main.ts'),
          worker: from('main/host/worker.ts'),
        },
        // Chunks lie beside the entries, so that new URL('./worker.js', import.meta.url) holds from either.
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'shared-[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      // A sandboxed preload may require nothing but `electron`: one self-contained CommonJS file.
      // https://www.electronjs.org/docs/latest/tutorial/sandbox#preload-scripts
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: from('main/host/electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: from('renderer'),
    publicDir: false,
    plugins: [react()],
    build: {
      minify: true,
      chunkSizeWarningLimit: 4000,
      // The CSP has no room for data: scripts, and fonts are cached better as files.
      assetsInlineLimit: 0,
      rolldownOptions: { input: from('renderer/index.html') },
    },
  },
})
