// Hands at a pointer: they find each field by its label, as a person would, fill it in, and press the button by its words.
import type { Locator, Page } from 'playwright-core'
import type { FilledIn } from '../../infra/demo/browser.ts'
import type { Element, Hands } from './person.ts'

export const pointer: Hands = {
  follow: (page, link) =>
    page
      .locator(`main a[href="${link.getAttribute('href')}"]`)
      .first()
      .click(),
  async fillIn(page, asked, filledIn) {
    for (const [name, value] of Object.entries(filledIn)) await fill(formIn(page, asked), asked, name, value)
  },
  press: (page, asked, button) =>
    formIn(page, asked)
      .getByRole('button', { name: wordsOf(button), exact: true })
      .first()
      .click(),
}

function formIn(page: Page, asked: Element): Locator {
  return page.locator(`form[action="${asked.getAttribute('action')}"]`).first()
}

async function fill(form: Locator, asked: Element, name: string, value: FilledIn[string]): Promise<void> {
  const controls = asked.querySelectorAll(`[name="${name}"]`)
  const [first] = controls
  if (!first) throw new Error(`There is no field "${name}"`)
  if (first.tagName === 'BUTTON') return
  await unfold(form, first)
  const type = first.getAttribute('type')
  if (type !== 'radio' && type !== 'checkbox')
    return (await byLabel(form, asked, first)).fill([value].flat().join('\n'))
  const legend = first.closest('fieldset')!.querySelector('legend')!
  const group = form.getByRole('group', { name: wordsOf(legend), exact: true })
  for (const control of controls) {
    const wanted = [value].flat().includes(control.getAttribute('value')!)
    if (!wanted && (type === 'radio' || !control.hasAttribute('checked'))) continue
    const label = wordsOf(labelOf(asked, control))
    await group.getByRole(type, { name: label, exact: true }).setChecked(wanted)
  }
}

/** What is folded away is unfolded first. */
async function unfold(form: Locator, control: Element): Promise<void> {
  const folded = control.closest('details')
  if (!folded) return
  const details = form
    .page()
    .locator('details', { has: form.page().locator(`[id="${control.id}"]`) })
    .first()
  if ((await details.getAttribute('open')) === null) await details.locator('summary').first().click()
}

/** Where several have the same label, the hint tells them apart. */
async function byLabel(form: Locator, asked: Element, control: Element): Promise<Locator> {
  const name = wordsOf(labelOf(asked, control))
  const all = form.getByLabel(name, { exact: true })
  if ((await all.count()) === 1) return all
  const hint = asked.querySelector(`[id="${control.id}-hint"]`)
  if (!hint) throw new Error(`There are several fields “${name}”`)
  return form.getByRole('textbox', { name, description: wordsOf(hint) })
}

function labelOf(asked: Element, control: Element): Element {
  const label = asked.querySelector(`label[for="${control.id}"]`)
  if (!label) throw new Error(`“${control.id}” has no label`)
  return label
}

function wordsOf(element: Element): string {
  return element.textContent.replace(/\s+/g, ' ').trim()
}
