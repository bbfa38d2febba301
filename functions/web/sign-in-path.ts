// The address of signing in, with the page to come back to.

/** `next` is what `nextOf` or `NextQuery` in events/forms.ts gave: they alone say which pages there are to come back to. */
export function signInPath(
  next: string | undefined,
  page: '/sign-in' | '/sign-in/code' = '/sign-in',
): string {
  return next ? `${page}?next=${encodeURIComponent(next)}` : page
}
