// The one way to the internet: only public addresses are ever connected to, and never more is read than two megabytes.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { isPublic, specialIPv4, specialIPv6 } from '../../functions/adapters/public-addresses.ts'
import { type Internet, publicWeb } from '../../functions/adapters/public-web.ts'
import { fetchPage } from '../../functions/app/fetch-page.ts'

vi.stubEnv('BASE_URL', 'https://mark.example')
const publicAddress = '93.184.215.14'

let server: Server
let answer: (request: IncomingMessage, response: ServerResponse) => void
const requests: IncomingMessage[] = []
const resolved: string[] = []
const connected: string[] = []

beforeAll(async () => {
  server = createServer((request, response) => {
    requests.push(request)
    answer(request, response)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(() => {
  for (const list of [requests, resolved, connected]) list.length = 0
  answer = (_, response) => response.setHeader('Content-Type', 'text/html').end('<p>Our plan')
})

/** Names lead where they are told to; a connection to any address comes to the server of the test. */
function internet(...addresses: readonly (readonly string[] | Error)[]): Internet {
  const next = [...addresses]
  return {
    async resolve(name) {
      resolved.push(name)
      const found = next.length > 1 ? next.shift()! : (next[0] ?? [publicAddress])
      if (found instanceof Error) throw found
      return found
    },
    connect(address, port) {
      connected.push(`${address}:${port}`)
      return connect((server.address() as AddressInfo).port, '127.0.0.1')
    },
  }
}
const open = new AbortController().signal
const get = (url: string, of: Internet = internet(), signal = open) => publicWeb(of).get(new URL(url), signal)
const look = (url: string, of: Internet, signal = open) =>
  fetchPage({ publicWeb: publicWeb(of) }, url, signal)
const failed = (why: string) => ({ kind: 'failed', why })

const anyBits = fc.bigInt({ min: 0n, max: (1n << 128n) - 1n })
/** Some address of a range. */
function addressIn(range: string): fc.Arbitrary<bigint> {
  const [net, length] = range.split('/') as [string, string]
  const width = net.includes(':') ? 128 : 32
  const host = BigInt(width - Number(length))
  return anyBits.map((bits) => numberOf(net) | (bits & ((1n << host) - 1n)))
}
function numberOf(address: string): bigint {
  if (!address.includes(':')) return address.split('.').reduce((all, part) => (all << 8n) | BigInt(part), 0n)
  const [head = '', tail = ''] = address.split('::') as [string, string?]
  const groups = (part: string) => (part === '' ? [] : part.split(':'))
  const missing = 8 - groups(head).length - groups(tail).length
  const all = [...groups(head), ...Array<string>(missing).fill('0'), ...groups(tail)]
  return all.reduce((number, group) => (number << 16n) | BigInt(`0x${group}`), 0n)
}
function dotted(number: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => (number >> shift) & 255n).join('.')
}
function colons(number: bigint): string {
  return Array.from({ length: 8 }, (_, at) =>
    ((number >> BigInt(112 - 16 * at)) & 0xffffn).toString(16),
  ).join(':')
}

const special4 = fc.constantFrom(...specialIPv4).chain(addressIn)
const outside2000 = anyBits.filter((bits) => bits >> 125n !== 1n)
const special6 = fc.oneof(fc.constantFrom(...specialIPv6).chain(addressIn), outside2000)

describe('special addresses', () => {
  it.each([
    '127.0.0.1',
    '169.254.169.254',
    '10.0.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '100.64.0.1',
    '0.0.0.0',
    '255.255.255.255',
    '224.0.0.1',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:93.184.215.14',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b:1::1',
    '100::1',
    '2001::1',
    '2001:db8::1',
    '2002:7f00:1::',
    '3fff::1',
    'fc00::1',
    'fd00:ec2::254',
    'fe80::1',
    'fe80::1%eth0',
    '2606:4700::1%eth0',
    'fec0::1',
    'ff02::1',
    '5f00::1',
    'school.uk',
    '',
    '1.2.3',
  ])('%s is not public', (address) => {
    expect(isPublic(address)).toBe(false)
  })

  it.each([
    '93.184.215.14',
    '1.1.1.1',
    '172.32.0.1',
    '100.128.0.1',
    '198.20.0.1',
    '2606:4700::1',
    '2a00:1450::1',
  ])('%s is public', (address) => {
    expect(isPublic(address)).toBe(true)
  })

  it('none is public, and no name that leads to one is connected to', async () => {
    const address = fc.oneof(
      special4.map(dotted),
      special6.map(colons),
      special4.map((n) => `::ffff:${dotted(n)}`),
    )
    await fc.assert(
      fc.asyncProperty(address, fc.array(fc.constant(publicAddress), { maxLength: 2 }), async (bad, good) => {
        expect(isPublic(bad)).toBe(false)
        for (const all of [
          [bad, ...good],
          [...good, bad],
        ]) {
          expect(await get('https://school.uk/', internet(all))).toEqual(failed('not-public'))
        }
        expect(connected).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('none is asked for by number, however it is written', async () => {
    const hex = (n: bigint) => `0x${n.toString(16)}`
    const octal = (n: bigint) => `0${n.toString(8)}`
    const forms: ((n: bigint) => string)[] = [
      dotted,
      String,
      hex,
      octal,
      (n) => `${dotted(n)}.`,
      (n) =>
        dotted(n)
          .split('.')
          .map((part) => hex(BigInt(part)))
          .join('.'),
      (n) =>
        dotted(n)
          .split('.')
          .map((part) => octal(BigInt(part)))
          .join('.'),
      (n) => `${n >> 24n}.${n & 0xffffffn}`,
      (n) => `${n >> 24n}.${(n >> 16n) & 255n}.${n & 0xffffn}`,
      (n) => `[::ffff:${dotted(n)}]`,
      (n) => dotted(n).replaceAll('.', '。'),
      (n) => dotted(n).replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
    ]
    await fc.assert(
      fc.asyncProperty(special4, fc.constantFrom(...forms), async (number, form) => {
        const result = await look(`http://${form(number)}/`, internet())
        expect(result).toEqual({ kind: 'cannot-be-checked', why: 'not-public' })
        expect([...resolved, ...connected]).toEqual([])
      }),
      { numRuns: 500 },
    )
    await fc.assert(
      fc.asyncProperty(special6.map(colons), async (address) => {
        expect(await get(`http://[${address}]/`)).toEqual(failed('not-public'))
        expect([...resolved, ...connected]).toEqual([])
      }),
    )
  })
})

describe('a connection', () => {
  it('goes to the address that was checked, IPv4 before IPv6, with the name of the site', async () => {
    const result = await get('http://School.uk/plan?a=1#b', internet(['2606:4700::1', publicAddress]))
    expect(result).toMatchObject({ kind: 'answered', status: 200, contentType: 'text/html' })
    expect(resolved).toEqual(['school.uk'])
    expect(connected).toEqual([`${publicAddress}:80`])
    const [{ method, url, headers }] = requests as [IncomingMessage]
    expect([method, url]).toEqual(['GET', '/plan?a=1'])
    expect(headers).toEqual({
      host: 'school.uk',
      connection: 'close',
      accept: expect.any(String),
      'accept-language': expect.any(String),
      'accept-encoding': 'gzip, br',
      'user-agent': 'CCQM-link-check/1.0 (+https://mark.example)',
    })
  })

  it('to a name that leads elsewhere the second time is made anew to what was checked, or not at all', async () => {
    const rebinding = internet([publicAddress], ['127.0.0.1'])
    expect(await look('http://school.uk/plan', rebinding)).toEqual({
      kind: 'cannot-be-checked',
      why: 'not-public',
    })
    // For robots.txt alone, which was asked of the first address; the second lookup was refused.
    expect(resolved).toEqual(['school.uk', 'school.uk'])
    expect(connected).toEqual([`${publicAddress}:80`])
  })

  it.each([
    'http://127.0.0.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://[::1]/',
    'http://2130706433/',
  ])('is not made when a page leads to %s', async (location) => {
    answer = ({ url }, response) => {
      if (url === '/robots.txt') response.writeHead(404).end()
      else response.writeHead(302, { location }).end()
    }
    const result = await look('http://school.uk/plan', internet())
    expect(result).toEqual({ kind: 'cannot-be-checked', why: 'not-public' })
    expect(requests.map(({ url }) => url)).toEqual(['/robots.txt', '/plan'])
    expect(connected).toEqual(Array(2).fill(`${publicAddress}:80`))
  })

  it('is not made through a proxy of the environment', async () => {
    vi.stubEnv('HTTP_PROXY', 'http://127.0.0.1:1')
    vi.stubEnv('NODE_USE_ENV_PROXY', '1')
    expect(await get('http://school.uk/')).toMatchObject({ status: 200 })
    vi.stubEnv('HTTP_PROXY', undefined)
    vi.stubEnv('NODE_USE_ENV_PROXY', undefined)
  })

  it('over https wants a certificate; something else there does not answer', async () => {
    expect(await get('https://school.uk/')).toEqual(failed('does-not-answer'))
    expect(connected).toEqual([`${publicAddress}:443`])
  })

  it.each([
    ['ENOTFOUND', 'unknown-name'],
    ['EAI_AGAIN', 'does-not-answer'],
  ])('needs a name that is known: %s', async (code, why) => {
    const unknown = Object.assign(new Error('unknown'), { code })
    expect(await get('http://school.uk/', internet(unknown))).toEqual(failed(why))
  })

  it('that is broken off does not answer', async () => {
    answer = (request) => request.socket.destroy()
    expect(await get('http://school.uk/')).toEqual(failed('does-not-answer'))
    answer = (request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Length': '1000' })
      response.write('half', () => request.socket.destroy())
    }
    expect(await get('http://school.uk/')).toEqual(failed('does-not-answer'))
    answer = (request) => request.socket.end('nonsense\r\n\r\n')
    expect(await get('http://school.uk/')).toEqual(failed('does-not-answer'))
  })

  it('that is none of the site’s doing fails for all to see', async () => {
    await expect(get('http://school.uk/', internet(new TypeError('ours')))).rejects.toThrow('ours')
  })
})

describe('what is read', () => {
  const sent = (body: Buffer, headers: Record<string, string> = {}) => {
    answer = (_, response) => {
      response.on('error', () => {})
      response.writeHead(200, { 'Content-Type': 'text/html', ...headers }).end(body)
    }
  }
  const textOf = async () => {
    const got = await get('http://school.uk/')
    return got.kind === 'answered' && got.body ? Buffer.from(got.body).toString() : got
  }
  const twoMegabytes = 2 * 1024 * 1024

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ])('comes packed by %s as well', async (encoding, pack) => {
    sent(pack(Buffer.from('Our plan')), { 'Content-Encoding': encoding })
    expect(await textOf()).toBe('Our plan')
  })

  it('is at most 2 MB', async () => {
    sent(Buffer.alloc(twoMegabytes, 'a'))
    expect(await textOf()).toHaveLength(twoMegabytes)
    sent(Buffer.alloc(twoMegabytes + 1, 'a'))
    expect(await textOf()).toEqual(failed('too-large'))
  })

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ])('is counted unpacked: 10 MB in a small %s', async (encoding, pack) => {
    const bomb = pack(Buffer.alloc(10 * 1024 * 1024))
    expect(bomb.length).toBeLessThan(100_000)
    sent(bomb, { 'Content-Encoding': encoding })
    expect(await textOf()).toEqual(failed('too-large'))
  })

  it('without an end is ended by its size', async () => {
    answer = (_, response) => {
      response.on('error', () => {})
      response.writeHead(200, { 'Content-Type': 'text/plain' })
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536, 'a')));
      }
      response.on('drain', more)
      more()
    }
    expect(await textOf()).toEqual(failed('too-large'))
  })

  it.each(['gzip', 'br', 'zip', 'constructor'])(
    'is nothing when it is not packed as it says: %s',
    async (encoding) => {
      sent(Buffer.from('Our plan'), { 'Content-Encoding': encoding })
      expect(await textOf()).toEqual(failed('does-not-answer'))
    },
  )

  it.each(['application/pdf', 'image/png', 'application/json', ''])(
    'is not the content of “%s”',
    async (type) => {
      sent(Buffer.alloc(3 * twoMegabytes), { 'Content-Type': type })
      expect(await get('http://school.uk/')).toMatchObject({ kind: 'answered', status: 200, body: undefined })
    },
  )

  it.each([301, 403, 404, 500])('is not what comes with %i', async (status) => {
    answer = (_, response) => response.writeHead(status, { 'Content-Type': 'text/html' }).end('Sorry')
    expect(await get('http://school.uk/')).toMatchObject({ kind: 'answered', status, body: undefined })
  })

  it.each<[string, (response: ServerResponse) => void]>([
    ['never answers', () => {}],
    [
      'begins and does not go on',
      (response) => response.writeHead(200, { 'Content-Type': 'text/html' }).write('a'),
    ],
  ])('is given up when the time is over, of a site that %s', async (_, begin) => {
    const time = new AbortController()
    answer = (__, response) => {
      begin(response)
      setImmediate(() => time.abort())
    }
    expect(await get('http://school.uk/', internet(), time.signal)).toEqual(failed('too-slow'))
  })

  it('is given up when looking the name up takes the time', async () => {
    const time = new AbortController()
    const slow: Internet = {
      ...internet(),
      resolve: () => {
        setImmediate(() => time.abort())
        return new Promise(() => {})
      },
    }
    expect(await get('http://school.uk/', slow, time.signal)).toEqual(failed('too-slow'))
    expect(await get('http://school.uk/', slow, AbortSignal.abort())).toEqual(failed('too-slow'))
    expect(connected).toEqual([])
  })
})
