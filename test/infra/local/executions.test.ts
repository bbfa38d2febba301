// The console's executions, over a real engine and the machine of the real journey.
import { join } from 'node:path'
import { type HTMLElement, parse } from 'node-html-parser'
import { expect, onTestFinished, test } from 'vitest'
import { createConsole } from '../../../infra/local/console.ts'
import { executionsSection } from '../../../infra/local/executions/pages.ts'
import { openWorkflowEngine } from '../../../infra/local/workflow-engine.ts'
import { newest } from '../../../workflows/released/index.ts'
import { placeholders, stateMachine } from '../../../workflows/state-machine.ts'
import { serve, temporaryFolder } from './support.ts'

const arnPrefix = 'arn:aws:lambda:eu-west-2:000000000000:function:'
const journeyMachine = Object.entries(placeholders).reduce(
  (text, [name, placeholder]) => text.replaceAll(`\${${placeholder}}`, arnPrefix + name),
  JSON.stringify(stateMachine(newest)),
)
const input = JSON.stringify({ journey: 'j1', round: 1, executionSeq: 1, resumeAt: 'registration' })

async function start() {
  const tokens: string[] = []
  const workflows = openWorkflowEngine({
    file: join(temporaryFolder(), 'engine.sqlite'),
    host: {
      has: () => true,
      invoke: async (_, payload) => {
        const { taskToken } = payload as { taskToken?: string }
        if (taskToken) tokens.push(taskToken)
        // A function that says more than it should.
        return { ok: true, payload: { heard: taskToken } }
      },
    },
    stateMachines: [
      { name: 'journey', definition: journeyMachine },
      { name: 'other', definition: journeyMachine },
    ],
  })
  workflows.begin()
  onTestFinished(async () => {
    await workflows.stop()
    workflows.close()
  })
  const ask = async (operation: string, body: object) => {
    const answer = await workflows.answer({
      target: `AWSStepFunctions.${operation}`,
      body: JSON.stringify(body),
    })
    expect([answer.status, answer.body]).toEqual([200, answer.body])
    return JSON.parse(answer.body) as { executionArn: string }
  }
  const begin = (machine: string, name: string, given = input) =>
    ask('StartExecution', {
      stateMachineArn: `arn:aws:states:eu-west-2:000000000000:stateMachine:${machine}`,
      name,
      input: given,
    })
  const pages = await serve(
    createConsole({
      webUrl: 'http://app',
      awsUrl: 'http://aws',
      sections: [executionsSection(workflows.look)],
    }),
  )
  const get = async (path: string) => {
    const answer = await fetch(pages.url + path)
    const body = await answer.text()
    return {
      status: answer.status,
      body,
      root: parse(body),
      policy: answer.headers.get('content-security-policy'),
    }
  }
  return { tokens, ask, begin, get }
}
type Started = Awaited<ReturnType<typeof start>>

/** Begins an execution and brings it to the step after registration, over one return to the start. */
async function beginAndReturn({ begin, ask, tokens }: Started) {
  const { executionArn } = await begin('journey', 'j1-1')
  await expect.poll(() => tokens.length).toBe(1)
  const submitted = () => ask('GetExecutionHistory', { executionArn, maxResults: 1000 }).then(JSON.stringify)
  await expect.poll(async () => (await submitted()).match(/"TaskSubmitted"/g)?.length).toBe(1)
  await ask('SendTaskFailure', {
    taskToken: tokens[0],
    error: 'Reopened',
    cause: '{"resumeAt":"raising-awareness"}',
  })
  await expect.poll(async () => (await submitted()).match(/"TaskSubmitted"/g)?.length).toBe(2)
  return executionArn
}

const marks = (root: HTMLElement, mark: string) =>
  root.querySelectorAll(`svg.picture g.${mark} text.name`).map(({ text }) => text)

test('without an execution the list says so', async () => {
  const { get } = await start()
  const { status, body, root } = await get('/executions')
  expect(status).toBe(200)
  expect(body).toContain('No execution here.')
  expect(root.querySelector('header nav')?.text).toContain('Executions')
})

test('the list has every execution of every machine, newest first, page by page', async () => {
  const { begin, get } = await start()
  for (let i = 0; i < 61; i++) {
    await begin(i % 3 === 0 ? 'other' : 'journey', `e-${String(i).padStart(3, '0')}`)
    if (i === 30 || i === 31) await new Promise((resolve) => setTimeout(resolve, 5))
  }
  const names = (root: HTMLElement) => root.querySelectorAll('.messages a').map(({ text }) => text)
  const first = await get('/executions')
  expect(names(first.root)).toHaveLength(50)
  const older = first.root.querySelectorAll('main > p a').at(-1)!
  expect(older.text).toBe('Older executions')
  const second = await get(older.getAttribute('href')!)
  const all = [...names(first.root), ...names(second.root)]
  expect(new Set(all).size).toBe(61)
  expect(all.indexOf('e-060')).toBeLessThan(all.indexOf('e-031'))
  expect(all.indexOf('e-031')).toBeLessThan(all.indexOf('e-030'))
  expect(second.body).not.toContain('Older executions')
  expect((await get('/executions?from=-4')).status).toBe(200)
})

test('an execution stands on the picture of its machine', async () => {
  const started = await start()
  await beginAndReturn(started)
  const list = await started.get('/executions')
  expect(list.root.querySelector('.messages li')!.text).toMatch(
    /j1-1\s+RUNNING\s+at raising-awareness\s+machine journey\s+started \d/,
  )
  const link = list.root.querySelector('.messages a')!.getAttribute('href')!
  const { root, policy, body } = await started.get(link)
  expect(policy).toMatch(/default-src 'none'; style-src 'self'/)
  expect(body).not.toMatch(/<script|style=/)

  const names = root.querySelectorAll('svg.picture text.name').map(({ text }) => text)
  expect(names).toEqual(Object.keys((JSON.parse(journeyMachine) as { States: object }).States))
  expect(marks(root, 'here')).toEqual(['raising-awareness'])
  expect(marks(root, 'passed')).toEqual(['resume', 'registration'])
  expect(marks(root, 'ahead')).toHaveLength(names.length - 3)
  expect(root.querySelector('svg.picture g.here')!.text).toContain('here now')
  expect(root.querySelector('svg.picture g.passed')!.text).toContain('passed (2 times)')
  const title = root.querySelector('svg')!.getAttribute('aria-labelledby')!
  expect(root.querySelector(`#${title}`)!.text).toContain('now at raising-awareness')
  const words = root.querySelectorAll('details ol li').map(({ text }) => text)
  expect(words).toHaveLength(names.length)
  expect(words.find((text) => text.startsWith('raising-awareness'))).toContain('here now')
  expect(words.find((text) => text.startsWith('registration'))).toMatch(
    /passed.*Goes on to raising-awareness, resume, superseded/,
  )
  // resume → registration → resume → raising-awareness: three arrows were taken.
  expect(root.querySelectorAll('svg path.taken')).toHaveLength(3)
})

test('its input and its history are told, and never a task token', async () => {
  const started = await start()
  await beginAndReturn(started)
  const { root, body } = await started.get('/executions/journey/j1-1')
  expect(root.querySelector('pre')!.text).toContain('"resumeAt": "registration"')
  const rows = root
    .querySelectorAll('.history tbody tr')
    .map((row) => row.querySelectorAll('th, td').map(({ text }) => text))
  expect(rows.map(([id]) => Number(id))).toEqual(rows.map((_, at) => at + 1))
  expect(rows[0]!.slice(2)).toEqual(['ExecutionStarted', '', ''])
  const scheduled = rows.find(([, , type]) => type === 'TaskScheduled')!
  expect(scheduled.slice(2)).toEqual(['TaskScheduled', 'registration', 'calls open-step'])
  expect(rows.find(([, , type]) => type === 'TaskFailed')!.slice(3)).toEqual([
    'registration',
    'Reopened: {"resumeAt":"raising-awareness"}',
  ])
  expect(root.querySelector('.history time')!.getAttribute('datetime')).toMatch(/Z$/)
  expect(body).toContain('Europe/London')
  expect(started.tokens).toHaveLength(2)
  for (const token of started.tokens) expect(body).not.toContain(token)
})

test('a token that was written into an error is not shown either', async () => {
  const { begin, ask, tokens, get } = await start()
  await begin('journey', 'loud')
  await expect.poll(() => tokens.length).toBe(1)
  await ask('SendTaskFailure', {
    taskToken: tokens[0],
    error: 'Superseded',
    cause: `token ${tokens[0]} is old`,
  })
  await expect.poll(async () => (await get('/executions/journey/loud')).body).toContain('SUCCEEDED')
  const { root, body } = await get('/executions/journey/loud')
  expect(body).not.toContain(tokens[0])
  expect(body).toContain('token (not shown) is old')
  expect(marks(root, 'passed')).toContain('superseded')
  expect(marks(root, 'here')).toEqual([])
})

test('an execution that failed shows where it ended', async () => {
  const { begin, get } = await start()
  await begin('journey', 'lost', '{"resumeAt":"nowhere"}')
  await expect.poll(async () => (await get('/executions/journey/lost')).body).toContain('FAILED')
  const { root } = await get('/executions/journey/lost')
  expect(marks(root, 'broken')).toEqual(['unknown-step'])
  expect(root.querySelector('dl')!.text).toContain('UnknownStep')
})

test('what somebody put into an input is text', async () => {
  const { begin, get } = await start()
  await begin('journey', 'odd', JSON.stringify({ resumeAt: '<script>alert(1)</script>' }))
  const { body } = await get('/executions/journey/odd')
  expect(body).toContain('&lt;script&gt;')
  expect(body).not.toContain('<script>')
})

test.each([
  '/executions/journey/none',
  '/executions/none/j1-1',
  '/executions/journey',
  '/executions/journey/a/b',
  '/executions/%2e%2e/%00',
  '/executions/a:b/c:d',
])('%s is not found', async (path) => {
  const { get } = await start()
  expect((await get(path)).status).toBe(404)
})
