// Every Lambda: what it is called by, and which ports it needs. The AWS stack, its permissions and the laptop follow from this.
import type { ScheduleName } from '../events/schedules.ts'
import type { Ports } from './app/ports.ts'

export type Trigger =
  | { readonly http: readonly string[] }
  | { readonly stream: 'table' }
  | { readonly schedule: ScheduleName }
  | { readonly task: true }
  | { readonly mailEvents: true }
  | { readonly evidenceEvents: true }
  | { readonly executionEvents: true }
  /** By another function of ours. */
  | { readonly invoked: true }

interface Line {
  readonly on: Trigger
  readonly needs: readonly (keyof Ports)[]
}

/** What everything needs that people read. */
const speaking = ['settings', 'words'] as const
/** What every page needs that somebody has to be signed in for. */
const signedIn = [...speaking, 'clock', 'sessions'] as const
/** What every form needs that somebody types into: what they typed is held if their sign-in ended meanwhile. */
const typing = [...signedIn, 'sessionWriter', 'heldFormWriter'] as const
/** What every function needs that carries a command out. */
const commands = ['journeys', 'commits', 'recordWriter'] as const

/** What the work on a step is read from. */
const steps = ['journeys', 'records', 'drafts', 'files'] as const

/** What a validator's case is read from. */
const cases = ['journeys', 'records', 'people', 'judgements', 'files', 'links'] as const

/** What the page about a lead is read from. */
const leads = ['journeys', 'records', 'people', 'suppressions'] as const

export const inventory = {
  'show-start': { on: { http: ['GET /'] }, needs: [...speaking] },
  'show-privacy': { on: { http: ['GET /privacy'] }, needs: [...speaking] },
  'show-cookies': { on: { http: ['GET /cookies'] }, needs: [...speaking] },
  'show-accessibility': { on: { http: ['GET /accessibility'] }, needs: [...speaking] },
  'show-questions': { on: { http: ['GET /questions', 'GET /questions/{step}'] }, needs: [...speaking] },
  'show-library': { on: { http: ['GET /library', 'GET /library/{area}'] }, needs: [...speaking] },
  'show-safe-discussion': { on: { http: ['GET /safe-discussion'] }, needs: [...speaking] },
  'show-style': { on: { http: ['GET /style/{sheet}'] }, needs: [...speaking] },
  'show-not-found': { on: { http: ['$default'] }, needs: [...speaking] },
  'show-register': { on: { http: ['GET /register'] }, needs: [...speaking] },
  'submit-register': {
    on: { http: ['POST /register'] },
    needs: [...speaking, 'clock', ...commands, 'peopleWriter', 'limits', 'askForCode'],
  },
  'show-sign-in': { on: { http: ['GET /sign-in'] }, needs: [...speaking] },
  'submit-sign-in': {
    on: { http: ['POST /sign-in'] },
    needs: [...speaking, 'clock', 'limits', 'askForCode'],
  },
  'show-code': { on: { http: ['GET /sign-in/code'] }, needs: [...speaking] },
  'submit-code': {
    on: { http: ['POST /sign-in/code'] },
    needs: [
      ...speaking,
      'clock',
      'limits',
      'codes',
      'sessionWriter',
      'peopleWriter',
      'journeys',
      'commits',
      'heldForms',
    ],
  },
  'submit-sign-out': { on: { http: ['POST /sign-out'] }, needs: [...signedIn, 'sessionWriter'] },
  'show-held': { on: { http: ['GET /held'] }, needs: [...signedIn, 'heldForms'] },
  'drop-held': { on: { http: ['POST /held'] }, needs: [...signedIn, 'sessionWriter', 'heldFormWriter'] },
  'show-journeys': { on: { http: ['GET /journeys'] }, needs: [...signedIn, 'people', 'journeys', 'records'] },
  'confirm-registration': {
    on: { http: ['POST /journeys/{journey}/confirm'] },
    needs: [...signedIn, 'sessionWriter', 'journeys', 'commits'],
  },
  'show-hub': {
    on: { http: ['GET /journeys/{journey}'] },
    needs: [...signedIn, 'journeys', 'records', 'draftIndex'],
  },
  'show-people': {
    on: { http: ['GET /journeys/{journey}/people'] },
    needs: [...signedIn, 'journeys', 'people'],
  },
  'invite-colleague': {
    on: { http: ['POST /journeys/{journey}/people'] },
    needs: [...typing, 'journeys', 'commits', 'people', 'peopleWriter', 'suppressions', 'limits'],
  },
  'remove-colleague': {
    on: { http: ['POST /journeys/{journey}/people/{person}'] },
    needs: [...signedIn, 'sessionWriter', 'journeys', 'commits', 'people', 'peopleWriter'],
  },
  'show-next-round': {
    on: { http: ['GET /journeys/{journey}/next-round'] },
    needs: [...signedIn, 'journeys'],
  },
  'start-round': {
    on: { http: ['POST /journeys/{journey}/next-round'] },
    needs: [...signedIn, 'sessionWriter', 'journeys', 'commits'],
  },
  'show-withdraw': {
    on: { http: ['GET /journeys/{journey}/withdraw'] },
    needs: [...signedIn, 'journeys', 'records'],
  },
  'withdraw-journey': {
    on: { http: ['POST /journeys/{journey}/withdraw'] },
    needs: [...signedIn, 'sessionWriter', 'journeys', 'commits'],
  },
  'show-public-settings': {
    on: { http: ['GET /journeys/{journey}/public'] },
    needs: [...signedIn, ...steps, 'publications'],
  },
  'show-preview': {
    on: { http: ['GET /journeys/{journey}/public/preview'] },
    needs: [...signedIn, ...steps, 'publications'],
  },
  'publish-page': {
    on: { http: ['POST /journeys/{journey}/public'] },
    needs: [
      ...signedIn,
      ...steps,
      'sessionWriter',
      'publications',
      'publicationWriter',
      'publicationRemoval',
    ],
  },
  'publish-idea': {
    on: { http: ['POST /journeys/{journey}/public/{entry}'] },
    needs: [...signedIn, ...steps, 'sessionWriter', 'publicationWriter', 'publicationRemoval'],
  },
  'show-pledges': {
    on: { http: ['GET /journeys/{journey}/pledges'] },
    needs: [...signedIn, 'journeys', 'records', 'pledges', 'said', 'publications'],
  },
  'moderate-pledge': {
    on: { http: ['POST /journeys/{journey}/pledges/{pledge}'] },
    needs: [
      ...signedIn,
      'sessionWriter',
      'journeys',
      'said',
      'saidRemoval',
      'publicationWriter',
      'publicationRemoval',
    ],
  },
  'show-step': {
    on: { http: ['GET /journeys/{journey}/steps/{step}'] },
    needs: [...signedIn, ...steps, 'pledges', 'links', 'publications'],
  },
  'submit-step': {
    on: { http: ['POST /journeys/{journey}/steps/{step}'] },
    needs: [
      ...signedIn,
      ...steps,
      'sessionWriter',
      'commits',
      'recordWriter',
      'people',
      'peopleWriter',
      'publications',
    ],
  },
  'show-signature': {
    on: { http: ['GET /journeys/{journey}/signature'] },
    needs: [...signedIn, ...steps],
  },
  'ask-for-signature': {
    on: { http: ['POST /journeys/{journey}/signature'] },
    needs: [
      ...signedIn,
      ...steps,
      'sessionWriter',
      'commits',
      'recordWriter',
      'people',
      'peopleWriter',
      'suppressions',
      'limits',
    ],
  },
  'show-commitment': { on: { http: ['GET /sign/{journey}'] }, needs: [...signedIn, ...steps, 'people'] },
  'sign-commitment': {
    on: { http: ['POST /sign/{journey}'] },
    needs: [...signedIn, ...steps, 'sessionWriter', 'commits', 'recordWriter', 'people'],
  },
  'show-check': {
    on: { http: ['GET /journeys/{journey}/steps/{step}/check'] },
    needs: [...signedIn, ...steps, 'pledges', 'links', 'publications'],
  },
  'show-section': {
    on: {
      http: [
        'GET /journeys/{journey}/steps/{step}/{section}',
        'GET /journeys/{journey}/steps/{step}/{section}/{entry}',
      ],
    },
    needs: [...signedIn, ...steps],
  },
  'submit-section': {
    on: {
      http: [
        'POST /journeys/{journey}/steps/{step}/{section}',
        'POST /journeys/{journey}/steps/{step}/{section}/{entry}',
      ],
    },
    needs: [...typing, ...steps, 'draftWriter', 'publicationRemoval'],
  },
  'add-plan-rows': {
    on: { http: ['POST /journeys/{journey}/steps/{step}/{section}/rows'] },
    needs: [...signedIn, ...steps, 'sessionWriter', 'draftWriter'],
  },
  'show-what-changed': {
    on: { http: ['GET /journeys/{journey}/what-changed'] },
    needs: [...signedIn, ...steps],
  },
  'show-add-file': {
    on: {
      http: [
        'GET /journeys/{journey}/steps/{step}/{section}/files/{field}',
        'GET /journeys/{journey}/steps/{step}/{section}/{entry}/files/{field}',
      ],
    },
    needs: [...signedIn, ...steps],
  },
  'add-file': {
    on: {
      http: [
        'POST /journeys/{journey}/steps/{step}/{section}/files/{field}',
        'POST /journeys/{journey}/steps/{step}/{section}/{entry}/files/{field}',
      ],
    },
    needs: [...typing, ...steps, 'draftWriter', 'fileWriter'],
  },
  'show-upload': {
    on: { http: ['GET /journeys/{journey}/files/{file}/upload'] },
    needs: [...signedIn, ...steps, 'uploadForms'],
  },
  'show-arrived': {
    on: { http: ['GET /journeys/{journey}/files/{file}/arrived'] },
    needs: [...signedIn, ...steps],
  },
  'show-remove-file': {
    on: { http: ['GET /journeys/{journey}/files/{file}/remove'] },
    needs: [...signedIn, ...steps],
  },
  'remove-file': {
    on: { http: ['POST /journeys/{journey}/files/{file}/remove'] },
    needs: [
      ...signedIn,
      ...steps,
      'sessionWriter',
      'draftWriter',
      'fileWriter',
      'evidenceRemoval',
      'publicationRemoval',
    ],
  },
  'open-file': {
    on: { http: ['GET /journeys/{journey}/files/{file}'] },
    needs: [...signedIn, ...cases, 'drafts', 'downloads'],
  },
  'show-team': { on: { http: ['GET /team'] }, needs: [...signedIn, 'summaries'] },
  'show-register-for': { on: { http: ['GET /team/register'] }, needs: signedIn },
  'submit-register-for': {
    on: { http: ['POST /team/register'] },
    needs: [...typing, ...commands, 'people', 'peopleWriter', 'suppressions'],
  },
  'show-lead': {
    on: { http: ['GET /team/journeys/{journey}/lead'] },
    needs: [...signedIn, ...leads],
  },
  'change-lead': {
    on: { http: ['POST /team/journeys/{journey}/lead'] },
    needs: [...typing, ...leads, 'commits', 'peopleWriter', 'drafts', 'draftWriter'],
  },
  'write-again': {
    on: { http: ['POST /team/journeys/{journey}/lead/write-again'] },
    needs: [...signedIn, ...leads, 'sessionWriter', 'commits', 'suppressionLifter'],
  },
  'show-rules': {
    on: { http: ['GET /team/journeys/{journey}/rules'] },
    needs: [...signedIn, 'journeys', 'records'],
  },
  'move-journey': {
    on: { http: ['POST /team/journeys/{journey}/rules'] },
    needs: [...signedIn, 'sessionWriter', 'journeys', 'commits'],
  },
  'restart-execution': {
    on: { http: ['POST /team/journeys/{journey}/restart'] },
    needs: [...signedIn, 'sessionWriter', 'journeys', 'commits'],
  },
  'show-emails': {
    on: { http: ['GET /team/journeys/{journey}/emails'] },
    needs: [...signedIn, 'journeys', 'records', 'people', 'sentMail'],
  },
  'resend-email': {
    on: { http: ['POST /team/journeys/{journey}/emails'] },
    needs: [...signedIn, 'sessionWriter', 'journeys', 'commits'],
  },
  'show-pause': {
    on: { http: ['GET /team/journeys/{journey}/pause'] },
    needs: [...signedIn, 'journeys', 'records'],
  },
  'pause-journey': {
    on: { http: ['POST /team/journeys/{journey}/pause'] },
    needs: [...signedIn, 'sessionWriter', 'journeys', 'commits'],
  },
  'show-close': {
    on: { http: ['GET /team/journeys/{journey}/close'] },
    needs: [...signedIn, 'journeys', 'records'],
  },
  'close-journey': {
    on: { http: ['POST /team/journeys/{journey}/close'] },
    needs: [...typing, ...commands, 'records'],
  },
  'show-case': {
    on: { http: ['GET /team/journeys/{journey}'] },
    needs: [
      ...signedIn,
      'summaries',
      'namesakes',
      'journeys',
      'records',
      'files',
      'links',
      'drafts',
      'people',
      'suppressions',
    ],
  },
  'submit-check': {
    on: { http: ['POST /team/journeys/{journey}'] },
    needs: [...typing, ...commands, 'records', 'files', 'drafts', 'links', 'people', 'suppressions'],
  },
  'show-pledge': { on: { http: ['GET /pledge/{journey}'] }, needs: [...speaking, 'clock', ...steps] },
  'submit-pledge': {
    on: { http: ['POST /pledge/{journey}'] },
    needs: [...speaking, 'clock', ...steps, 'limits', 'pledgeWriter'],
  },
  'show-pledged': {
    on: { http: ['GET /pledge/{journey}/thanks'] },
    needs: [...speaking, 'clock', ...steps, 'pledges'],
  },
  'show-stop-reminders': {
    on: { http: ['GET /reminders/{secret}'] },
    needs: [...speaking, 'clock', 'stopLinks'],
  },
  'stop-reminders': {
    on: { http: ['POST /reminders/{secret}'] },
    needs: [...speaking, 'clock', 'stopLinks', 'journeys', 'commits'],
  },
  'invite-validator': {
    on: { http: ['POST /team/journeys/{journey}/validators'] },
    needs: [
      ...typing,
      'journeys',
      'commits',
      'records',
      'files',
      'links',
      'drafts',
      'people',
      'peopleWriter',
      'suppressions',
    ],
  },
  'remove-validator': {
    on: { http: ['POST /team/journeys/{journey}/validators/{person}/remove'] },
    needs: [...signedIn, 'sessionWriter', 'journeys', 'commits', 'people', 'peopleWriter'],
  },
  'show-validation': { on: { http: ['GET /cases/{journey}'] }, needs: [...signedIn, ...cases] },
  'submit-declaration': {
    on: { http: ['POST /cases/{journey}/declaration'] },
    needs: [...signedIn, ...cases, 'sessionWriter', 'commits'],
  },
  'submit-judgement': {
    on: { http: ['POST /cases/{journey}/view'] },
    needs: [...typing, ...cases, 'commits', 'judgementWriter'],
  },
  'show-conclusion': { on: { http: ['GET /cases/{journey}/decision'] }, needs: [...signedIn, ...cases] },
  'submit-conclusion': {
    on: { http: ['POST /cases/{journey}/decision'] },
    needs: [...typing, ...cases, 'commits', 'recordWriter'],
  },
  'show-capture': {
    on: { http: ['GET /cases/{journey}/captures/{capture}'] },
    needs: [...signedIn, ...cases, 'captures'],
  },
  'show-award': { on: { http: ['GET /awards/{serial}'] }, needs: [...speaking, 'awards', 'publications'] },
  'show-organisation': {
    on: { http: ['GET /organisations/{journey}'] },
    needs: [...speaking, 'publications'],
  },
  'open-public-file': {
    on: { http: ['GET /organisations/{journey}/files/{file}'] },
    needs: [...speaking, 'clock', 'publications', 'files', 'downloads'],
  },
  'show-ideas': { on: { http: ['GET /ideas'] }, needs: [...speaking, 'publications'] },

  'open-step': { on: { task: true }, needs: ['clock', 'journeys', 'commits', 'tokenWriter'] },
  'issue-award': { on: { task: true }, needs: ['clock', 'journeys', 'commits', 'records', 'awardWriter'] },
  relay: {
    on: { stream: 'table' },
    needs: [
      'clock',
      ...speaking,
      'journeys',
      'pending',
      'codeRequests',
      'codeWriter',
      'summaryWriter',
      'namesakeWriter',
      'linkWriter',
      'publicationRemoval',
      'records',
      'tokens',
      'workflow',
      'mail',
      'ledger',
      'people',
      'suppressions',
      'stopLinkWriter',
    ],
  },
  sweep: {
    on: { schedule: 'sweep' },
    needs: [
      'clock',
      ...speaking,
      'journeys',
      'commits',
      'pending',
      'codeRequests',
      'codeWriter',
      'summaryWriter',
      'namesakeWriter',
      'linkWriter',
      'publicationRemoval',
      'due',
      'records',
      'tokens',
      'workflow',
      'mail',
      'ledger',
      'people',
      'suppressions',
      'stopLinkWriter',
    ],
  },
  'send-team-digest': {
    on: { schedule: 'daily' },
    needs: ['clock', ...speaking, 'summaries', 'mail', 'ledger', 'suppressions'],
  },
  'check-links': {
    on: { schedule: 'links' },
    needs: ['clock', 'journeys', 'linkChecks', 'captureWriter', 'captureRemoval', 'pageFetcher'],
  },
  'fetch-page': { on: { invoked: true }, needs: ['publicWeb'] },
  'record-mail-event': {
    on: { mailEvents: true },
    needs: ['clock', 'settings', 'ledger', 'suppressionWriter', 'people', 'journeys', 'commits'],
  },
  'record-execution-end': { on: { executionEvents: true }, needs: ['clock', 'journeys', 'commits'] },
  'check-file': {
    on: { evidenceEvents: true },
    needs: ['files', 'fileWriter', 'scanner', 'evidenceObjects', 'evidenceRemoval', 'inspector'],
  },
} as const satisfies Record<string, Line>

export type FunctionName = keyof typeof inventory

/** What a function builds for itself; the compiler holds it to its line. */
export type Needs<F extends FunctionName> = Pick<Ports, (typeof inventory)[F]['needs'][number]>
