// What is looked at on every page: axe at both widths, nothing sideways, targets, title, heading, language, and what it weighs.
import { brotliCompressSync } from 'node:zlib'
import axe from 'axe-core'
import type { Browser as Chromium, Page } from 'playwright-core'
import type { Arrived } from './person.ts'
import { type Seen, seen } from './visited.ts'

export const widths = [320, 1280] as const

/** What is looked at, once a page and state. */
export interface Look {
  /** Notes the page, and looks at it when it is one that was not seen yet. */
  at(role: string): (arrived: Arrived) => Promise<void>
  /** Where something is the matter, and what. */
  readonly findings: string[]
}

export type LookedAt = Seen & { /** HTML and style sheet, compressed. */ readonly bytes: number }

const run = `axe.run(document, {
  preload: false,
  resultTypes: ['violations'],
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
}).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ' ' + target.join(' '))))`

/**
 * Chromium runs no promise in a page whose JavaScript is off, and axe needs them: so it looks at the same HTML again in a page of
 * the same origin whose JavaScript is on. Our pages have none, so nothing else changes by that.
 */
export async function createLook(
  chromium: Chromium,
  baseUrl: string,
  pages: Map<string, LookedAt>,
): Promise<Look> {
  const context = await chromium.newContext({ bypassCSP: true })
  const glass = await context.newPage()
  await glass.goto(baseUrl)
  await glass.evaluate(`${axe.source};0`)
  const sheets = new Map<string, Buffer>()
  const findings: string[] = []

  async function sheetOf(html: string): Promise<Buffer> {
    const path = /<link rel="stylesheet" href="([^"]+)"/.exec(html)![1]!
    const known = sheets.get(path)
    if (known) return known
    const sheet = Buffer.from(await (await fetch(new URL(path, baseUrl))).arrayBuffer())
    sheets.set(path, sheet)
    return sheet
  }

  return {
    findings,
    at: (role) => async (arrived) => {
      const page = seen(arrived, role)
      const found = (what: string) => findings.push(`${page.key}: ${what}`)
      // What is true of a page costs nothing to look at each time.
      for (const what of aboutHtml(arrived)) found(what)
      if (pages.has(page.key)) return
      const { html } = arrived.shown
      const bytes = brotli(html) + brotli(await sheetOf(html))
      pages.set(page.key, { ...page, bytes })
      await glass.setContent(html)
      const before = arrived.page.viewportSize()!
      for (const width of widths) {
        await arrived.page.setViewportSize({ ...before, width })
        for (const what of await aboutLayout(arrived.page, width)) found(`${width} px: ${what}`)
        await glass.setViewportSize({ ...before, width })
        for (const what of (await glass.evaluate(run)) as string[]) found(`${width} px: axe ${what}`)
      }
      await arrived.page.setViewportSize(before)
    },
  }
}

function brotli(content: string | Buffer): number {
  return brotliCompressSync(content).length
}

function aboutHtml({ shown: { root, status } }: Arrived): string[] {
  const html = root.querySelector('html')
  const title = root.querySelector('title')?.text ?? ''
  const isRefused = root.querySelector('.govuk-error-summary__list') !== null
  const what = [
    status >= 500 && `answered ${status}`,
    isRefused !== title.startsWith('Error: ') && `its title is “${title}”`,
    root.querySelectorAll('h1').length !== 1 &&
      `${root.querySelectorAll('h1').length} headings of the first level`,
    !html?.getAttribute('lang') && 'no language',
    !html?.getAttribute('dir') && 'no direction',
  ]
  return what.filter((each) => each !== false)
}

/** Targets in running text are excepted by WCAG 2.5.8, and so are the inputs that a label of ours is larger than. */
async function aboutLayout(page: Page, width: number): Promise<string[]> {
  const [scrolls, small] = (await page.evaluate(`[
    document.scrollingElement.scrollWidth,
    [...document.querySelectorAll('a, button, input, textarea, summary')].filter((target) => {
      const { width, height } = target.getBoundingClientRect()
      const isShown = target.checkVisibility() && width > 1 && height > 1
      const inText = target.tagName === 'A' && target.parentElement.textContent.trim() !== target.textContent.trim() && getComputedStyle(target).display === 'inline'
      return isShown && !inText && Math.min(width, height) < 24
    }).map((target) => target.outerHTML.slice(0, 120)),
  ]`)) as [number, string[]]
  return [
    ...(scrolls > width ? [`is ${scrolls} px wide`] : []),
    ...small.map((each) => `a small target: ${each}`),
  ]
}
