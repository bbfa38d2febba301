// A photo and a document on their whole way: sent straight to the bucket, checked, opened under their names, handed in.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Browser } from '../../infra/demo/browser.ts'
import { fillIn } from '../../infra/demo/fill-in.ts'
import { inventedSchool, registerSchool, signIn, teamAddress } from '../../infra/demo/people.ts'
import { type System, startSystem } from '../../infra/local/system.ts'
import { checked, sendFile } from '../support/send-file.ts'

let folder: string
let system: System
let school: Browser

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mark-'))
  system = await startSystem({ dataDir: folder, port: 0 })
  school = await registerSchool(system, inventedSchool)
})
afterAll(async () => {
  await system.stop()
  await rm(folder, { recursive: true })
})

it('goes from the device to who may see it', async () => {
  const hub = school.page.url.pathname
  const diary = `${hub}/steps/positive-action/diary`
  await school.open(diary)
  await school.follow('Add the first one')
  const typed = { ...fillIn(school.page), evidenceTitle: 'An assembly', action: 'add-to-evidenceFiles' }
  await school.send(typed)

  const photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: 'teal' } })
    .withExif({ IFD0: { Artist: 'Amina Example' } })
    .jpeg()
    .toBuffer()
  const way = await sendFile(school, 'Our assembly – Sommerfest', photo)
  await checked(school, way, /Your file is ready/)

  const path = way.replace('/arrived', '')
  const open = async (browser: Browser) => {
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    return fetch(new URL(path, system.webUrl), { headers: { cookie } })
  }
  const opened = await open(school)
  expect(opened.headers.get('content-type')).toBe('application/octet-stream')
  expect(opened.headers.get('content-disposition')).toBe(
    `attachment; filename="Our assembly _ Sommerfest.jpg"; filename*=UTF-8''Our%20assembly%20%E2%80%93%20Sommerfest.jpg`,
  )
  const content = Buffer.from(await opened.arrayBuffer())
  expect(await sharp(content).metadata()).toMatchObject({ format: 'jpeg', width: 60, height: 40 })
  expect(content.includes('Amina')).toBe(false)
  expect((await open(await signIn(system, teamAddress))).status).toBe(200)
  expect((await open({ cookies: new Map() } as Browser)).url).toContain('/sign-in')

  await school.open(way)
  await school.follow('Add another file')
  // The EICAR test file, which every scanner takes for a virus; whole, it would be found in this file too.
  const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-', 'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('')
  const infected = await sendFile(school, 'A virus', Buffer.from(eicar))
  await checked(school, infected, /We could not take this file/)
  await school.follow('Add another file')
  const nothing = await sendFile(school, 'A page', Buffer.from('<script>alert(1)</script>'))
  await checked(school, nothing, /We could not take this file/)

  // Refused ones do not hold the step back, and say why until they are taken away.
  const entry = await school.open(`${diary}/${(await entryOf(diary)).split('/').at(-1)}`)
  expect(entry.root.querySelector('#evidenceFiles')!.text).toContain('Our check found something harmful')
  const task = (await school.open(`${hub}/steps/positive-action`)).root.querySelector('.govuk-task-list')!
  expect(task.text).toContain('Done')
  await school.open(infected.replace('/arrived', '/remove'))
  await school.send()
  expect(school.page.root.querySelector('#evidenceFiles')!.text).not.toContain('A virus')
}, 60_000)

async function entryOf(diary: string): Promise<string> {
  const { root } = await school.open(diary)
  return root.querySelector('.govuk-summary-card a')!.getAttribute('href')!
}
