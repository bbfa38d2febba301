// What a section of the console is asked, and what it answers.
export type ConsoleRequest = { path: string; query: URLSearchParams }

export type ConsoleAnswer = {
  status: number
  type: 'text/html' | 'text/css' | 'text/plain' | 'application/json'
  body: string
  /** In place of the console's own Content-Security-Policy. */
  policy?: string
}

export type ConsoleSection = {
  path: string
  title: string
  about: string
  /** Undefined if it has no such page. */
  answer: (request: ConsoleRequest) => Promise<ConsoleAnswer | undefined>
}
