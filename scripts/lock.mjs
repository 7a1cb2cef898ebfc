// One installation or build at a time, also when two commands are started at once.
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { outFolder } from './places.mjs'
import { say } from './say.mjs'

const emptyFileMs = 2000

/** Runs `work` while `file` holds our process number; waits for whoever holds it and still lives. */
export async function whileLocked(work, file = path.join(outFolder, 'lock')) {
  mkdirSync(path.dirname(file), { recursive: true })
  for (let isSaid = false; !tryLock(file); isSaid = true) {
    if (!isSaid) say('Another command of this project is installing or building; waiting for it …')
    await sleep(300)
  }
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}

function tryLock(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    if (isLeftOver(file)) rmSync(file, { force: true })
    return false
  }
}

/** Its maker is gone, killed before it could take the file away (or before it wrote its number into it). */
function isLeftOver(file) {
  try {
    const pid = Number(readFileSync(file, 'utf8'))
    return pid === 0 ? Date.now() - statSync(file).mtimeMs > emptyFileMs : !isAlive(pid)
  } catch {
    return false // released in this moment
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
