// The journey's definition as a page for people: journey.md.
import { type Field, type JourneyDefinition, stepsOf, waitsOf } from './model.ts'
import { optionalWord, word } from './words.ts'

/** Markdown: the levels, a picture of the state machine, then each step with its questions and reminders. */
export function describe(definition: JourneyDefinition): string {
  const steps = stepsOf(definition)
  const sections = definition.phases.flatMap((phase) => [
    `## ${word(`phase.${phase.id}`)}`,
    ...phase.steps.flatMap((step) => [
      `### Step ${steps.indexOf(step) + 1}: ${word(`wait.${step.id}`)}`,
      optionalWord(`wait.${step.id}.hint`) ?? '',
      ...step.sections.map((section) =>
        [
          `**${word(`section.${section.id}`)}**${section.goesOn ? ' (goes on after the step is handed in)' : ''}`,
          '',
          ...section.fields.map((field) => describeField(field)),
        ].join('\n'),
      ),
      ...(step.sections.length === 0 ? ['Handed in with one press.'] : []),
      `Reminders after ${step.remindAfterDays.join(', ')} days.`,
    ]),
    phase.endsWith === 'check'
      ? `The phase ends with the team’s check (\`${phase.id}-check\`).`
      : 'The phase ends with the validation (`validation`), which decides the award.',
  ])
  return `${[
    '# The journey',
    `Generated from the definition \`${definition.id}\` by \`npm run generate\`.`,
    `Levels, one a round: ${definition.levels.map((level) => word(`level.${level}`)).join(', ')}.`,
    ['```mermaid', ...picture(definition), '```'].join('\n'),
    ...sections,
  ]
    .filter(Boolean)
    .join('\n\n')}\n`
}

function describeField(field: Field, indent = ''): string {
  const limit =
    field.kind === 'text'
      ? `, up to ${field.maxLength} characters`
      : field.kind === 'long-text'
        ? `, up to ${field.maxWords} words`
        : ''
  const options =
    'options' in field
      ? `: ${field.options.map((option) => word(`field.${field.id}.${option}`)).join(' · ')}`
      : ''
  const line = `${indent}- ${word(`field.${field.id}`)} (${field.kind}${limit}${field.required ? '' : ', optional'})${options}`
  const inner = field.kind === 'entries' ? field.fields.map((each) => describeField(each, '  ')) : []
  return [line, ...inner].join('\n')
}

function picture(definition: JourneyDefinition): string[] {
  const places = [...waitsOf(definition).map(({ id }) => id), 'issue-award']
  const name = (id: string) => id.replaceAll('-', '_')
  return [
    'stateDiagram-v2',
    ...places.map((place) => `  state "${place}" as ${name(place)}`),
    '  state resume <<choice>>',
    '  [*] --> resume',
    ...places.map((place) => `  resume --> ${name(place)}`),
    ...places.map((place, at) => `  ${name(place)} --> ${places[at + 1] ? name(places[at + 1]!) : '[*]'}`),
    ...places.slice(0, -1).map((place) => `  ${name(place)} --> resume: Reopened`),
  ]
}
