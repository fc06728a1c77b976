import { describe, expect, test } from 'vitest'
import { checkUrl, isPublicAddress } from '../../../src/sources/fetch/allowed-address.ts'

describe('an address', () => {
  test.each(['8.8.8.8', '93.184.216.34', '2606:4700::1111', '::ffff:8.8.8.8', '64:ff9b::808:808'])(
    '%s is of the public internet',
    (address) => expect(isPublicAddress(address)).toBe(true),
  )

  test.each(
    [
      ['0.0.0.0', '0.1.2.3', '10.1.2.3', '100.64.0.1', '127.0.0.1', '127.255.255.254', '169.254.169.254'],
      ['172.16.0.1', '172.31.255.255', '192.168.1.1', '192.0.0.8', '192.0.2.1', '198.18.0.1', '198.51.100.7'],
      ['203.0.113.9', '192.88.99.1', '224.0.0.1', '240.0.0.1', '255.255.255.255'],
      ['::', '::1', '::127.0.0.1', '::ffff:127.0.0.1', '::ffff:a00:1', '::ffff:0:127.0.0.1', '::7f00:1'],
      [
        '64:ff9b::7f00:1',
        '64:ff9b::a9fe:a9fe',
        '64:ff9b:1::808:808',
        '2002:7f00:1::',
        '2002:808:808::',
        '2001::1',
      ],
      [
        'fe80::1',
        'fe80::1%eth0',
        '2606:4700::1111%eth0',
        'fec0::1',
        'fc00::1',
        'fd12::1',
        'ff02::1',
        '100::1',
      ],
      ['2001:db8::1', '2001:2::1', '3fff::1', '5f00::1', '4000::1', 'not an address', ''],
    ].flat(),
  )('%j is not', (address) => expect(isPublicAddress(address)).toBe(false))
})

describe('a web address', () => {
  test.each([
    'https://tide.example/7',
    'http://tide.example:8080/',
    'https://[2606:4700::1111]/',
    'http://8.8.8.8',
    'https://localhost.example.org/',
  ])('%s may be asked for', (url) => expect(checkUrl(url)).toMatchObject({ ok: true }))

  test.each([
    ...['http://127.0.0.1/', 'http://127.1/', 'http://2130706433/', 'http://0x7f000001/', 'http://0x7f.1/'],
    ...['http://0177.0.0.1/', 'http://017700000001/', 'http://127.0.0.1./', 'http://①②⑦.⓪.⓪.①/', 'http://0/'],
    ...['http://[::1]/', 'http://[::ffff:127.0.0.1]/', 'http://[::ffff:7f00:1]/', 'http://[::]/'],
    ...['http://[0:0:0:0:0:ffff:a9fe:a9fe]/', 'http://[fe80::1%25eth0]/', 'http://[64:ff9b::127.0.0.1]/'],
    ...['http://169.254.169.254/latest/meta-data/', 'http://2852039166/', 'http://0xa9fea9fe/'],
    ...['http://localhost/', 'http://LOCALHOST./', 'http://db.localhost/', 'http://printer.local/'],
    ...['http://vault.internal/', 'http://nas.home.arpa/'],
    ...['ftp://tide.example/', 'file:///etc/passwd', 'javascript:alert(1)', 'gopher://tide.example/', 'tide'],
    ...['https://user@tide.example/', 'https://user:secret@tide.example/', 'https://:secret@tide.example/'],
    ...[
      'http://tide.example:22/',
      'http://tide.example:25/',
      'http://tide.example:6379@/',
      'http://tide.example:6667/',
    ],
  ])('%s may not', (url) => {
    const checked = checkUrl(url)
    expect(checked.ok).toBe(false)
    if (!checked.ok) expect(checked.why).not.toBe('')
  })

  test('is asked for without the place inside the page', () => {
    const checked = checkUrl('https://tide.example/7?a=1#high')
    expect(checked.ok && checked.url.href).toBe('https://tide.example/7?a=1')
  })
})
