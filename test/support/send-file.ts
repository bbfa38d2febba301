// Sends a file as a browser does: the name that was typed, the form straight to the bucket, the page that says how its check goes.
import type { Browser } from '../../infra/demo/browser.ts'
import { until } from '../../infra/demo/people.ts'

/** From the page that asks for the file's name. Gives the path of the page that the bucket leads back to. */
export async function sendFile(browser: Browser, name: string, content: Uint8Array): Promise<string> {
  await browser.send({ fileName: name })
  const { heading, root, url } = browser.page
  if (!heading.includes('Send the file')) throw new Error(`The page is “${heading}”, and takes no file`)
  const form = root.querySelector('main form')!
  const body = new FormData()
  for (const input of form.querySelectorAll('input[type=hidden]'))
    body.append(input.getAttribute('name')!, input.getAttribute('value')!)
  body.append('file', new Blob([Buffer.from(content)]), 'IMG_0001.bin')
  const answer = await fetch(form.getAttribute('action')!, {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: { origin: url.origin },
  })
  const back = answer.headers.get('location') ?? ''
  if (answer.status !== 303 || !/\/files\/\w{16}\/arrived\?/.test(back))
    throw new Error(`The bucket answered ${answer.status}, and led to “${back}”`)
  const checking = await browser.open(back)
  if (checking.status !== 200) throw new Error(`The page after sending answered ${checking.status}`)
  return checking.url.pathname
}

export async function checked(browser: Browser, path: string, heading: RegExp): Promise<void> {
  await until(`${heading}`, async () => heading.test((await browser.open(path)).heading))
}
