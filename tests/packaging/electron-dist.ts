// Something electron-builder takes for an unpacked Electron of Linux: its default app is a real tiny archive, and its
// program carries the fuse sentinel and wire, so that fuses are really set in it and read back.
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createPackage } from '@electron/asar'

/** Before the wire in every Electron binary (@electron/fuses looks for it). */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
/** Version 1, nine fuses, as Electron ships them: RunAsNode, NODE_OPTIONS, inspect, file privileges, wasm on. */
const wire = Buffer.concat([Buffer.from([1, 9]), Buffer.from('101100011')])

export async function makeElectronDist(folder: string, version: string): Promise<void> {
  const app = path.join(folder, '..', 'default-app')
  for (const each of [app, path.join(folder, 'resources'), path.join(folder, 'locales')])
    mkdirSync(each, { recursive: true })
  writeFileSync(path.join(app, 'package.json'), '{ "name": "default-app", "main": "main.js" }')
  writeFileSync(path.join(app, 'main.js'), '')
  await createPackage(app, path.join(folder, 'resources', 'default_app.asar'))
  for (const name of ['en-US', 'zh-CN', 'de']) writeFileSync(path.join(folder, 'locales', `${name}.pak`), '')
  writeFileSync(path.join(folder, 'version'), version)
  writeFileSync(path.join(folder, 'LICENSE'), '')
  const program = path.join(folder, 'electron')
  writeFileSync(program, Buffer.concat([Buffer.from(`#!/bin/sh\nexit 1\n${sentinel}`), wire]))
  chmodSync(program, 0o755)
}
