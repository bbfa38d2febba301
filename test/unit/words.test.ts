// Every word that a person reads is in the catalogue, once, and is looked up when it is said.
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import type { Speaker } from '../../workflows/words/catalogue.ts'
import { unconfirmed } from '../../workflows/words/definition/names.ts'
import { parts as definitionParts } from '../../workflows/words.ts'

const words: Readonly<Record<string, string>> = Object.assign({}, ...definitionParts)

const root = new URL('../../', import.meta.url).pathname
const folders = ['functions', 'functions/app', 'functions/web', 'functions/emails', 'functions/middleware']
const files = folders.flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name}`),
)

/** What is no word that a person reads, and why. */
const notWords: readonly (readonly [file: string, texts: RegExp, why: string])[] = [
  ['functions/inventory.ts', /^(GET|POST) \//, 'routes'],
  ['functions/app/colleagues.ts', /^(invite …|Colleague)$/, 'the name of a limit; a role that no page shows'],
  ['functions/app/namesakes.ts', /^(Name removed| and )$/, 'stored in lists, and compared'],
  ['functions/app/open-step.ts', /^Superseded$/, 'the name of an error, for the state machine'],
  ['functions/app/ask-for-signature.ts', /^signature …$/, 'the name of a limit'],
  ['functions/web/form.ts', /^(checked|type=.*)$/, 'attributes'],
  ['functions/web/ideas.ts', /^selected$/, 'an attribute'],
  ['functions/web/public-settings.ts', /^…Hint$/, 'the end of an id'],
  ['functions/web/signing.ts', /^…Title$/, 'the end of an id'],
  ['functions/app/page-text.ts', /^a abbr /, 'names of elements'],
  ['functions/app/pledge.ts', /^pledge …$/, 'the name of a limit'],
  ['functions/app/sign-in.ts', /^(client …|client … …|sent …|tries …)$/, 'the names of limits'],
  [
    'functions/app/record-mail-event.ts',
    /^(Send|Bounce|Permanent|Complaint)$/,
    "SES's names of what happened",
  ],
  ['functions/app/send-journey-email.ts', /^List-Unsubscribe/, 'a header of emails (RFC 8058)'],
  ['functions/emails/layout.ts', /^margin:/, 'CSS'],
  ['functions/middleware/cookies.ts', /^(; Secure|…=…; Path=.*|__Host-…)$/, 'cookies'],
  ['functions/middleware/page.ts', /^('self' …|default-src .*|max-age=.*|public, .*|text\/.*)$/, 'headers'],
  ['functions/middleware/page-error.ts', /^PageError$/, 'the name of an error, for the log'],
  ['functions/web/cookies.ts', /^(sign-in|session)$/, 'the names of the cookies themselves'],
  ['functions/web/dates.ts', /^(Sat|Sun)$/, 'compared with what a format gives'],
  ['functions/web/details.ts', /^open$/, 'an attribute'],
  ['functions/web/reminders.ts', /^(List-Unsubscribe|One-Click)$/, 'a field that RFC 8058 names'],
  ['functions/web/style.ts', /^\n:root/, 'CSS'],
  ['functions/web/style-sheet.css.ts', /^\/\*! Parts/, 'CSS'],
]

const read = (file: string) => readFileSync(join(root, file), 'utf8')
const parse = (file: string, text = read(file)) =>
  ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)

function walk(node: ts.Node, visit: (node: ts.Node) => unknown): void {
  if (visit(node) !== false) ts.forEachChild(node, (child) => walk(child, visit))
}

const piecesOf = (template: ts.TemplateLiteral) =>
  ts.isNoSubstitutionTemplateLiteral(template)
    ? template.text
    : [template.head, ...template.templateSpans.map(({ literal }) => literal)]
        .map(({ text }) => text)
        .join('…')

/** A capital before a small letter, or words with a space between; classes of the style sheet aside. */
function looksLikeWords(text: string): boolean {
  const rest = text.replace(/(^|\s)(govuk|app)-[\w!-]+/g, '').trim()
  return /(^|[^\p{L}])\p{Lu}\p{Ll}/u.test(rest) || (/\p{L}/u.test(rest) && /\s/.test(rest))
}

/** What stands between tags, or is read out. */
function wordsOfHtml(source: string): string[] {
  const readOut = [...source.matchAll(/\b(?:aria-label|alt|title|placeholder)="([^"]*)"/g)].map(
    (each) => each[1]!,
  )
  const between = source
    .replace(/<[^>]*>/g, '\0')
    .replace(/[\w-]+="[^"]*"/g, '\0')
    .split('\0')
  return [...readOut, ...between].map((text) => text.trim()).filter((text) => /\p{L}/u.test(text))
}

/** Literal words of a file; a `…` stands for what is put in. What is thrown is for us, not for people. */
function literalWords(file: string, text?: string): string[] {
  const found: string[] = []
  walk(parse(file, text), (node) => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node) || ts.isThrowStatement(node)) return false
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'html') {
      found.push(...wordsOfHtml(piecesOf(node.template)))
    } else if (ts.isTemplateExpression(node) || ts.isStringLiteralLike(node)) {
      const inHtml = ts.isTaggedTemplateExpression(node.parent)
      const isKey = ts.isPropertyAssignment(node.parent) && node.parent.name === node
      const literal = ts.isTemplateExpression(node) ? piecesOf(node) : node.text
      if (!inHtml && !isKey && looksLikeWords(literal)) found.push(literal)
    }
    return true
  })
  return found
}

interface Said {
  readonly part: string
  /** Undefined when it is made up at run time. */
  readonly id: string | undefined
  readonly values: readonly string[] | undefined
  /** The id is a variable: it can be any of the part's. */
  readonly any: boolean
  readonly atOnce: boolean
}

/** Each time that a file says a word: by a part's speaker, by `say`, or by `word`. */
function saidIn(file: string, text?: string): Said[] {
  const source = parse(file, text)
  const parts = new Map<string, string>()
  walk(source, (node) => {
    if (!ts.isImportDeclaration(node)) return
    const from = /workflows\/words\/([\w-]+)\.ts$/.exec((node.moduleSpecifier as ts.StringLiteral).text)?.[1]
    const names = node.importClause?.namedBindings
    if (from && names && ts.isNamedImports(names)) {
      for (const { name } of names.elements) parts.set(name.text, from)
    }
  })
  for (const name of ['word', 'optionalWord']) parts.set(name, '')
  const said: Said[] = []
  walk(source, (node) => {
    if (!ts.isCallExpression(node)) return
    const bySay = node.expression.getText() === 'say'
    const [id, values] = bySay ? node.arguments.slice(1) : node.arguments
    const part = parts.get((bySay ? node.arguments[0]! : node.expression).getText())
    if (part === undefined || !id) return
    let around: ts.Node | undefined = node.parent
    while (around && !ts.isFunctionLike(around)) around = around.parent
    said.push({
      part,
      id: ts.isStringLiteral(id) ? id.text : undefined,
      values:
        values === undefined
          ? []
          : ts.isObjectLiteralExpression(values) && values.properties.every(({ name }) => name)
            ? values.properties.map((each) => each.name!.getText())
            : undefined,
      any: ts.isIdentifier(id),
      atOnce: around === undefined,
    })
  })
  return said
}

describe('literal words', () => {
  it('are found where they are', () => {
    const found = (text: string) => literalWords('a.ts', text)
    expect(found("page({ title: 'Sign in' })")).toEqual(['Sign in'])
    expect(found("label('back to it')")).toEqual(['back to it'])
    expect(found('`Step ${number} of ${all}`')).toEqual(['Step … of …'])
    expect(found('html`<p class="x">Hello <b>you</b></p>`')).toEqual(['Hello', 'you'])
    expect(found('html`<nav aria-label="Your account"></nav>`')).toEqual(['Your account'])
    expect(found('html`<p title="${a}" class="b c">${words("d")}, ${e}</p>`')).toEqual([])
    expect(found("throw new Error('There is no word')")).toEqual([])
    expect(found("go(`/journeys/${journey}`, 'govuk-tag govuk-tag--green', 'not-found')")).toEqual([])
  })

  it('stand nowhere but in the catalogue', () => {
    const wrong = files.flatMap((file) =>
      literalWords(file)
        .filter((text) => !notWords.some(([where, texts]) => where === file && texts.test(text)))
        .map((text) => `${file}: ${text}`),
    )
    expect(files.length).toBeGreaterThan(180)
    expect(wrong).toEqual([])
  })

  it('have no exception that nothing needs', () => {
    const unneeded = notWords.filter(
      ([file, texts]) => !files.includes(file) || !literalWords(file).some((text) => texts.test(text)),
    )
    expect(unneeded).toEqual([])
  })
})

// --- The catalogue

type AnySpeaker = Speaker<string>
const folder = join(root, 'workflows/words')
const parts = new Map<string, AnySpeaker>()
for (const name of readdirSync(folder).filter((each) => each.endsWith('.ts') && each !== 'catalogue.ts')) {
  const speakers = Object.values((await import(join(folder, name))) as Record<string, AnySpeaker>)
  if (speakers.length !== 1) throw new Error(`${name} has ${speakers.length} parts`)
  parts.set(basename(name, '.ts'), speakers[0]!)
}
const ids = [...parts.values()].flatMap((part) => Object.keys(part.words))
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((each) => each[1]!)

describe('the catalogue', () => {
  it('has each id once, a part a file, under the name of the file', () => {
    const all = [...definitionParts.flatMap((part) => Object.keys(part)), ...ids]
    expect(ids.length).toBeGreaterThan(400)
    expect(all.filter((id, at) => all.indexOf(id) !== at)).toEqual([])
    const misnamed = [...parts].filter(([name, part]) =>
      Object.keys(part.words).some((id) => !id.startsWith(`${name}.`)),
    )
    expect(misnamed.map(([name]) => name)).toEqual([])
  })

  it('has no word that is empty, or begins or ends with a space', () => {
    const texts = [...parts.values()].flatMap((part) => Object.entries(part.words))
    expect(
      [...texts, ...Object.entries(words)].filter(([, text]) => text === '' || text !== text.trim()),
    ).toEqual([])
  })

  it('knows the names that the council has not confirmed', () => {
    expect(unconfirmed.filter((id) => !Object.hasOwn(words, id))).toEqual([])
  })
})

describe('what is said', () => {
  const said = files.flatMap((file) => saidIn(file).map((each) => ({ file, ...each })))

  it('is looked up when it is said, since another text can lie over it by then', () => {
    expect(
      saidIn('a.ts', "const a = word('b')\nconst c = () => word('d')").map(({ atOnce }) => atOnce),
    ).toEqual([true, false])
    expect(said.length).toBeGreaterThan(400)
    expect(said.filter(({ atOnce }) => atOnce)).toEqual([])
  })

  it('has a value for every placeholder, and none that has no place', () => {
    const wrong = said.flatMap(({ file, part, id, values }) => {
      const text = id === undefined ? undefined : parts.get(part)?.words[`${part}.${id}`]
      if (text === undefined || values === undefined) return []
      const wanted = [...new Set(placeholders(text))].toSorted()
      return String(wanted) === String(values.toSorted()) ? [] : [`${file}: ${id} with ${values}`]
    })
    expect(wrong).toEqual([])
  })

  it('is every word of the catalogue', () => {
    const texts = new Map(files.map((file) => [file, read(file)]))
    const unsaid = [...parts].flatMap(([name, part]) => {
      if (said.some(({ part, any }) => part === name && any)) return []
      const importing = [...texts.values()]
        .filter((text) => text.includes(`workflows/words/${name}.ts`))
        .join('\n')
      return Object.keys(part.words).filter((full) => {
        const id = full.slice(name.length + 1)
        const [before, after] = [id.split('.')[0]!, id.slice(id.indexOf('.') + 1)]
        const literal = importing.includes(`'${id}'`)
        const madeUp =
          id.includes('.') &&
          (importing.includes(`\`${before}.\${`) ||
            importing.includes(`}.\${`) ||
            importing.includes(`}.${after}\``))
        return !literal && !madeUp
      })
    })
    expect(unsaid).toEqual([])
  })
})
