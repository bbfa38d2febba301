// Sends a file as a browser does: the name that was typed, the form straight to the bucket, the page that says how its check goes.
import type { Browser } from '../../infra/demo/browser.ts'
import { until } from '../../infra/demo/people.ts'

/** From the page that asks for the file's name. Gives the path of the page that the bucket leads back to. */
export async function sendFile(browser: Browser, name: string, content: Uint8Array): Promise<string> {
  await browser.send({ fileName: name })
  const { heading } = browser.page
  if (!heading.includes('Send the file')) throw new Error(`The page is “${heading}”, and takes no file`)
  const checking = await browser.upload({ name: 'IMG_0001.bin', type: 'application/octet-stream', content })
  if (!/\/files\/\w{16}\/arrived$/.test(checking.url.pathname))
    throw new Error(`The bucket led to “${checking.url.pathname}”`)
  if (checking.status !== 200) throw new Error(`The page after sending answered ${checking.status}`)
  return checking.url.pathname
}

export async function checked(browser: Browser, path: string, heading: RegExp): Promise<void> {
  await until(`${heading}`, async () => heading.test((await browser.open(path)).heading))
}
