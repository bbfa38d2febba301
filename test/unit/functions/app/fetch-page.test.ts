// Looking at a page: which sites are asked at all, where redirects may lead, and what each answer comes to.
import { describe, expect, it } from 'vitest'
import { fetchPage } from '../../../../functions/app/fetch-page.ts'
import type { WebAnswer } from '../../../../functions/app/ports.ts'

type Site = Readonly<Record<string, Partial<Extract<WebAnswer, { kind: 'answered' }>> | WebAnswer>>

/** A web that has exactly these pages, and notes what it is asked for. */
function web(site: Site) {
  const asked: string[] = []
  const get = async (url: URL): Promise<WebAnswer> => {
    asked.push(url.href)
    const page = site[url.href] ?? { status: 404 }
    if (page.kind === 'failed') return page
    const answered = { status: 200, location: undefined, contentType: 'text/html', body: undefined }
    return { ...answered, ...page, kind: 'answered' }
  }
  return {
    asked,
    look: (url: string) => fetchPage({ publicWeb: { get } }, url, new AbortController().signal),
  }
}
const page = (html: string) => ({ body: Buffer.from(html) })
const robots = (text: string) => ({ body: Buffer.from(text), contentType: 'text/plain' })
const to = (location: string, status = 302) => ({ status, location })
const cannot = (why: string) => ({ kind: 'cannot-be-checked', why })

const refusing =
  (why: string) =>
  (status: number): [number, object, object] => [status, {}, cannot(why)]

describe('what an answer comes to', () => {
  const url = 'https://school.uk/plan'
  it.each<[number, object, object]>([
    [200, page('<p>Our plan'), { kind: 'read', status: 200, finalUrl: url, text: 'Our plan' }],
    [200, { contentType: 'application/pdf' }, { kind: 'read', status: 200, finalUrl: url }],
    [404, {}, { kind: 'gone', status: 404 }],
    [410, {}, { kind: 'gone', status: 410 }],
    ...[401, 403, 429, 451, 999].map(refusing('refuses-robots')),
    ...[302, 400, 500, 503].map(refusing('does-not-answer')),
  ])('%i', async (status, more, result) => {
    expect(await web({ [url]: { ...more, status } }).look(url)).toEqual(result)
  })

  it.each(['not-public', 'unknown-name', 'does-not-answer', 'too-large', 'too-slow'] as const)(
    'is that it cannot be checked when the request is %s',
    async (why) => {
      const failed = { kind: 'failed', why } as const
      expect(await web({ 'https://school.uk/robots.txt': failed }).look('https://school.uk/')).toEqual(
        cannot(why),
      )
      expect(await web({ 'https://school.uk/': failed }).look('https://school.uk/')).toEqual(cannot(why))
    },
  )
})

describe('sites that are not asked', () => {
  it.each([
    'https://www.facebook.com/ourschool',
    'https://M.Facebook.com/ourschool',
    'https://x.com/school/status/1',
    'https://www.instagram.com./p/1',
    'https://youtu.be/abc',
  ])('%s refuses robots, and is never called gone', async (url) => {
    const { asked, look } = web({})
    expect(await look(url)).toEqual(cannot('social-media'))
    expect(asked).toEqual([])
  })

  it.each([
    'ftp://school.uk/',
    'file:///etc/passwd',
    'https://school.uk:8443/',
    'http://school.uk:22/',
    'https://name:word@school.uk/',
    'http://localhost/',
    'http://printer.local/',
    'http://db.prod.internal/',
    'https://www.school.example/',
    'https://www.example.org/',
  ])('%s is no public place', async (url) => {
    const { asked, look } = web({})
    expect(await look(url)).toEqual(cannot('not-public'))
    expect(asked).toEqual([])
  })

  it('names that only look like one of them are asked', async () => {
    const { look } = web({ 'https://notfacebook.com/': page('ours') })
    expect(await look('https://notfacebook.com/')).toMatchObject({ kind: 'read', text: 'ours' })
  })
})

describe('redirects', () => {
  it('are followed, each host asked for its own robots.txt once', async () => {
    const { asked, look } = web({
      'http://school.uk/plan': to('/plan/'),
      'http://school.uk/plan/': to('https://www.school.uk/plan', 301),
      'https://www.school.uk/plan': page('Our plan'),
    })
    expect(await look('http://school.uk/plan')).toEqual({
      kind: 'read',
      status: 200,
      finalUrl: 'https://www.school.uk/plan',
      text: 'Our plan',
    })
    expect(asked).toEqual([
      'http://school.uk/robots.txt',
      'http://school.uk/plan',
      'http://school.uk/plan/',
      'https://www.school.uk/robots.txt',
      'https://www.school.uk/plan',
    ])
  })

  it.each([
    ['https://www.facebook.com/login', 'social-media'],
    ['http://localhost/admin', 'not-public'],
    ['ftp://school.uk/plan', 'not-public'],
    ['https://school.uk:8080/plan', 'not-public'],
    ['//name:word@school.uk/plan', 'not-public'],
    ['http://[', 'does-not-answer'],
  ])('to %s end there', async (location, why) => {
    const { asked, look } = web({ 'https://school.uk/plan': to(location) })
    expect(await look('https://school.uk/plan')).toEqual(cannot(why))
    expect(asked).toEqual(['https://school.uk/robots.txt', 'https://school.uk/plan'])
  })

  it('end after five', async () => {
    const chain = (length: number) =>
      Object.fromEntries(
        Array.from({ length }, (_, at) => [`https://school.uk/${at}`, to(`/${at + 1}`)] as const),
      )
    const last = (at: number) => ({ [`https://school.uk/${at}`]: page('here') })
    expect(await web({ ...chain(5), ...last(5) }).look('https://school.uk/0')).toMatchObject({ kind: 'read' })
    expect(await web({ ...chain(6), ...last(6) }).look('https://school.uk/0')).toEqual(
      cannot('too-many-redirects'),
    )
  })
})

describe('robots.txt', () => {
  const url = 'https://school.uk/plan'
  const robotsUrl = 'https://school.uk/robots.txt'
  const plan = { [url]: page('Our plan') }

  it('that refuses us is obeyed: the page is not asked for', async () => {
    const { asked, look } = web({ ...plan, [robotsUrl]: robots('User-agent: *\nDisallow: /') })
    expect(await look(url)).toEqual(cannot('refuses-robots'))
    expect(asked).toEqual([robotsUrl])
  })

  it.each<[string, Site[string], object]>([
    ['lets us', robots('User-agent: *\nAllow: /'), { kind: 'read' }],
    ['is not there', { status: 404 }, { kind: 'read' }],
    ['is not for us to see', { status: 403 }, { kind: 'read' }],
    ['is out of order', { status: 503 }, cannot('refuses-robots')],
    ['leads inside', to('http://localhost/robots.txt'), cannot('not-public')],
  ])('that %s', async (_, answer, result) => {
    expect(await web({ ...plan, [robotsUrl]: answer }).look(url)).toMatchObject(result)
  })
})
