import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { installClock } from '../../../infra/local/clock.ts'
import { serve, temporaryFolder } from './support.ts'

const day = 24 * 60 * 60 * 1000

function unmovedNow(): number {
  return performance.timeOrigin + performance.now()
}

function install(folder: string) {
  const clock = installClock(folder)
  onTestFinished(clock.restore)
  return clock
}

function folderWith(content: string): string {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'clock.json'), content)
  return folder
}

test('without a file the time is not moved', () => {
  expect(install(temporaryFolder()).offsetMs).toBe(0)
  expect(Math.abs(Date.now() - unmovedNow())).toBeLessThan(1000)
})

test('every way of asking for now is moved, and nothing else', () => {
  install(folderWith(`{"offsetMs": ${330 * day}}`))
  const expected = unmovedNow() + 330 * day
  expect(Math.abs(Date.now() - expected)).toBeLessThan(1000)
  expect(Math.abs(Date.parse(new Date().toISOString()) - expected)).toBeLessThan(1000)
  expect(Date()).toBe(new Date().toString())
  expect(new Date(0).toISOString()).toBe('1970-01-01T00:00:00.000Z')
  expect(new Date(2026, 0, 2).getDate()).toBe(2)
  expect(Date.UTC(2026, 0)).toBe(Date.parse('2026-01-01T00:00:00Z'))
  expect(new Date()).toBeInstanceOf(Date)
  class Later extends Date {}
  expect(new Later()).toBeInstanceOf(Later)
})

test('the time is given back', () => {
  const clock = installClock(folderWith(`{"offsetMs": ${day}}`))
  clock.restore()
  expect(Math.abs(Date.now() - unmovedNow())).toBeLessThan(1000)
})

test('a server tells the moved time', async () => {
  install(folderWith(`{"offsetMs": ${40 * day}}`))
  const { url } = await serve(async (_, response) => void response.end())
  const told = Date.parse((await fetch(url)).headers.get('date') ?? '')
  expect(Math.abs(told - (unmovedNow() + 40 * day))).toBeLessThan(2000)
})

test.each(['', '{', '{"offsetMs": "1"}', '{"offsetMs": 1.5}', '{"offset": 1}'])(
  '%s is refused',
  (content) => {
    expect(() => installClock(folderWith(content))).toThrow(/clock\.json .*delete it/)
  },
)

test('the time can be moved on, which the next start remembers', () => {
  const folder = temporaryFolder()
  const clock = install(folder)
  const target = new Date(Date.now() + 14 * day)
  clock.moveTo(target)
  expect(Math.abs(Date.now() - target.getTime())).toBeLessThan(100)
  expect(Math.abs(clock.offsetMs - 14 * day)).toBeLessThan(100)
  expect(JSON.parse(readFileSync(join(folder, 'clock.json'), 'utf8'))).toEqual({ offsetMs: clock.offsetMs })
  expect(readdirSync(folder)).toEqual(['clock.json'])
  clock.restore()
  expect(install(folder).offsetMs).toBe(clock.offsetMs)
})

test('the time never goes back', () => {
  const clock = install(folderWith(`{"offsetMs": ${day}}`))
  clock.moveTo(new Date(Date.now() - 1000))
  expect(clock.offsetMs).toBe(day)
})
