import { describe, expect, test } from 'vitest'
import { readConfig } from '../src/config.ts'
import { Invalid } from '../src/errors.ts'

describe('settings from the environment', () => {
  test('have defaults that work on one machine', () => {
    expect(readConfig({})).toEqual({
      databaseUrl: 'file:./data/stet.db',
      host: '127.0.0.1',
      port: 3000,
      baseUrl: 'http://127.0.0.1:3000',
      mail: null,
      work: { jobs: true, fetch: true, linkChecks: 'weekly' },
    })
  })

  test('an empty value counts as not set', () => {
    expect(readConfig({ PORT: '', HOST: ' ' })).toEqual(readConfig({}))
  })

  test('the base address follows host and port unless it is given', () => {
    expect(readConfig({ HOST: '0.0.0.0', PORT: '8080' }).baseUrl).toBe('http://localhost:8080')
    expect(readConfig({ HOST: '::1', PORT: '8081' }).baseUrl).toBe('http://[::1]:8081')
    expect(readConfig({ BASE_URL: 'https://stet.example.org/' }).baseUrl).toBe('https://stet.example.org')
  })

  test('a mail server comes with a sender', () => {
    const url = 'smtp://desk:secret@mail.example:587'
    const mail = { url, from: 'Stet <stet@example.org>' }
    expect(readConfig({ SMTP_URL: url, MAIL_FROM: mail.from }).mail).toEqual(mail)
    expect(
      readConfig({ SMTP_URL: 'smtps://mail.example', MAIL_FROM: 'stet@example.org' }).mail,
    ).not.toBeNull()
    expect(readConfig({ MAIL_FROM: 'stet@example.org' }).mail).toBeNull()
  })

  test.each([
    [{ SMTP_URL: 'mail.example' }, 'SMTP_URL'],
    [{ SMTP_URL: 'https://u:secret@mail.example' }, 'SMTP_URL'],
    [{ SMTP_URL: 'smtp://u:secret@mail.example/inbox' }, 'SMTP_URL'],
    [{ SMTP_URL: 'smtp://u:secret@mail.example' }, 'MAIL_FROM'],
    [{ SMTP_URL: 'smtp://u:secret@mail.example', MAIL_FROM: 'the desk' }, 'MAIL_FROM'],
    [{ SMTP_URL: 'smtp://u:secret@mail.example', MAIL_FROM: 'a@b.example, c@d.example' }, 'MAIL_FROM'],
  ])('%j is refused in one line that names %s and no password', (environment, name) => {
    const read = (): unknown => readConfig(environment)
    expect(read).toThrow(Invalid)
    expect(read).toThrow(name)
    expect(read).not.toThrow('secret')
  })

  test('jobs, fetching and link checks can be switched off; without fetching no link is checked', () => {
    expect(readConfig({ JOBS: 'off', FETCH: 'off', LINK_CHECKS: 'daily' }).work).toEqual({
      jobs: false,
      fetch: false,
      linkChecks: 'off',
    })
    expect(readConfig({ LINK_CHECKS: 'daily' }).work.linkChecks).toBe('daily')
  })

  test('a PostgreSQL address is taken as it is', () => {
    const url = 'postgresql://desk:secret@db.example:5432/stet'
    expect(readConfig({ DATABASE_URL: url }).databaseUrl).toBe(url)
  })

  test.each([
    ['DATABASE_URL', 'mysql://desk@db/stet'],
    ['DATABASE_URL', 'stet.db'],
    ['JOBS', 'yes'],
    ['FETCH', 'false'],
    ['LINK_CHECKS', 'hourly'],
    ['PORT', 'http'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['HOST', 'my host'],
    ['BASE_URL', 'stet.example.org'],
    ['BASE_URL', 'https://stet.example.org/desk'],
    ['BASE_URL', 'ftp://stet.example.org'],
  ])('%s=%s is refused in one line that names it', (name, value) => {
    const read = () => readConfig({ [name]: value })
    expect(read).toThrow(Invalid)
    expect(read).toThrow(new RegExp(`^${name} [^\\n]+$`))
  })
})
