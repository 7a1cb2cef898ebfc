// Where imports may point, as data, and the walk that holds every import against it. Changing the table is a decision.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'oxc-parser'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

/** A layer may import itself and the layers named. The first matching prefix counts. */
const layers: readonly { layer: string; prefix: string; mayImport: readonly string[] }[] = [
  { layer: 'shared', prefix: 'shared/', mayImport: [] },
  { layer: 'domain', prefix: 'main/domain/', mayImport: ['shared'] },
  { layer: 'db', prefix: 'main/db/', mayImport: ['shared', 'domain'] },
  { layer: 'services', prefix: 'main/services/', mayImport: ['shared', 'domain', 'db', 'resources'] },
  { layer: 'api', prefix: 'main/api/', mayImport: ['shared', 'domain', 'db', 'services'] },
  { layer: 'host', prefix: 'main/host/', mayImport: ['shared', 'domain', 'db', 'services', 'api'] },
  { layer: 'lib', prefix: 'renderer/lib/', mayImport: ['shared'] },
  { layer: 'ui', prefix: 'renderer/ui/', mayImport: ['shared', 'lib'] },
  { layer: 'features', prefix: 'renderer/features/', mayImport: ['shared', 'lib', 'ui'] },
  { layer: 'app', prefix: 'renderer/app/', mayImport: ['shared', 'lib', 'ui', 'features'] },
  { layer: 'app', prefix: 'renderer/', mayImport: ['shared', 'lib', 'ui', 'features'] },
  { layer: 'resources', prefix: 'resources/', mayImport: [] },
]

/** Packages a layer must do without. The domain and shared also compile without Node and DOM types. */
const bannedPackages: readonly { layers: readonly string[]; packages: RegExp; because: string }[] = [
  { layers: ['shared', 'domain'], packages: /^node:|^electron$|^better-sqlite3$|^react|^@trpc/, because: 'pure' },
  { layers: ['db', 'services', 'api'], packages: /^electron$|^react/, because: 'below the hosts' },
  { layers: ['services', 'api', 'host'], packages: /^better-sqlite3$/, because: 'SQLite lives in main/db' },
  {
    layers: ['lib', 'ui', 'features', 'app'],
    packages: /^node:|^electron$|^better-sqlite3$|^kysely$/,
    because: 'the page',
  },
]

const apiType = { from: /^renderer\/lib\//, target: 'main/api/router.ts' }

type Import = { file: string; target: string; isTypeOnly: boolean }

const folders = ['shared', 'main', 'renderer', 'resources']
const files = folders
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  )
  .map((name) => name.split(sep).join('/'))
  .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
const imports = files.flatMap(importsOf)

function importsOf(file: string): Import[] {
  const { module } = parseSync(file, readFileSync(join(root, file), 'utf8'))
  const statics = module.staticImports.map((found) => ({
    target: found.moduleRequest.value,
    isTypeOnly: found.entries.length > 0 && found.entries.every((entry) => entry.isType),
  }))
  const exports = module.staticExports.flatMap((found) =>
    found.entries.flatMap((entry) =>
      entry.moduleRequest ? [{ target: entry.moduleRequest.value, isTypeOnly: entry.isType }] : [],
    ),
  )
  const source = readFileSync(join(root, file), 'utf8')
  const dynamics = module.dynamicImports.map(({ moduleRequest }) => ({
    target: source.slice(moduleRequest.start, moduleRequest.end).replaceAll(/^['"]|['"]$/g, ''),
    isTypeOnly: false,
  }))
  return [...statics, ...exports, ...dynamics].map((found) => ({
    file,
    ...found,
    target: resolved(file, found.target),
  }))
}

/** A path in the project for our own modules, the bare name for packages. */
function resolved(file: string, target: string): string {
  if (target.startsWith('#')) return target.slice(1).split('?')[0] ?? ''
  if (target.startsWith('.'))
    return (
      normalize(join(dirname(file), target))
        .split(sep)
        .join('/')
        .split('?')[0] ?? ''
    )
  return target
}

function layerOf(path: string): string | null {
  return layers.find((candidate) => path.startsWith(candidate.prefix))?.layer ?? null
}

describe('imports', () => {
  test('there is something to check', () => {
    expect(files.length).toBeGreaterThan(100)
    expect(imports.length).toBeGreaterThan(300)
  })

  test('point only where the table lets them', () => {
    const wrong = imports.filter((found) => {
      const from = layers.find((candidate) => found.file.startsWith(candidate.prefix))
      const to = layerOf(found.target)
      if (!from || to === null || to === from.layer || from.mayImport.includes(to)) return false
      return !(apiType.from.test(found.file) && found.target === apiType.target && found.isTypeOnly)
    })
    expect(wrong.map(said)).toEqual([])
  })

  test('renderer features stay strangers to each other', () => {
    const featureOf = (path: string) => /^renderer\/features\/([^/]+)\//.exec(path)?.[1]
    const wrong = imports.filter((found) => {
      const [from, to] = [featureOf(found.file), featureOf(found.target)]
      return from !== undefined && to !== undefined && from !== to
    })
    expect(wrong.map(said)).toEqual([])
  })

  test('leave each layer free of the packages it must do without', () => {
    const wrong = imports.filter((found) =>
      bannedPackages.some(
        (rule) => rule.layers.includes(layerOf(found.file) ?? '') && rule.packages.test(found.target),
      ),
    )
    expect(wrong.map(said)).toEqual([])
  })

  test('of tests are in tests only', () => {
    expect(imports.filter((found) => found.target.startsWith('tests/')).map(said)).toEqual([])
  })
})

function said(found: Import): string {
  return `${found.file} -> ${found.target}`
}

describe('shape', () => {
  const names = files.map((file) => file.split('/').at(-1) ?? '')

  test('files are kebab-case and named after what they hold', () => {
    expect(names.filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*\.tsx?$/.test(name))).toEqual([])
    expect(files.filter((file) => /\/(utils|helpers|common|misc|manager|index)(\.tsx?|\/)/.test(file))).toEqual([])
  })

  test('no file is over 400 lines, and half are under 80', () => {
    const sizes = files
      .filter((file) => file !== 'main/db/tables.ts' && !file.startsWith('resources/'))
      .map((file) => ({ file, lines: readFileSync(join(root, file), 'utf8').split('\n').length }))
    expect(sizes.filter(({ lines }) => lines > 400)).toEqual([])
    const sorted = sizes.map(({ lines }) => lines).sort((left, right) => left - right)
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(90)
  })

  test('no barrels: a module does not hand on all of another', () => {
    const barrels = files.filter((file) => /^export \* from/m.test(readFileSync(join(root, file), 'utf8')))
    expect(barrels).toEqual([])
  })
})
