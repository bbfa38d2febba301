// The one function of ours that another one calls.
import type { Grant } from './grant.ts'

export const pageFetcher: Grant = {
  variables: ['FETCH_PAGE_FUNCTION'],
  statements: [{ on: 'function', name: 'fetch-page', may: ['InvokeFunction'] }],
}
