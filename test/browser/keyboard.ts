// Hands at a keyboard alone: Tab to what is wanted, then type, Space, arrows, Enter; and the focus is looked at on the way.
import type { Page } from 'playwright-core'
import type { FilledIn } from '../../infra/demo/browser.ts'
import type { Element, Hands } from './person.ts'

interface Focused {
  readonly tag: string
  readonly type: string
  readonly name: string
  readonly value: string
  readonly checked: boolean
  readonly href: string
  readonly action: string
  /** What can be unfolded here, by its fields' names; nothing when it is unfolded already. */
  readonly folds: readonly string[]
  /** What is the matter with the focus, if anything. */
  readonly matter: string | undefined
}

/** `findings` is told where the focus was not to be seen. */
export function keyboard(findings: string[]): Hands {
  async function next(page: Page): Promise<Focused> {
    await page.keyboard.press('Tab')
    const focused = (await page.evaluate(look)) as Focused
    if (focused.matter) findings.push(`${new URL(page.url()).pathname}: ${focused.matter}`)
    return focused
  }

  /** Goes on from where the focus is; a page has fewer than 500 places for it. */
  async function tabTo(page: Page, what: string, isThere: (focused: Focused) => boolean): Promise<void> {
    for (let tab = 0; tab < 500; tab++) if (isThere(await next(page))) return
    throw new Error(`The keyboard does not come to ${what} on ${page.url()}`)
  }

  return {
    async follow(page, link) {
      const href = link.getAttribute('href')!
      await tabTo(page, href, (focused) => focused.tag === 'A' && focused.href === href)
      await page.keyboard.press('Enter')
    },
    async fillIn(page, form, filledIn) {
      const left = new Map(Object.entries(filledIn).filter(([name]) => !isButton(form, name)))
      const fits = ({ action }: Focused) => action === form.getAttribute('action')
      while (left.size > 0) {
        let here: Focused | undefined
        await tabTo(page, [...left.keys()].join(', '), (focused) => {
          here = focused
          return fits(focused) && (left.has(focused.name) || focused.folds.some((name) => left.has(name)))
        })
        if (here!.tag === 'SUMMARY') await page.keyboard.press('Enter')
        else if (await answer(page, here!, left.get(here!.name)!, form)) left.delete(here!.name)
      }
    },
    async press(page, form, button) {
      const [name, value] = [button.getAttribute('name') ?? '', button.getAttribute('value') ?? '']
      await tabTo(
        page,
        `the button ${button.text}`,
        (focused) =>
          focused.tag === 'BUTTON' &&
          focused.action === form.getAttribute('action') &&
          focused.name === name &&
          focused.value === value,
      )
      await page.keyboard.press('Enter')
    },
  }
}

/** Says whether the question has its whole answer: of checkboxes, the focus comes to each by itself. */
async function answer(
  page: Page,
  focused: Focused,
  wanted: FilledIn[string],
  form: Element,
): Promise<boolean> {
  const { type, name, value, checked } = focused
  const values = [wanted].flat()
  if (type === 'checkbox') {
    if (values.includes(value) !== checked) await page.keyboard.press('Space')
    const all = form.querySelectorAll(`[name="${name}"]`)
    return all.at(-1)!.getAttribute('value') === value
  }
  if (type === 'radio') {
    if (!checked) await page.keyboard.press('Space')
    const all = form.querySelectorAll(`[name="${name}"]`).map((each) => each.getAttribute('value'))
    const steps = (all.indexOf(values[0]!) - all.indexOf(value) + all.length) % all.length
    for (let step = 0; step < steps; step++) await page.keyboard.press('ArrowDown')
    return true
  }
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.insertText(values.join('\n'))
  return true
}

function isButton(form: Element, name: string): boolean {
  return form.querySelector(`[name="${name}"]`)?.tagName === 'BUTTON'
}

/**
 * A radio or a checkbox of the design system is a transparent input over what its label draws, so the label shows the focus.
 * Seen = drawn around or behind, in the window, and nothing over it.
 */
const look = `(() => {
  const at = document.activeElement
  const isMark = ['radio', 'checkbox'].includes(at.type)
  const style = isMark ? getComputedStyle(at.labels[0], '::before') : getComputedStyle(at)
  const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 && !/rgba\\(.*, 0\\)|transparent/.test(style.outlineColor)
  const { left, top, width, height } = at.getBoundingClientRect()
  const [x, y] = [left + Math.min(width, innerWidth) / 2, top + height / 2]
  const over = document.elementFromPoint(x, y)
  const isOver = over && (at === over || at.contains(over) || over.contains(at) || [...(at.labels ?? [])].some((label) => label.contains(over)))
  const matter = at === document.body ? undefined
    : !outlined && style.boxShadow === 'none' ? 'the focus cannot be seen'
    : x < 0 || y < 0 || x > innerWidth || y > innerHeight ? 'the focus is outside the window'
    : !isOver ? 'something lies over the focus: ' + (over && over.outerHTML.slice(0, 80))
    : undefined
  const folded = at.tagName === 'SUMMARY' && !at.parentElement.open ? [...at.parentElement.querySelectorAll('[name]')] : []
  return {
    tag: at.tagName, type: at.type ?? '', name: at.name ?? '', value: at.value ?? '', checked: at.checked === true,
    href: at.getAttribute('href') ?? '', action: (at.form ?? at.closest('form'))?.getAttribute('action') ?? '',
    folds: folded.map(({ name }) => name),
    matter: matter && at.outerHTML.slice(0, 120) + ': ' + matter,
  }
})()`
