// A lockfile made on one machine must install on every other: `npm ci` refuses one that lacks the parts of a platform
// (npm leaves out what its registry does not have), or that says something else than package.json.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../scripts/places.mjs'

const read = (name) => JSON.parse(readFileSync(path.join(root, name), 'utf8'))
const { packages } = read('package-lock.json')
const manifest = read('package.json')

test('holds every optional part of every package', () => {
  const missing = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !isLocked(place, name)),
  )
  expect(missing).toEqual([])
})

test('says what package.json says, by kind', () => {
  const { dependencies, devDependencies } = packages['']
  expect({ dependencies, devDependencies }).toEqual({
    dependencies: manifest.dependencies,
    devDependencies: manifest.devDependencies,
  })
})

test('names no registry', () => {
  expect(Object.values(packages).filter((entry) => entry.resolved)).toEqual([])
})

test('every version is pinned, so that two machines build the same program', () => {
  const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
})

/** Node looks for a package beside the one that asks, then further up. */
function isLocked(place, name) {
  for (let folder = place; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true
    if (!folder.includes('/node_modules/')) return packages[`node_modules/${name}`] !== undefined
  }
}
