// Draws a state machine: its states from top to bottom, the arrows between them, and where an execution is.
import * as z from 'zod/mini'
import { type Html, html } from '../../../functions/web/html.ts'

const Definition = z.object({
  StartAt: z.string(),
  States: z.record(
    z.string(),
    z.object({
      Type: z.string(),
      Resource: z.optional(z.string()),
      Next: z.optional(z.string()),
      Default: z.optional(z.string()),
      Choices: z.optional(z.array(z.object({ Next: z.string() }))),
      Catch: z.optional(z.array(z.object({ Next: z.string() }))),
    }),
  ),
})
type Definition = z.infer<typeof Definition>

export type Mark = 'here' | 'passed' | 'broken' | 'ahead'

/** In the order of the definition, the first one first. */
export type PicturedState = {
  name: string
  kind: 'wait' | 'task' | 'choice' | 'end' | 'failure' | 'state'
  mark: Mark
  /** How often it was entered. */
  times: number
  /** Where it can go on to. */
  next: readonly string[]
}

type Arrow = { from: number; to: number; kind: 'on' | 'choice' | 'catch' }
type Picture = { states: readonly PicturedState[]; arrows: readonly Arrow[]; taken: ReadonlySet<string> }

/** `entered`: the states in the order in which they were entered. `ended`: how, if it has. */
export function pictureOf(
  definitionText: string,
  entered: readonly string[],
  ended: 'well' | 'badly' | undefined,
): Picture {
  const definition = Definition.parse(JSON.parse(definitionText))
  const names = Object.keys(definition.States)
  names.sort((a, b) => Number(b === definition.StartAt) - Number(a === definition.StartAt))
  const last = entered.at(-1)
  const markOf = (name: string): Mark => {
    if (name === last && ended !== 'well') return ended === 'badly' ? 'broken' : 'here'
    return entered.includes(name) ? 'passed' : 'ahead'
  }
  const arrows = names.flatMap((name, from) => arrowsFrom(definition, names, name, from))
  return {
    states: names.map((name, at) => ({
      name,
      kind: kindOf(definition.States[name]!),
      mark: markOf(name),
      times: entered.filter((each) => each === name).length,
      next: [...new Set(arrows.filter(({ from }) => from === at).map(({ to }) => names[to]!))],
    })),
    arrows,
    taken: new Set(entered.slice(1).map((name, at) => `${entered[at]} ${name}`)),
  }
}

function kindOf({ Type, Resource }: Definition['States'][string]): PicturedState['kind'] {
  if (Type === 'Task') return Resource?.endsWith('.waitForTaskToken') ? 'wait' : 'task'
  const kinds: Readonly<Record<string, PicturedState['kind']>> = {
    Choice: 'choice',
    Succeed: 'end',
    Fail: 'failure',
  }
  return kinds[Type] ?? 'state'
}

function arrowsFrom(definition: Definition, names: readonly string[], name: string, from: number): Arrow[] {
  const { Next, Default, Choices = [], Catch = [] } = definition.States[name]!
  const to = (kind: Arrow['kind'], targets: readonly (string | undefined)[]): Arrow[] =>
    [...new Set(targets)].flatMap((target) =>
      target === undefined ? [] : [{ from, to: names.indexOf(target), kind }],
    )
  return [
    ...to('on', [Next]),
    ...to('choice', [...Choices.map((choice) => choice.Next), Default]),
    ...to(
      'catch',
      Catch.map((each) => each.Next),
    ),
  ]
}

const box = { width: 246, height: 46, gap: 22 }
const laneWidth = 12
const top = 4

/**
 * What goes on to the next state is an arrow down. Choices run along lanes on the left, one a choosing state; what is
 * caught, or goes elsewhere, along lanes on the right, one a target.
 */
export function drawPicture({ states, arrows, taken }: Picture, title: string): Html {
  const isDown = ({ from, to, kind }: Arrow) => kind === 'on' && to === from + 1
  const leftLanes = group(
    arrows.filter(({ kind }) => kind === 'choice'),
    ({ from }) => from,
  )
  const rightLanes = group(
    arrows.filter((arrow) => arrow.kind !== 'choice' && !isDown(arrow)),
    ({ to }) => to,
  )
  const left = 12 + laneWidth * leftLanes.length
  const right = left + box.width
  const width = right + 12 + laneWidth * rightLanes.length
  const height = top * 2 + states.length * (box.height + box.gap) - box.gap
  const y = (at: number) => top + at * (box.height + box.gap)
  const middle = (at: number) => y(at) + box.height / 2
  const isTaken = ({ from, to }: Arrow) => taken.has(`${states[from]!.name} ${states[to]!.name}`)
  // What was taken is drawn last, so that it lies on top.
  const takenLast = (some: readonly Arrow[]) =>
    some.toSorted((a, b) => Number(isTaken(a)) - Number(isTaken(b)))

  const down = arrows.filter(isDown).map((arrow) => {
    const x = left + box.width / 2
    return html`${line(`M${x} ${y(arrow.from) + box.height}V${y(arrow.to) - 6}`, isTaken(arrow))}
${head(`${x - 6} ${y(arrow.to) - 9} ${x + 6} ${y(arrow.to) - 9} ${x} ${y(arrow.to) - 1}`, isTaken(arrow))}
`
  })
  const onTheLeft = leftLanes.flatMap((lane, at) => {
    const x = left - 12 - laneWidth * at
    return takenLast(lane).map((arrow) => {
      const [start, end] = [middle(arrow.from), middle(arrow.to)]
      return html`${line(`M${left} ${start}H${x}V${end}H${left - 8}`, isTaken(arrow))}
${head(`${left - 9} ${end - 5} ${left - 9} ${end + 5} ${left - 1} ${end}`, isTaken(arrow))}
`
    })
  })
  const onTheRight = rightLanes.flatMap((lane, at) => {
    const x = right + 12 + laneWidth * at
    return takenLast(lane).map((arrow) => {
      // A little apart, so that what comes out of a state and what goes into it are two lines.
      const [start, end] = [middle(arrow.from) + 8, middle(arrow.to) - 8]
      return html`${line(`M${right} ${start}H${x}V${end}H${right + 8}`, isTaken(arrow))}
${head(`${right + 9} ${end - 5} ${right + 9} ${end + 5} ${right + 1} ${end}`, isTaken(arrow))}
`
    })
  })
  return html`<svg class="picture" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="picture-title">
<title id="picture-title">${title}</title>
${onTheLeft}${onTheRight}${down}${states.map((state, at) => drawState(state, left, y(at)))}</svg>`
}

function drawState({ name, kind, mark, times }: PicturedState, x: number, y: number): Html {
  const rounded = kind === 'choice' || kind === 'end' || kind === 'failure' ? box.height / 2 : 4
  return html`<g class="${mark}"><rect class="box" x="${x}" y="${y}" width="${box.width}" height="${box.height}" rx="${rounded}"/>
<text class="name" x="${x + 14}" y="${y + 19}">${name.length > 28 ? `${name.slice(0, 27)}…` : name}</text>
<text x="${x + 14}" y="${y + 36}">${kind}${said(mark, times)}</text></g>
`
}

function said(mark: Mark, times: number): string {
  const again = times > 1 ? ` (${times} times)` : ''
  return {
    here: ` · ▶ here now${again}`,
    passed: ` · ✓ passed${again}`,
    broken: ' · ✕ ended here',
    ahead: '',
  }[mark]
}

function line(path: string, isTaken: boolean): Html {
  return html`<path class="${isTaken ? 'arrow taken' : 'arrow'}" d="${path}"/>`
}

function head(points: string, isTaken: boolean): Html {
  return html`<polygon class="${isTaken ? 'head taken' : 'head'}" points="${points}"/>`
}

function group<T>(items: readonly T[], by: (item: T) => number): T[][] {
  return [...Map.groupBy(items, by).values()]
}
