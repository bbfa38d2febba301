// Every Lambda: what it is called by, and which ports it needs. The AWS stack, its permissions and the laptop follow from this.
import type { ScheduleName } from '../events/schedules.ts'
import type { Ports } from './app/ports.ts'

export type Trigger =
  | { readonly http: readonly string[] }
  | { readonly stream: 'table' }
  | { readonly schedule: ScheduleName }
  | { readonly task: true }
  | { readonly mailEvents: true }

interface Line {
  readonly on: Trigger
  readonly needs: readonly (keyof Ports)[]
}

/** What every page needs that somebody has to be signed in for. */
const signedIn = ['settings', 'clock', 'sessions'] as const
/** What every function needs that carries a command out. */
const commands = ['journeys', 'commits', 'recordWriter'] as const

export const inventory = {
  'show-start': { on: { http: ['GET /'] }, needs: ['settings'] },
  'show-not-found': { on: { http: ['$default'] }, needs: ['settings'] },
  'show-register': { on: { http: ['GET /register'] }, needs: ['settings'] },
  'submit-register': {
    on: { http: ['POST /register'] },
    needs: ['settings', 'clock', ...commands, 'peopleWriter', 'limits', 'askForCode'],
  },
  'show-sign-in': { on: { http: ['GET /sign-in'] }, needs: ['settings'] },
  'submit-sign-in': { on: { http: ['POST /sign-in'] }, needs: ['settings', 'clock', 'limits', 'askForCode'] },
  'show-code': { on: { http: ['GET /sign-in/code'] }, needs: ['settings'] },
  'submit-code': {
    on: { http: ['POST /sign-in/code'] },
    needs: ['settings', 'clock', 'limits', 'codes', 'sessionWriter', 'peopleWriter', 'journeys', 'commits'],
  },
  'submit-sign-out': { on: { http: ['POST /sign-out'] }, needs: [...signedIn, 'sessionWriter'] },
  'show-journeys': { on: { http: ['GET /journeys'] }, needs: [...signedIn, 'people', 'journeys', 'records'] },
  'confirm-registration': {
    on: { http: ['POST /journeys/{journey}/confirm'] },
    needs: [...signedIn, 'sessionWriter', 'journeys', 'commits'],
  },
  'show-hub': { on: { http: ['GET /journeys/{journey}'] }, needs: [...signedIn, 'journeys', 'records'] },
  'show-step': {
    on: { http: ['GET /journeys/{journey}/steps/{step}'] },
    needs: [...signedIn, 'journeys', 'records'],
  },
  'submit-step': {
    on: { http: ['POST /journeys/{journey}/steps/{step}'] },
    needs: [...signedIn, 'sessionWriter', ...commands, 'records'],
  },
  'show-team': { on: { http: ['GET /team'] }, needs: [...signedIn, 'summaries'] },
  'show-case': {
    on: { http: ['GET /team/journeys/{journey}'] },
    needs: [...signedIn, 'journeys', 'records', 'people'],
  },
  'submit-check': {
    on: { http: ['POST /team/journeys/{journey}'] },
    needs: [...signedIn, 'sessionWriter', ...commands, 'records', 'people'],
  },
  'show-award': { on: { http: ['GET /awards/{serial}'] }, needs: ['settings', 'awards'] },

  'open-step': { on: { task: true }, needs: ['clock', 'journeys', 'commits', 'tokenWriter'] },
  'issue-award': { on: { task: true }, needs: ['clock', 'journeys', 'commits', 'records', 'awardWriter'] },
  relay: {
    on: { stream: 'table' },
    needs: [
      'clock',
      'settings',
      'journeys',
      'pending',
      'codeRequests',
      'codeWriter',
      'summaryWriter',
      'records',
      'tokens',
      'workflow',
      'mail',
      'ledger',
      'people',
    ],
  },
  sweep: {
    on: { schedule: 'sweep' },
    needs: [
      'clock',
      'settings',
      'journeys',
      'commits',
      'pending',
      'codeRequests',
      'codeWriter',
      'summaryWriter',
      'due',
      'records',
      'tokens',
      'workflow',
      'mail',
      'ledger',
      'people',
    ],
  },
  'record-mail-event': { on: { mailEvents: true }, needs: ['clock', 'ledger'] },
} as const satisfies Record<string, Line>

export type FunctionName = keyof typeof inventory

/** What a function builds for itself; the compiler holds it to its line. */
export type Needs<F extends FunctionName> = Pick<Ports, (typeof inventory)[F]['needs'][number]>
