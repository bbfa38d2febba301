// What a section of the console is asked, and what it answers.
export type ConsoleRequest = { path: string; query: URLSearchParams }

export type ConsoleAnswer = {
  status: number
  type: 'text/html' | 'text/css' | 'text/plain' | 'application/json'
  body: string
  /** Where to go on, with a status of 303. */
  location?: string
  /** In place of the console's own Content-Security-Policy. */
  policy?: string
}

export type ConsoleSection = {
  path: string
  title: string
  about: string
  /** Undefined if it has no such page. */
  answer: (request: ConsoleRequest) => Promise<ConsoleAnswer | undefined>
  /** What takes the form that is sent to a path, from a page of the console's own; undefined if none is sent there. */
  takes?: (path: string) => ((form: URLSearchParams) => Promise<ConsoleAnswer>) | undefined
}

export function goTo(location: string): ConsoleAnswer {
  return { status: 303, type: 'text/plain', body: `Go to ${location}\n`, location }
}
