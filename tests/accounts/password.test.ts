import { describe, expect, test } from 'vitest'
import { hashPassword, isPassword, newPassword, passwordProblem } from '../../src/accounts/password.ts'

describe('passwords', () => {
  test('are hashed by Argon2id at OWASP’s settings, each with its own salt', async () => {
    const [one, two] = await Promise.all([
      hashPassword('a quiet harbour wall'),
      hashPassword('a quiet harbour wall'),
    ])
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(one).not.toBe(two)
    expect(await isPassword('a quiet harbour wall', one)).toBe(true)
    expect(await isPassword('a quiet harbour wal', one)).toBe(false)
  })

  test('are the same on a keyboard that composes accents otherwise', async () => {
    expect(
      await isPassword('cafe\u0301 am Hafen um acht', await hashPassword('caf\u00e9 am Hafen um acht')),
    ).toBe(true)
  })

  test('no password opens an account that has none', async () => {
    expect(await isPassword('', null)).toBe(false)
    expect(await isPassword('anything at all', null)).toBe(false)
  })

  test('need length and nothing else', () => {
    expect(passwordProblem('elevenchars')).toHaveLength(1)
    expect(passwordProblem('twelve chars')).toEqual([])
    expect(passwordProblem('x'.repeat(1001))).toHaveLength(1)
  })

  test('the first ones that Stet makes are long and never twice the same', () => {
    const made = new Set(Array.from({ length: 100 }, newPassword))
    expect(made.size).toBe(100)
    for (const password of made) expect(password).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/)
  })
})
