import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Whether LibreOffice is installed; tests that need it skip and say how to get it: `apt-get install libreoffice-writer`. */
export const hasLibreOffice = spawnSync('soffice', ['--version']).status === 0

export const WITHOUT_LIBREOFFICE = '(needs LibreOffice: apt-get install libreoffice-writer)'

/** A file as LibreOffice writes it when it has opened it. `to`: an extension, with a filter where it needs one. */
export function converted(bytes: Uint8Array, from: string, to: string): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'stet-office-'))
  try {
    const file = join(folder, `file.${from}`)
    writeFileSync(file, bytes)
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    const options = { stdio: 'ignore', timeout: 120_000 } as const
    execFileSync(
      'soffice',
      [profile, '--headless', '--convert-to', to, '--outdir', join(folder, 'out'), file],
      options,
    )
    return readFileSync(join(folder, 'out', `file.${to.split(':')[0] ?? to}`))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
