// What the function that looks at a web page is asked, and what it says.
import * as z from 'zod/mini'

export const FetchPage = z.strictObject({ url: z.string().check(z.minLength(1), z.maxLength(2000)) })
export type FetchPage = z.infer<typeof FetchPage>

/** Why nothing can be said about a page. */
const WhyNot = z.enum([
  'not-public',
  'social-media',
  'refuses-robots',
  'unknown-name',
  'does-not-answer',
  'too-many-redirects',
  'too-large',
  'too-slow',
])
export type WhyNot = z.infer<typeof WhyNot>

export const FetchedPage = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('read'),
    status: z.number(),
    /** Where it was in the end. */
    finalUrl: z.string(),
    /** What a reader sees of it; absent when it is not a page of text, such as a photo or a PDF. */
    text: z.optional(z.string()),
  }),
  z.strictObject({ kind: z.literal('gone'), status: z.number() }),
  z.strictObject({ kind: z.literal('cannot-be-checked'), why: WhyNot }),
])
export type FetchedPage = z.infer<typeof FetchedPage>
