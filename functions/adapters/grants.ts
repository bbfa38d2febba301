// Every port's grant by the port's name; a port without one does not compile. Read by the AWS stack and its tests alone.
import type { Ports } from '../app/ports.ts'
import { awards, awardWriter } from './dynamo-awards.grants.ts'
import { captureRemoval, captures, captureWriter } from './dynamo-captures.grants.ts'
import { askForCode, codeRequests, codes, codeWriter } from './dynamo-codes.grants.ts'
import { draftIndex, drafts, draftWriter } from './dynamo-drafts.grants.ts'
import { files, fileWriter } from './dynamo-files.grants.ts'
import { heldForms, heldFormWriter } from './dynamo-held-forms.grants.ts'
import { commits, journeys, pending } from './dynamo-journeys.grants.ts'
import { judgements, judgementWriter } from './dynamo-judgements.grants.ts'
import { limits } from './dynamo-limits.grants.ts'
import { linkChecks, links, linkWriter } from './dynamo-links.grants.ts'
import { ledger, sentMail } from './dynamo-mail-ledger.grants.ts'
import { namesakes, namesakeWriter } from './dynamo-namesakes.grants.ts'
import { people, peopleWriter } from './dynamo-people.grants.ts'
import { pledges, pledgeWriter, said, saidRemoval } from './dynamo-pledges.grants.ts'
import { publicationRemoval, publications, publicationWriter } from './dynamo-publications.grants.ts'
import { records, recordWriter } from './dynamo-records.grants.ts'
import { sessions, sessionWriter } from './dynamo-sessions.grants.ts'
import { stopLinks, stopLinkWriter } from './dynamo-stop-links.grants.ts'
import { due, summaries, summaryWriter } from './dynamo-summaries.grants.ts'
import { suppressionLifter, suppressions, suppressionWriter } from './dynamo-suppressions.grants.ts'
import { tokens, tokenWriter } from './dynamo-tokens.grants.ts'
import { words } from './dynamo-words.grants.ts'
import type { Grant } from './grant.ts'
import { scanner } from './guardduty-scanner.grants.ts'
import { pageFetcher } from './lambda-page-fetcher.grants.ts'
import { publicWeb } from './public-web.grants.ts'
import { evidenceObjects } from './s3-evidence.grants.ts'
import { downloads, evidenceRemoval, uploadForms } from './s3-presigned.grants.ts'
import { mail } from './ses-mail.grants.ts'
import { settings } from './settings.grants.ts'
import { inspector } from './sharp-inspector.grants.ts'
import { workflow } from './step-functions-workflow.grants.ts'
import { clock } from './system-clock.grants.ts'

export const grants = {
  clock,
  settings,
  words,
  journeys,
  commits,
  pending,
  codeRequests,
  askForCode,
  summaries,
  summaryWriter,
  namesakes,
  namesakeWriter,
  due,
  records,
  recordWriter,
  judgements,
  judgementWriter,
  drafts,
  draftIndex,
  draftWriter,
  files,
  fileWriter,
  uploadForms,
  downloads,
  evidenceObjects,
  evidenceRemoval,
  scanner,
  inspector,
  tokens,
  tokenWriter,
  workflow,
  mail,
  ledger,
  sentMail,
  codes,
  codeWriter,
  sessions,
  sessionWriter,
  heldForms,
  heldFormWriter,
  people,
  peopleWriter,
  limits,
  awards,
  awardWriter,
  publications,
  publicationWriter,
  publicationRemoval,
  pledges,
  pledgeWriter,
  said,
  saidRemoval,
  suppressions,
  suppressionWriter,
  suppressionLifter,
  stopLinks,
  stopLinkWriter,
  links,
  linkWriter,
  linkChecks,
  captures,
  captureWriter,
  captureRemoval,
  pageFetcher,
  publicWeb,
} satisfies Record<keyof Ports, Grant>
