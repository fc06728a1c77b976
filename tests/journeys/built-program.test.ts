import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { projectRoot } from '../../src/paths.ts'
import { describeInBrowser } from '../support/browser.ts'

/** The program as `npm ci` built it, started as a newcomer starts it. */
const PROGRAM = join(projectRoot, 'bin/stet')
const isBuilt = existsSync(join(projectRoot, 'dist/src/main.js'))

describeInBrowser('the built program', (newWindow) => {
  test('prints a link that leads to the sample report, and ends well when it is asked to', async ({
    skip,
  }) => {
    if (!isBuilt) skip('needs the built program: npm run build')
    const folder = mkdtempSync(join(tmpdir(), 'stet-journey-'))
    const program = startProgram(folder)
    try {
      const link = await printedLink(program)
      const page = await newWindow(new URL(link).origin)
      await page.goto(link)
      await page.getByLabel('Your name').fill('Ines Carver')
      await page.getByLabel('E-mail').fill('ines@desk.example')
      await page.getByLabel('Password').fill('lantern over the quiet harbour')
      await page.getByRole('button', { name: 'Make this account and sign in' }).click()
      await page.locator('.report').getByRole('link').first().click()
      await page.getByRole('heading', { name: /^Claim \d+/ }).waitFor()
      const ended = once(program, 'exit')
      program.kill('SIGTERM')
      expect(await ended).toEqual([0, null])
    } finally {
      program.kill('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

function startProgram(folder: string): ChildProcess {
  const env = { ...process.env, DATABASE_URL: `file:${join(folder, 'stet.db')}`, PORT: '0', BASE_URL: '' }
  return spawn(process.execPath, [PROGRAM, 'serve', '--sample'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

/** @throws when the program ends without having printed one */
async function printedLink({ stdout }: ChildProcess): Promise<string> {
  if (stdout === null) throw new Error('The program’s output is read by nobody.')
  for await (const line of createInterface({ input: stdout })) {
    const link = /https?:\S+\/setup\/\S+/.exec(line)?.[0]
    if (link !== undefined) {
      stdout.resume()
      return link
    }
  }
  throw new Error('The program ended without printing a link.')
}
