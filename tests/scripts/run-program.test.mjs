// Programs are run to their end, and never outlive the one that started them.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { runProgram, runQuietly } from '../../scripts/run-program.mjs'

const node = process.execPath
const module = new URL('../../scripts/run-program.mjs', import.meta.url).href

describe('runProgram', () => {
  test('answers the exit code, 128 + n after a signal', async () => {
    expect(await runProgram(node, ['-e', 'process.exit(3)'])).toBe(3)
    expect(await runProgram(node, ['-e', 'process.kill(process.pid, "SIGTERM"); setInterval(() => {}, 1000)'])).toBe(
      143,
    )
  })

  test('rejects when there is no such program', async () => {
    await expect(runProgram('/no/such/program', [])).rejects.toThrow(/ENOENT/)
  })

  test.skipIf(process.platform === 'win32').each(['SIGTERM', 'SIGINT', 'SIGHUP'])(
    'hands %s on and waits for the clean end',
    async (signal) => {
      const child = `
        for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'])
          process.on(signal, () => setTimeout(() => { console.log('closed after ' + signal); process.exit(0) }, 200))
        setInterval(() => {}, 1000)
        console.log('up ' + process.pid)`
      const parent = spawn(node, [
        '--input-type=module',
        '-e',
        `import { runProgram } from ${JSON.stringify(module)}
         process.exitCode = await runProgram(process.execPath, ['-e', ${JSON.stringify(child)}])`,
      ])
      let said = ''
      parent.stdout.on('data', (chunk) => {
        said += chunk
        if (said.includes('up ') && !said.includes('closed')) parent.kill(signal)
      })
      const [code] = await once(parent, 'exit')
      expect(said).toContain(`closed after ${signal}`)
      expect(code).toBe(0)
      const pid = Number(/up (\d+)/.exec(said)[1])
      expect(() => process.kill(pid, 0)).toThrow(/ESRCH/)
    },
  )
})

describe('runQuietly', () => {
  test('keeps both streams', async () => {
    const { code, output } = await runQuietly(node, ['-e', 'console.log("out"); console.error("err")'])
    expect(code).toBe(0)
    expect(output).toContain('out')
    expect(output).toContain('err')
  })

  test('ends what takes too long, with no code', async () => {
    const { code } = await runQuietly(node, ['-e', 'setInterval(() => {}, 1000)'], { timeoutMs: 300 })
    expect(code).toBe(null)
  })

  test('tells a program that is not there from one that failed', async () => {
    expect(await runQuietly('/no/such/program', [])).toMatchObject({ code: -1 })
    expect((await runQuietly(node, [fileURLToPath(import.meta.url).replace('test', 'gone')])).code).toBe(1)
  })
})
